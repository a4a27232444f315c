import { expectAccessible } from "./accessible.ts";
import { ledger } from "./demo-figures.ts";
import { addressOf } from "./desk-address.ts";
import { filterBar } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";
import { LATEST_QUARTER } from "./now.ts";

const finding = ledger.findings.find((row) => row.quarter === LATEST_QUARTER && row.status === "confirmed");

test("/ finds a unit by its initials, and leads to its sheet in the quarter at hand", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions?quarter=2026Q2");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: /^查找/ });
  await expect(field).toBeFocused();
  await field.fill("gyz");
  await expect(page.getByRole("option").first()).toContainText("归雁镇");
  await expectAccessible(page, "dialog");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toMatch(/^\/units\/[^?]+\?quarter=2026Q2$/);
  await expect(page.getByRole("figure").getByRole("heading")).toContainText("归雁镇");
});

test("/ finds indicators, findings and pages in groups, by keyboard alone", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: /^查找/ });
  await field.fill("lmgx");
  await expect(page.getByRole("option", { name: /栏目更新.*指标/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toContain("updates");
  await expect(page.getByRole("row", { name: /^栏目更新/ }).first()).toBeInViewport();

  await page.keyboard.press("/");
  await field.fill(finding?.problem.slice(0, 12) ?? "");
  await page.getByRole("option", { name: /问题/ }).first().click();
  await expect.poll(() => addressOf(page)).toContain("explain=");
  await expect(page.getByRole("dialog")).toContainText(finding?.problem.slice(0, 12) ?? "");
});

test("Escape clears, then leaves; a slash in a field is a slash", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: /^查找/ });
  await field.fill("没有这样的东西");
  await expect(page.getByText("没有找到，请换一个字或拼音首字母。")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await filterBar(page).getByRole("button", { name: /^单位/ }).click();
  await page.getByRole("searchbox").fill("");
  await page.keyboard.type("/");
  await expect(page.getByRole("searchbox")).toHaveValue("/");
});

test("a view is saved, opened, renamed and deleted, and survives a reload", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions?side=township&quarter=2026Q2");
  const views = page.getByRole("button", { name: "我的视图" });
  await views.click();
  await page.getByRole("textbox", { name: /^给当前页面/ }).fill("镇街二季度");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已保存“镇街二季度”")).toBeVisible();
  await openAddress(page, baseURL, "/rules");
  await page.reload();
  await views.click();
  await page.getByRole("link", { name: "镇街二季度" }).click();
  await expect.poll(() => addressOf(page)).toBe("/deductions?side=township&quarter=2026Q2");
  await views.click();
  await page.getByRole("button", { name: "改名：镇街二季度" }).click();
  await page.getByRole("textbox", { name: /新名字$/ }).fill("二季度");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "删除：二季度" }).click();
  await expect(page.getByText("还没有保存过视图。")).toBeVisible();
});

test("spoilt storage is an empty list, and refused storage is said", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    localStorage.setItem("saved-views", "{spoilt");
    const keep = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, value: string) {
      if (key === "saved-views") throw new DOMException("full", "QuotaExceededError");
      keep.call(this, key, value);
    };
  });
  await openAddress(page, baseURL, "/deductions");
  await page.getByRole("button", { name: "我的视图" }).click();
  await expect(page.getByText("还没有保存过视图。")).toBeVisible();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("浏览器不允许保存")).toBeVisible();
  await expect(page.getByRole("link", { name: "单位扣分" }).last()).toBeVisible();
});

test("meeting mode steps through the figures, isolates a unit and leaves; its step is in the address", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/deductions?slide=2");
  await readContent(page);
  const stage = page.getByRole("dialog", { name: "会议模式" });
  await expect(stage.getByRole("img", { name: /^单位 × 指标扣分热力表/ })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => addressOf(page)).toBe("/deductions?slide=1");
  await expect(stage.getByRole("img", { name: /^各单位扣分及构成。部门首位/ })).toBeVisible();
  await page.keyboard.press("u");
  await page.getByRole("combobox", { name: "只看哪一家单位" }).fill("gyz");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toContain("unit=");
  await expect(stage.getByRole("img", { name: /^各单位扣分及构成。归雁镇/ })).toBeVisible();
  await page.keyboard.press("u");
  await expect.poll(() => addressOf(page)).toBe("/deductions?slide=1");
  await page.keyboard.press("End");
  await expect.poll(() => addressOf(page)).toMatch(/^\/deductions\?slide=[3-9]$/);
  await expectAccessible(page, "dialog");
  await page.keyboard.press("Escape");
  await expect.poll(() => addressOf(page)).toBe("/deductions");
  await expect(stage).toHaveCount(0);
});
