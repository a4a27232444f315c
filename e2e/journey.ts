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

/** Moves the pointer over a chart until the mark under it is the named one, and leaves it there. */
export async function pointAt(page: Page, chart: string, name: string): Promise<void> {
  const list = page.locator(`[data-chart="${chart}"]`).getByRole("listbox");
  await list.scrollIntoViewIfNeeded();
  const box = await list.boundingBox();
  if (box === null) throw new Error(`${chart} is not drawn`);
  const option = list.getByRole("option");
  for (const share of [0.25, 0.75]) {
    for (let y = 4; y < box.height; y += 7) {
      await list.hover({ position: { x: box.width * share, y }, force: true });
      if ((await option.innerText()).startsWith(name)) return;
    }
  }
  throw new Error(`no mark of ${chart} is called ${name}`);
}
