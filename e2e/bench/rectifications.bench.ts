import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { RectificationCase } from "#domain/rectification.ts";
import { board } from "#e2e/board.ts";
import { expectSettled } from "#e2e/desk-address.ts";
import { filterBar } from "#e2e/filter-bar.ts";
import { type ProductServer, runServerCommand, startServer, temporaryDatabase } from "#e2e/product-server.ts";
import type { DemoCase } from "#server/demo-case-log.ts";
import { demoLedger } from "#server/demo-district.ts";
import { openCases } from "#server/demo-open-cases.ts";
import { demoUnits } from "#server/demo-units.ts";
import { countThreadTime, type Effort, measureEffort, measureTick, type Tick } from "./main-thread.ts";
import { median, printTable } from "./statistics.ts";

const ROUNDS = 5;
/** A usual window. What is outside it is drawn while the page rests, so each of the two parts is measured in sight. */
const VIEWPORT = { width: 1440, height: 900 };
const SECONDS = 12;

/** The district with so many open cases around their limits; the age of every case counts from the server's now. */
async function startOffice(open: number): Promise<ProductServer> {
  const database = temporaryDatabase();
  const now = new Date();
  const ledger = demoLedger(now);
  const cases: DemoCase[] = openCases(now, demoUnits(), { count: open }).map(({ row, events }, at) =>
    rename(row, events, at),
  );
  const isPast = new Set(
    ledger.rectificationEvents.flatMap(({ caseId, event }) => (event.kind === "recheckPassed" ? [caseId] : [])),
  );
  const past = ledger.rectificationCases.filter(({ id }) => isPast.has(id));
  const file = join(dirname(database.slice("file:".length)), `open-${open}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      ...ledger,
      rectificationCases: [...past, ...cases.map(({ row }) => row)],
      rectificationEvents: [
        ...ledger.rectificationEvents.filter(({ caseId }) => isPast.has(caseId)),
        ...cases.flatMap(({ row, events }) => events.map((event) => ({ caseId: row.id, event }))),
      ],
    }),
  );
  const end = await runServerCommand("import", [file], { DATABASE_URL: database });
  if (end.code !== 0) throw new Error(`import of ${open} open cases failed: ${end.output}`);
  return startServer({ DATABASE_URL: database });
}

function rename(row: RectificationCase, events: DemoCase["events"], at: number): DemoCase {
  const id = `B${String(at).padStart(5, "0")}`;
  return { row: { ...row, id }, events: events.map((event, order) => ({ ...event, id: `${id}-${order}` })) };
}

const PICKS = [
  ["类别", "镇街"],
  ["类别", "全部"],
  ["级别", "严重"],
  ["级别", "全部"],
] as const;

/** The controls are found before the measurement: the search for one must not count as the page's work. */
async function measureChanges(page: Page): Promise<Effort[]> {
  const session = await countThreadTime(page);
  const efforts: Effort[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const [group, name] of PICKS) {
      const box = filterBar(page).getByRole("group", { name: group, exact: true });
      const control = await box.getByRole("button", { name, exact: true }).elementHandle();
      const click = async () => control?.evaluate((element) => element instanceof HTMLElement && element.click());
      efforts.push(await measureEffort(page, session, click));
    }
  return efforts;
}

function figuresOf(efforts: readonly Effort[]): (string | number)[] {
  const longest = Math.max(...efforts.map(({ longestTaskMs }) => longestTaskMs));
  return [
    median(efforts.map(({ scriptMs }) => scriptMs)),
    median(efforts.map(({ cpuMs }) => cpuMs)),
    Math.max(...efforts.map(({ cpuMs }) => cpuMs)),
    median(efforts.map(({ laterMs }) => laterMs)),
    longest === 0 ? "< 50" : longest,
  ];
}

test("board and timeline", async ({ browser }) => {
  const ticks: (string | number)[][] = [
    ["second tick", "open", "script ms", "worst script", "task ms", "worst task", "samples"],
  ];
  const changes: (string | number)[][] = [
    [
      "in sight",
      "open",
      "script ms",
      "task ms",
      "worst task",
      "later ms",
      "longest task",
      "board nodes",
      "timeline nodes",
    ],
  ];
  for (const open of [40, 300, 5000]) {
    const server = await startOffice(open);
    const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
    await page.goto(`${server.url}rectifications`);
    await expectSettled(page);
    await page.waitForLoadState("networkidle");
    const session = await countThreadTime(page);
    const samples: Tick[] = await measureTick(page, session, SECONDS);
    ticks.push([
      "tick",
      String(open),
      median(samples.map(({ scriptMs }) => scriptMs)),
      Math.max(...samples.map(({ scriptMs }) => scriptMs)),
      median(samples.map(({ taskMs }) => taskMs)),
      Math.max(...samples.map(({ taskMs }) => taskMs)),
      String(samples.length),
    ]);
    const boardNodes = await board(page).locator("*").count();
    const timeline = page.locator('[data-chart="rectification-timeline"]');
    const atBoard = await measureChanges(page);
    await timeline.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await expect(timeline.locator("text").nth(10)).toBeVisible();
    const timelineNodes = await timeline.locator("*").count();
    const atTimeline = await measureChanges(page);
    changes.push(["board", String(open), ...figuresOf(atBoard), String(boardNodes), ""]);
    changes.push(["timeline", String(open), ...figuresOf(atTimeline), "", String(timelineNodes)]);
    await page.context().close();
    await server.stop();
  }
  printTable("A second on the untouched page (budget: ≤ 4 ms of script)", ticks);
  printTable(
    "From a click on a filter to the new data fully shown in the window (≤ 25 ms; 5,000 open: ≤ 60 ms, board < 3,000)",
    changes,
  );
});
