import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";

/** The number that the page prints in the 总计 column of a row. */
async function printed(page: Page, row: string): Promise<number> {
  return Number((await page.locator(`[id="cell-t3.${row}.total"]`).innerText()).replaceAll(",", ""));
}

/** A narrative that says what the table says, but for the closed applications. */
async function narrative(page: Page, closedMore: number): Promise<string> {
  const [received, closed, forward] = await Promise.all(
    ["newReceived", "outcomeTotal", "carriedForward"].map((row) => printed(page, row)),
  );
  return `发布解读75次。新收政府信息公开申请${received}件，办结${Number(closed) + closedMore}件，结转下年度${forward}件。`;
}

async function compare(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "报告正文" }).fill(text);
  await page.getByRole("button", { name: "比对", exact: true }).click();
}

test("a text that says what the table says agrees, and leads to the cell and back by keyboard", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/annual-report");
  await compare(page, await narrative(page, 0));
  await expect(page.getByText("正文 4 个数字，3 个可与表比对：不一致 0、两可 0、一致 3。")).toBeVisible();
  const closed = page.getByRole("region", { name: "已标注的正文" }).getByRole("button").nth(1);
  await closed.focus();
  await page.keyboard.press("Enter");
  const line = page.getByRole("list", { name: "对照结果" }).getByRole("listitem").nth(1);
  await expect(line).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator('[id="cell-t3.outcomeTotal.total"]')).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(line).toBeFocused();
});

test("a changed number differs by exactly the change", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  const closed = await printed(page, "outcomeTotal");
  await compare(page, await narrative(page, 2));
  const first = page.getByRole("list", { name: "对照结果" }).getByRole("listitem").first();
  await expect(first).toContainText("不一致");
  await expect(first).toContainText(`正文 ${closed + 2}，表内“办理结果总计”${closed}，差 +2`);
});

test("the list leaves as a table and as a picture", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  await compare(page, await narrative(page, 2));
  for (const [entry, ending] of [
    ["下载数据 CSV", "csv"],
    ["下载数据 XLSX", "xlsx"],
    ["下载矢量图 SVG", "svg"],
  ] as const) {
    await page.getByRole("button", { name: "导出：年度报告文表对照（R8）" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: entry }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^2025_年度报告文表对照_.*\\.${ending}$`));
  }
});

test("an old .doc is refused in words, and what was typed stays", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  await page.getByRole("textbox", { name: "报告正文" }).fill("受理政府信息公开申请24件。");
  await page
    .getByLabel("打开报告文件")
    .setInputFiles({ name: "年报.doc", mimeType: "application/msword", buffer: Buffer.from("x") });
  await expect(page.getByRole("alert").filter({ hasText: "不能读取 .doc" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "报告正文" })).toHaveValue("受理政府信息公开申请24件。");
});

for (const scheme of ["light", "dark"] as const) {
  test(`the marked text and its list have no accessibility violation (${scheme})`, async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openAddress(page, baseURL, "/annual-report");
    await compare(page, `${await narrative(page, 2)}新收及行政复议共1件。办结率100%。`);
    await expectAccessible(page, "[aria-labelledby=text-check-title]");
  });
}

test("合理性提示 names body and year and how many bodies were compared", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  const card = page.getByRole("region", { name: "合理性提示" });
  await expect(card).toContainText(/2025 年，与上年和同年 \d+ 家机关比较/);
});
