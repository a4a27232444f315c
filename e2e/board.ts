import { expect, type Locator, type Page } from "@playwright/test";

const COLUMN = { 待接收: 0, 整改中: 1, 待复核: 2, 未通过: 3 };

/** The deadline board of 错误整改. */
export function board(page: Page): Locator {
  return page.locator('[data-chart="deadline-board"]');
}

/** Items of a cell, least time left first. */
export function itemsIn(page: Page, lane: "严重错误" | "一般错误", column: keyof typeof COLUMN): Locator {
  return board(page).getByRole("row", { name: lane }).getByRole("cell").nth(COLUMN[column]).getByRole("button");
}

/** Opens the drawer of an item and tells whose it is. */
export async function openItem(page: Page, item: Locator): Promise<{ drawer: Locator; caseId: string }> {
  const caseId = (await item.getAttribute("data-case")) ?? "";
  await item.click();
  const drawer = page.getByRole("dialog", { name: "整改件" });
  await expect(drawer.getByRole("heading", { name: "时限怎么算的" })).toBeVisible();
  return { drawer, caseId };
}

/** Records a deed in the open drawer. */
export async function record(drawer: Locator, deed: string): Promise<void> {
  await drawer.getByRole("button", { name: deed, exact: true }).click();
  await drawer.getByRole("button", { name: `确认${deed}` }).click();
  await expect(drawer.getByRole("status").filter({ hasText: `已登记：${deed}` })).toBeVisible();
}

/** Number overdue that the tab carries. */
export async function overdueInTitle(page: Page): Promise<number> {
  await expect(page).toHaveTitle(/^（\d+ 条超期）/);
  return Number(/\d+/.exec(await page.title())?.[0]);
}

/** Cases of the strip 待交办. */
export function foundCases(page: Page): Locator {
  return page.getByRole("region", { name: "待交办" }).getByRole("button");
}

/** Goes to a control as a keyboard does. */
export async function reachByTab(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const isReached = () => control.evaluate((node) => node === document.activeElement);
  for (let step = 0; step < 16 && !(await isReached()); step += 1) await page.keyboard.press("Tab");
  await expect(control).toBeFocused();
}
