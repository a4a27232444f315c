import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/**
 * No rule of axe is broken, in the whole page or within one part. Every rule runs, but only violations are written up:
 * telling what passes takes longer than judging it where a table has 2,000 cells. No page has frames, so axe need not
 * go into them, nor collect from them in a page of its own.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.html}`));
  expect(found).toEqual([]);
}
