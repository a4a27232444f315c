import { demoDistrict } from "./demo-figures.ts";
import { addressOf } from "./desk-address.ts";
import { figureOf, saveFile, textOfSvg } from "./figure.ts";
import { chipOf, filterBar, pickUnits } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, readContent } from "./journey.ts";

test("the bare address is the overview: what to do now, and five figures", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/");
  await expect(page).toHaveTitle(/总览/);
  await expect(page.getByRole("figure")).toHaveCount(5);
  const now = page.getByRole("region", { name: "眼下要办" });
  await expect(now.getByRole("link")).toHaveCount(8);
  await expect(now.getByRole("link", { name: /条\s*整改已超期/ })).toBeVisible();
  const content = await readContent(page);
  expect(content).toContain(`应检 ${demoDistrict().due} 家`);
});

test("a line leads to its page with the same picks and the state that it counts", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/?side=township&quarter=2026Q2");
  await page
    .getByRole("region", { name: "眼下要办" })
    .getByRole("link", { name: /待第三方复核/ })
    .click();
  await expect.poll(() => addressOf(page)).toMatch(/^\/rectifications\?/);
  expect(addressOf(page)).toContain("side=township");
  expect(addressOf(page)).toContain("quarter=2026Q2");
  expect(addressOf(page)).toContain("state=awaitingRecheck");
});

test("the number overdue is the number on the page of rectification", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/");
  const line = page.getByRole("link", { name: /整改已超期/ });
  const count = (await line.innerText()).match(/\d+/)?.[0] ?? "";
  await line.click();
  await expect(page.getByRole("region", { name: "结论" })).toContainText(`已超期 ${count} 条`);
});

test("each figure leads to its page; the address is the state", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, "/?quarter=2026Q2");
  await pickUnits(page, { typed: "gyz", name: "归雁镇" });
  await expect(chipOf(page, "归雁镇")).toBeVisible();
  await expectAddressIsState(page, otherContext, () => chipOf(page, "归雁镇").click());
  await openAddress(page, baseURL, "/?quarter=2026Q2");
  await page
    .getByRole("figure", { name: /扣分最多的/ })
    .getByRole("link", { name: "单位扣分" })
    .click();
  await expect.poll(() => addressOf(page)).toBe("/deductions?quarter=2026Q2");
  await expect(filterBar(page).getByRole("button", { name: /^季度/ })).toContainText("二季度");
});

test("the line of stale sources leads to where each source states its age", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/");
  await page.getByRole("link", { name: /数据来源过期/ }).click();
  await expect.poll(() => page.url()).toMatch(/\/rules#sources$/);
  await expect(page.getByRole("heading", { name: "数据来源" })).toBeFocused();
  const row = page.getByRole("table", { name: "数据来源" }).getByRole("row", { name: /季度检查台账/ });
  await expect(row).toContainText("2026-10-08 17:30");
  await expect(row).toContainText("100 天内");
});

test("the picture of the on-time rate names the limit rules that were in force", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/");
  const { bytes } = await saveFile(page, figureOf(page, "overview-on-time"), "下载矢量图 SVG");
  expect(textOfSvg(bytes.toString("utf8"))).toMatch(/错误整改台账 · 数据截至 [\d-]+ [\d:]+ · 时限规则 v1/);
});
