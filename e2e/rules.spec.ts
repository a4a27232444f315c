import { expect, test } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";

test("an address with a part of the page leads to that part, and the contents write it", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rules#look-alikes");
  await expect(page.getByRole("heading", { name: "容易混淆的数字" })).toBeInViewport();
  await expect(page.getByRole("heading", { name: "容易混淆的数字" })).toBeFocused();
  await page.getByRole("navigation", { name: "本页目录" }).getByRole("link", { name: "工作日历" }).click();
  await expect.poll(() => page.url()).toContain("#calendar");
  await expect(page.getByRole("heading", { name: "工作日历" })).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "容易混淆的数字" })).toBeInViewport();
});

test("the words on hover are the words of the page", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  const hover = await page.getByRole("region", { name: "结论" }).locator("[title]").first().getAttribute("title");
  expect(hover ?? "").not.toBe("");
  await openAddress(page, baseURL, "/rules");
  await expect(page.getByRole("cell", { name: hover ?? "", exact: true })).toBeVisible();
});

test("every version stands with its quarters, and the change log says what moved", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rules");
  const content = await readContent(page);
  expect(content).toContain("评分规则 2026 年版（v3） · 适用 2026年一季度起");
  expect(content).toContain("评分规则 2025 年版（v2） · 适用 2024年四季度至2025年四季度");
  const log = page.getByRole("table", { name: /^评分规则 2025 年版（v2）改为/ });
  await expect(log.getByRole("row", { name: /重点领域 指标 分值 18 16/ })).toBeVisible();
  await expect(log.getByRole("row", { name: /一类 分档 分档线/ })).toContainText("一档 ≤2");
});

test("on paper there is no navigation, and the words are dark on white under any theme", async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openAddress(page, baseURL, "/rules");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  const ink = await page
    .getByRole("heading", { name: "考核方案" })
    .evaluate((element) => getComputedStyle(element).color);
  expect(ink).toBe("rgb(20, 27, 38)");
});
