import { expect, type Page } from "@playwright/test";

/**
 * Turns an address of the product, such as `/deductions?quarter=2026Q2`, into a URL: the static demonstration keeps it
 * behind #, because a plain web host rewrites nothing.
 */
export function toUrl(address: string, base: string): string {
  return base.endsWith("/kanban/") ? `${base}#${address}` : new URL(address.slice(1), base).href;
}

/** The address of the product that the page stands at, decoded for reading. */
export function addressOf(page: Page): string {
  const { pathname, search, hash } = new URL(page.url());
  return decodeURIComponent(hash.startsWith("#/") ? hash.slice(1) : `${pathname}${search}`);
}

/** Everything asked for is here: no skeleton, nothing dimmed, every plot drawn. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("正在打开…")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "正在加载" })).toHaveCount(0);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.locator("[data-chart]:not(:has(svg))")).toHaveCount(0);
}
