import { addressOf } from "./desk-address.ts";
import { figureOf, saveFile } from "./figure.ts";
import { chipOf, pickUnits } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";
import { readPng } from "./read-png.ts";

test("this is Chromium 109", ({ browser }) => {
  expect(browser.version()).toMatch(/^109\./);
});

for (const address of ["/inspections", "/deductions", "/applications"]) {
  test(`${address} draws`, async ({ page, baseURL }) => {
    await openAddress(page, baseURL, address);
    await expect(page.locator("[data-chart] svg").first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.locator("#browser-notice")).toBeHidden();
  });
}

test("filters on the floor browser", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  await pickUnits(page, { typed: "gyz", name: "归雁镇" });
  await expect(chipOf(page, "归雁镇")).toBeVisible();
  expect(addressOf(page)).toContain("unit=");
});

test("exports a picture on the floor browser", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  const { bytes } = await saveFile(page, figureOf(page, "deduction-ranking"), /PNG（Word.*镇街/);
  const { width, inked } = readPng(bytes);
  expect(width).toBe(1844);
  expect(inked).toBeGreaterThan(0.05);
});
