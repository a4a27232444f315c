import type { Locator, Page } from "@playwright/test";
import { figureOf } from "./figure.ts";
import { filterBar } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";

const START = "/inspections?quarter=2026Q3";

test.use({ viewport: { width: 1366, height: 768 } });

/** What a figure says in its own words. */
function findingOf(page: Page, key: string): Locator {
  return figureOf(page, key).getByRole("paragraph").first();
}

async function pickTownships(page: Page): Promise<void> {
  await filterBar(page).getByRole("button", { name: "镇街", exact: true }).click();
}

test("a pick shows first what is in sight, and the rest when the page rests", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, START);
  const high = findingOf(page, "score-trend");
  const low = findingOf(page, "reinspection");
  const before = { high: await high.innerText(), low: await low.innerText() };
  await pickTownships(page);
  await expect(high).not.toHaveText(before.high);
  await expect(low).not.toHaveText(before.low);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  // Nobody scrolled.
  await expect(low).not.toBeInViewport();
});

test("whatever is scrolled to shows the picks", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, START);
  const low = findingOf(page, "reinspection");
  const before = await low.innerText();
  await pickTownships(page);
  await low.scrollIntoViewIfNeeded();
  await expect(low).not.toHaveText(before);
  await expect(low).toBeInViewport();
});
