import type { ApplicantKind } from "#domain/application.ts";
import type { OutcomeLeaf } from "#domain/outcome-leaf.ts";
import type { Cells } from "./demo-cells.ts";
import { drawer, randomFor } from "./demo-random.ts";
import { DEMO_UNIT_COUNT, type DemoUnit } from "./demo-units.ts";

/** One application; every cell of table 三 is a count of these, so that its identities hold by construction. */
export interface DemoCase {
  /** Year of receipt and place among the applications of that year. */
  year: number;
  at: number;
  unitId: string;
  column: ApplicantKind;
  origin: "new" | "carriedOver";
  state: "closed" | "carriedForward";
  outcome: OutcomeLeaf;
}

/** Applicant columns in printed order with their usual share of 398. */
const COLUMNS: readonly (readonly [column: ApplicantKind, share: number])[] = [
  ["naturalPerson", 331],
  ["commercial", 41],
  ["research", 2],
  ["publicWelfare", 3],
  ["legalService", 17],
  ["otherOrg", 4],
];

/** Outcome rows in legal order with their usual share of 401. */
const OUTCOMES: readonly (readonly [row: OutcomeLeaf, share: number])[] = [
  ["granted", 183],
  ["partiallyGranted", 37],
  ["refused.stateSecret", 0],
  ["refused.prohibitedByLaw", 4],
  ["refused.securityStability", 2],
  ["refused.thirdPartyRights", 12],
  ["refused.internalAffairs", 4],
  ["refused.deliberative", 8],
  ["refused.enforcementFile", 5],
  ["refused.administrativeInquiry", 13],
  ["unavailable.notHeld", 64],
  ["unavailable.requiresCreation", 15],
  ["unavailable.stillUnclear", 3],
  ["notProcessed.petition", 19],
  ["notProcessed.duplicate", 4],
  ["notProcessed.publication", 1],
  ["notProcessed.excessive", 0],
  ["notProcessed.reconfirm", 3],
  ["other.correctionOverdue", 7],
  ["other.feeUnpaid", 0],
  ["other.misc", 17],
];

/** New applications of the district and cases open at the end of the year; other years follow the trend. */
const NEW_CASES: Readonly<Record<number, number>> = { 2021: 334, 2022: 341, 2023: 356, 2024: 384, 2025: 398 };
const CARRIED_FORWARD: Readonly<Record<number, number>> = { 2021: 9, 2022: 8, 2023: 11, 2024: 14, 2025: 11 };

function existsIn({ unit }: DemoUnit, year: number): boolean {
  return (unit.activeFrom ?? "") <= `${year}-12-31`;
}

/** Applications received in the year; the last of them are still open when it ends. */
export function newCases(year: number, units: readonly DemoUnit[]): DemoCase[] {
  const random = randomFor(`applications|${year}`);
  const founded = units.filter((demo) => existsIn(demo, year));
  const scale = units.length / DEMO_UNIT_COUNT;
  const count = Math.round((NEW_CASES[year] ?? 398 + 9 * ((year - 2025) % 5)) * scale);
  const open = Math.round((CARRIED_FORWARD[year] ?? 10 + (year % 4)) * scale);
  const drawUnit = drawer(founded, ({ applications }) => applications);
  const drawColumn = drawer(COLUMNS, ([, share]) => share);
  const drawOutcome = drawer(OUTCOMES, ([, share]) => share);
  return Array.from({ length: count }, (_, at) => ({
    year,
    at,
    unitId: drawUnit(random.next())?.unit.id ?? "",
    column: drawColumn(random.next())?.[0] ?? "naturalPerson",
    origin: "new",
    state: at < count - open ? "closed" : "carriedForward",
    outcome: drawOutcome(random.next())?.[0] ?? "granted",
  }));
}

/** New cases and those carried over from the year before, which all close in this one. */
export function casesOf(year: number, units: readonly DemoUnit[]): DemoCase[] {
  const carried = newCases(year - 1, units)
    .filter(({ state }) => state === "carriedForward")
    .map((entry): DemoCase => ({ ...entry, origin: "carriedOver", state: "closed" }));
  return [...newCases(year, units), ...carried];
}

const ROWS: readonly string[] = [
  "newReceived",
  "carriedOver",
  ...OUTCOMES.map(([row]) => row),
  "outcomeTotal",
  "carriedForward",
];

/** Made once: a district of a thousand units has half a million of these cells. */
const CELL_IDS = new Map(
  ROWS.map((row) => [
    row,
    { total: `t3.${row}.total`, columns: new Map(COLUMNS.map(([column]) => [column, `t3.${row}.${column}`])) },
  ]),
);
const ZEROS: Readonly<Cells> = Object.fromEntries(
  [...CELL_IDS.values()].flatMap(({ total, columns }) => [...columns.values(), total].map((cell) => [cell, "0"])),
);

/** Rows of table 三 in which a case is counted. `forgotten` is closed, but stands in no outcome row. */
function rowsOf(entry: DemoCase, forgotten: DemoCase | undefined): string[] {
  const received = entry.origin === "new" ? "newReceived" : "carriedOver";
  if (entry.state === "carriedForward") return [received, "carriedForward"];
  return entry === forgotten ? [received, "outcomeTotal"] : [received, entry.outcome, "outcomeTotal"];
}

/** Table 三 of one unit. */
export function countCases(cases: readonly DemoCase[], forgotten: DemoCase | undefined): Cells {
  const cells: Cells = { ...ZEROS };
  const addOne = (cell: string | undefined) => {
    if (cell !== undefined) cells[cell] = String(Number(cells[cell]) + 1);
  };
  for (const entry of cases)
    for (const row of rowsOf(entry, forgotten)) {
      addOne(CELL_IDS.get(row)?.columns.get(entry.column));
      addOne(CELL_IDS.get(row)?.total);
    }
  return cells;
}
