import { type Page, test } from "@playwright/test";
import { expectSettled } from "#e2e/desk-address.ts";
import { filterBar } from "#e2e/filter-bar.ts";
import { measureColdLoad } from "./cold-load.ts";
import { startDistrict } from "./district.ts";
import { countChartNodes, countThreadTime, type Effort, heapAfterCollection, measureEffort } from "./main-thread.ts";
import { median, printTable } from "./statistics.ts";

const SIZES = [54, 300, 1000];
const ROUNDS = 4;

/** A pick, found before the measurement: the search for a control must not count as the page's work. */
type Pick = (page: Page) => Promise<() => Promise<unknown>>;

/** What is clicked on each page: another year brings other data, another side other rows. */
const PAGES: Record<string, Pick[]> = {
  overview: [pickYear("2025"), pickSide("镇街"), pickYear("2026"), pickSide("全部")],
  inspections: [pickYear("2025"), pickSide("镇街"), pickYear("2026"), pickSide("全部")],
  deductions: [pickYear("2025"), pickSide("镇街"), pickYear("2026"), pickSide("全部")],
  applications: [pickYear("2025"), pickSide("镇街"), pickYear("2026"), pickSide("全部")],
  units: [pickYear("2025"), pickYear("2026")],
};

/** The overview is the bare address. */
function addressOf(name: string): string {
  return name === "overview" ? "" : name;
}

function pickYear(year: string): Pick {
  return async (page) => {
    const control = await filterBar(page).getByRole("combobox", { name: "年度" }).elementHandle();
    return async () =>
      control?.evaluate((element, value) => {
        if (element instanceof HTMLSelectElement) element.value = value;
        element.dispatchEvent(new Event("change", { bubbles: true }));
      }, year);
  };
}

function pickSide(side: string): Pick {
  return async (page) => {
    const control = await filterBar(page).getByRole("button", { name: side, exact: true }).elementHandle();
    return async () => control?.evaluate((element) => element instanceof HTMLElement && element.click());
  };
}

async function measureFilterChanges(page: Page, name: string): Promise<{ idle: Effort; efforts: Effort[] }> {
  const session = await countThreadTime(page);
  const efforts: Effort[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const find of PAGES[name] ?? []) efforts.push(await measureEffort(page, session, await find(page)));
  }
  return { idle: await measureEffort(page, session, async () => undefined), efforts };
}

test("pages", async ({ browser }) => {
  const changes: (string | number)[][] = [
    ["filter change", "units", "CPU ms", "worst CPU", "of it idle", "later ms", "longest task", "nodes", "heap MB"],
  ];
  const loads: (string | number)[][] = [["cold load", "units", "JS KB br", "total KB", "requests", "painted ms"]];
  for (const units of SIZES) {
    const server = await startDistrict(units);
    for (const name of Object.keys(PAGES)) {
      const load = await measureColdLoad(browser, `${server.url}${addressOf(name)}`);
      loads.push([
        name,
        String(units),
        load.scriptBytes / 1024,
        load.totalBytes / 1024,
        String(load.requests),
        load.paintedMs,
      ]);
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${server.url}${addressOf(name)}`);
      await expectSettled(page);
      const { idle, efforts } = await measureFilterChanges(page, name);
      const cpu = efforts.map((effort) => effort.cpuMs);
      const longest = Math.max(...efforts.map((effort) => effort.longestTaskMs));
      changes.push([
        name,
        String(units),
        median(cpu),
        Math.max(...cpu),
        idle.cpuMs,
        median(efforts.map((effort) => effort.laterMs)),
        longest === 0 ? "< 50" : longest,
        String(await countChartNodes(page)),
        await heapAfterCollection(page),
      ]);
      await context.close();
    }
    await server.stop();
  }
  printTable(
    "From a click on a filter option to the new data fully shown in the window (54 units: ≤ 25 ms CPU, ≤ 1,500 nodes)",
    changes,
  );
  printTable("First visit, empty cache", loads);
});
