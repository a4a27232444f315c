import { addressOf } from "./desk-address.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress, pointAt } from "./journey.ts";

/** A quarter under way and a unit that no other spec records for. */
const SHEET = "/deductions?quarter=2026Q4&explain=2026Q4,u17";

test("a finding is argued about: hatch and range while it is open, the points back when it is withdrawn", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, SHEET);
  const sheet = page.getByRole("dialog", { name: /2026年四季度/ });
  const score = sheet.getByRole("figure", { name: "得分怎么来的" });
  const lines = sheet.getByRole("table", { name: /扣分明细/ });
  await expect(score).toContainText(/得 \d+\.\d 分/);
  const before = Number(/得 (\d+\.\d) 分/.exec((await score.innerText()).replace(/\s+/g, " "))?.[1]);

  await lines
    .getByRole("button", { name: /已确认，查看办理记录/ })
    .first()
    .press("Enter");
  await expect.poll(() => addressOf(page)).toContain(",finding.");
  const file = sheet.getByRole("region", { name: "办理记录" });
  await file.getByRole("button", { name: "提出申诉" }).press("Enter");
  const form = file.getByRole("form", { name: "提出申诉" });
  await form.getByLabel("理由").fill("检查当日栏目改版，附更新记录");
  await form.getByRole("button", { name: "确认登记" }).press("Enter");
  await expect(file.getByRole("status")).toHaveText("已登记：提出申诉。");
  await expect(file.getByRole("row", { name: /提出申诉/ })).toContainText("检查当日栏目改版");
  await expect(score).toContainText("条拟扣或申诉未计入，若全部成立则得");
  await expect(score.getByRole("list", { name: "图例" })).toContainText("拟扣、申诉中（未计入）");
  await expect(score).toContainText(`若全部成立则得 ${before.toFixed(1)} 分`);

  await sheet.getByRole("button", { name: "关闭" }).click();
  await pointAt(page, "deduction-ranking", "区农业农村委");
  await expect(page.locator('[data-chart="deduction-ranking"]').getByRole("option")).toContainText(
    /得分区间 若成立 \d+\.\d 分.*；若撤销 \d+\.\d 分/,
  );
  await expect(page.getByRole("columnheader", { name: "若拟扣、申诉成立" })).toBeVisible();

  await page.goBack();
  await file.getByRole("button", { name: "免除扣分" }).click();
  await file.getByLabel("理由").fill("核对更新记录，情况属实");
  await file.getByRole("button", { name: "确认登记" }).click();
  await expect(file.getByText("现为已免除")).toBeVisible();
  await expect(score).not.toContainText("拟扣或申诉未计入");
  await expect(score).not.toContainText(`得 ${before.toFixed(1)} 分，`);
});

test("a decision on a published quarter says that its figures stay", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions?explain=2026Q3,u17");
  const sheet = page.getByRole("dialog", { name: /2026年三季度/ });
  const finding = await sheet.getByRole("figure", { name: "得分怎么来的" }).innerText();
  await sheet
    .getByRole("button", { name: /查看办理记录/ })
    .first()
    .click();
  const file = sheet.getByRole("region", { name: "办理记录" });
  await expect(file).toContainText("本季度已发布");
  await file.getByRole("button", { name: "提出申诉" }).click();
  await file.getByLabel("理由").fill("不属于本单位职责");
  await file.getByRole("button", { name: "确认登记" }).click();
  await expect(file.getByText("现为申诉中")).toBeVisible();
  expect(await sheet.getByRole("figure", { name: "得分怎么来的" }).innerText()).toBe(finding);
});
