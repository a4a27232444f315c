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
  await expect(sheet.getByRole("table", { name: "得分怎么来的" })).toBeVisible();
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

test("every unit of the register is named, also those without data", async ({ page, baseURL }) => {
  const { unitNames } = await import("./demo-figures.ts").then((figures) => figures.demoDistrict());
  await openAddress(page, baseURL, "/deductions");
  const content = await page.getByRole("main").innerText();
  expect(unitNames.filter((name) => !content.includes(name))).toEqual([]);
});
