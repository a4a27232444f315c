import { type BrowserContext, expect, type Page } from "@playwright/test";
import { addressOf, expectSettled, toUrl } from "./desk-address.ts";

/** All words of the page's content, once everything asked for is here. */
export async function readContent(page: Page): Promise<string> {
  await expectSettled(page);
  await page.waitForLoadState("networkidle");
  return page.getByRole("main").innerText();
}

/** Reload, a colleague who opens the shared address, and Back after another pick: each shows exactly the same. */
export async function expectAddressIsState(
  page: Page,
  otherContext: BrowserContext,
  pickAnother: () => Promise<void>,
): Promise<void> {
  const address = addressOf(page);
  const content = await readContent(page);

  await page.reload();
  expect(await readContent(page)).toBe(content);
  expect(addressOf(page)).toBe(address);

  const colleague = await otherContext.newPage();
  await colleague.goto(page.url());
  expect(await readContent(colleague)).toBe(content);
  await colleague.close();

  await pickAnother();
  await expect.poll(() => addressOf(page)).not.toBe(address);
  expect(await readContent(page)).not.toBe(content);
  await page.goBack();
  await expect.poll(() => addressOf(page)).toBe(address);
  await expect.poll(() => readContent(page)).toBe(content);
  await page.goForward();
  await expect.poll(() => addressOf(page)).not.toBe(address);
}

export async function openAddress(page: Page, baseURL: string | undefined, address: string): Promise<void> {
  await page.goto(toUrl(address, baseURL ?? ""));
  await expectSettled(page);
}

/** Right of the longest name begin the bars and cells of a row. */
const PAST_NAMES = 120;

/** Moves the pointer over the first mark of the row that carries this name, as a person who reads it would. */
export async function pointAt(page: Page, chart: string, name: string): Promise<void> {
  const plot = page.locator(`[data-chart="${chart}"]`);
  const label = plot.locator("svg").getByText(name, { exact: true }).first();
  await label.scrollIntoViewIfNeeded();
  const box = await label.boundingBox();
  if (box === null) throw new Error(`${chart} does not draw ${name}`);
  await page.mouse.move(box.x + PAST_NAMES, box.y + box.height / 2);
  await expect(plot.getByRole("option")).toContainText(name);
}
