import AxeBuilder from "@axe-core/playwright";
import { board, itemsIn, openItem, record } from "./board.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";

// One server serves all specs at once: these record in the lane of 24 hours, two-desks.spec.ts in that of 48, and the
// case that walks is the youngest of its lane, so that no spec takes another's case.
test("a case walks from its receipt to a passed re-check and leaves the board", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const { drawer, caseId } = await openItem(page, itemsIn(page, "严重错误", "待接收").first());
  await record(drawer, "接收");
  await record(drawer, "报告整改完成");
  await expect(drawer).toContainText("报告整改完成不等于办结");
  await record(drawer, "复核通过");
  await expect(drawer).toContainText("复核通过，办结。");
  await expect(drawer.getByText("该件没有可登记的事项。")).toBeVisible();
  await drawer.getByRole("button", { name: "关闭" }).click();
  await expect(page.locator(`[data-case="${caseId}"]`)).toHaveCount(0);
});

test("a failed re-check is warned of beforehand and opens the case again", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const { drawer, caseId } = await openItem(page, itemsIn(page, "严重错误", "待复核").first());
  await drawer.getByRole("button", { name: "复核不通过", exact: true }).click();
  await expect(drawer.getByText(/复核不通过将恢复原时限，记为第 \d 次整改/)).toBeVisible();
  await drawer.getByRole("button", { name: "确认复核不通过" }).click();
  await expect(drawer.getByText("已登记：复核不通过。")).toBeVisible();
  await drawer.getByRole("button", { name: "关闭" }).click();
  const failed = itemsIn(page, "严重错误", "未通过");
  await expect(failed.and(page.locator(`[data-case="${caseId}"]`))).toBeVisible();
});

test("a case is opened, recorded on and left without a mouse", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const item = itemsIn(page, "严重错误", "整改中").first();
  await item.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "整改件" });
  const report = drawer.getByRole("button", { name: "报告整改完成", exact: true });
  await expect(report).toBeVisible();
  for (let step = 0; step < 12 && !(await report.evaluate((node) => node === document.activeElement)); step += 1)
    await page.keyboard.press("Tab");
  await expect(report).toBeFocused();
  await page.keyboard.press("Enter");
  const note = drawer.getByRole("textbox", { name: "登记方名称" });
  for (let step = 0; step < 6 && !(await note.evaluate((node) => node === document.activeElement)); step += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(drawer.getByText("已登记：报告整改完成。")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("the dispatch slip prints on one A4 page, black on white, and nothing else does", async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openAddress(page, baseURL, "/rectifications");
  await openItem(page, itemsIn(page, "严重错误", "整改中").first());
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const slip = page.getByText("政府网站错敏信息整改交办单");
  await expect(slip).toBeVisible();
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
  expect(await slip.evaluate((node) => getComputedStyle(node).color)).toBe("rgb(0, 0, 0)");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
});

test("the drawer with a form in it has no accessibility violation", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const { drawer } = await openItem(page, board(page).getByRole("button").last());
  await drawer.getByRole("region", { name: "登记" }).getByRole("button").last().click();
  await expect(drawer.getByRole("form")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
});
