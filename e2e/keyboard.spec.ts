import { addressOf } from "./desk-address.ts";
import { chipOf, filterBar } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";

test("the first Tab offers the way to the content", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections");
  await page.keyboard.press("Tab");
  await expect(page.getByText("跳到正文")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a unit is picked, and given back, without a mouse", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  await filterBar(page).getByRole("button", { name: /^单位/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("gyz");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(chipOf(page, "归雁镇")).toBeVisible();
  await expect(filterBar(page).getByRole("button", { name: /^单位/ })).toBeFocused();
  await chipOf(page, "归雁镇").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toBe("/deductions");
});

test("the arrow keys read a chart mark by mark, and Enter filters", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  const list = page.locator('[data-chart="deduction-ranking"]').getByRole("listbox");
  await list.focus();
  await page.keyboard.press("ArrowDown");
  const first = await list.getByRole("option").innerText();
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("option")).not.toHaveText(first);
  const unit = (await list.getByRole("option").innerText()).split("，")[0] ?? "";
  expect(unit).not.toBe("");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toContain("unit=");
});

test("chart, table and menu of a figure are reached in order, and Escape gives the focus back", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/deductions");
  const figure = page.getByRole("figure").first();
  await figure.getByRole("tab", { name: "图" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(figure.getByRole("tab", { name: "表" })).toBeFocused();
  await expect(figure.getByRole("table").first()).toBeVisible();
  const menu = figure.getByRole("button", { name: /^导出/ });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(figure.getByRole("button", { name: /PNG（屏幕/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(figure.getByRole("button", { name: /PNG（屏幕/ })).toHaveCount(0);
});
