import { addressOf } from "./desk-address.ts";
import { chipOf, filterBar, pickQuarters, pickUnits } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, pointAt } from "./journey.ts";

test("the address holds the picks: reload, share, back", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, "/deductions");
  await pickQuarters(page, ["2026年", "一季度"]);
  await expect.poll(() => addressOf(page)).toContain("quarter=2026Q1");
  await pickUnits(page, { typed: "syz", name: "霜叶镇" }, { typed: "gaj", name: "区公安局" });
  await expectAddressIsState(page, otherContext, () =>
    filterBar(page).getByRole("button", { name: "镇街", exact: true }).click(),
  );
});

test("a click on a bar makes the unit a chip; a second click takes it away", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  await pointAt(page, "deduction-ranking", "归雁镇");
  await page.mouse.down();
  await page.mouse.up();
  await expect(chipOf(page, "归雁镇")).toBeVisible();
  expect(addressOf(page)).toContain("unit=");
  await chipOf(page, "归雁镇").click();
  await expect.poll(() => addressOf(page)).toBe("/deductions");
});

test("a score opens the lines that made it", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  const table = page.getByRole("table").filter({ hasText: "位次" }).last();
  const row = table.getByRole("row").filter({ hasText: "归雁镇" });
  await row.getByRole("button").first().click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("归雁镇");
  await expect(sheet.getByRole("figure", { name: "得分怎么来的" })).toContainText("归雁镇2026年三季度得");
  await expect(sheet.getByRole("table", { name: /扣分明细 \d+ 条/ })).toBeVisible();
  await sheet.getByRole("button", { name: "关闭" }).click();
  await expect(sheet).toHaveCount(0);
});

test("a row of the heatmap opens the same lines", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  await pointAt(page, "deduction-heatmap", "归雁镇");
  await page.mouse.down();
  await page.mouse.up();
  const sheet = page.getByRole("dialog", { name: /归雁镇 · 2026年三季度/ });
  await expect(sheet.getByRole("table", { name: /扣分明细 \d+ 条/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
});

test("from a score down to the evidence and back, by keyboard, with the filters intact", async ({ page, baseURL }) => {
  const start = "/deductions?quarter=2026Q2&side=township";
  await openAddress(page, baseURL, start);
  await page.getByRole("button", { name: "归雁镇得分说明" }).click();
  await expect.poll(() => addressOf(page)).toMatch(/^\/deductions\?quarter=2026Q2&side=township&explain=2026Q2,u\d+$/);
  const sheet = page.getByRole("dialog", { name: /归雁镇 · 2026年二季度/ });
  const steps = sheet.getByRole("listbox");
  await steps.focus();
  // 满分, then what does not apply to a township, then the first indicator that cost something.
  for (const _ of ["满分", "不适用指标", "扣分"]) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toContain(",indicator.");
  await expect(sheet.getByText(/^只看“.+”：\d+ \/ \d+ 条$/)).toBeVisible();
  const row = sheet
    .getByRole("table", { name: /扣分明细/ })
    .getByRole("row")
    .nth(1);
  await expect(row).toContainText(/2026-\d\d-\d\d/);
  await expect(row).toContainText(/第 \d+ 条：/);
  await expect(row.getByRole("link", { name: "佐证" })).toHaveAttribute("href", /^https:\/\/gov\.example\//);
  await page.goBack();
  await expect(sheet.getByText(/^只看/)).toHaveCount(0);
  await page.goBack();
  await expect(sheet).toHaveCount(0);
  expect(addressOf(page)).toBe(start);
});

test("a shared address opens the explanation; one that means nothing is named", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions?explain=2026Q3,u02");
  await expect(page.getByRole("dialog", { name: /2026年三季度/ })).toBeVisible();
  await openAddress(page, baseURL, "/deductions?explain=2026Q3,nobody");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText(/已忽略：得分说明 2026Q3 nobody/)).toBeVisible();
});

test("every unit of the register is named, also those without data", async ({ page, baseURL }) => {
  const { unitNames } = await import("./demo-figures.ts").then((figures) => figures.demoDistrict());
  await openAddress(page, baseURL, "/deductions");
  const content = await page.getByRole("main").innerText();
  expect(unitNames.filter((name) => !content.includes(name))).toEqual([]);
});
