import { readDate } from "#domain/cell-reading.ts";
import { toHalfWidth } from "#domain/cell-text.ts";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";
import { type HeldLedger, type Intake, NOTHING_HELD } from "#domain/ledger-intake.ts";
import { describeQuarters, type Quarter } from "#domain/quarter.ts";
import { mergeReport } from "#domain/report-intake.ts";
import { type LedgerFile, readLedgerFile } from "./read-ledger-file.ts";
import type { Store } from "./store.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export interface ImportOptions {
  /** Take the valid rows even if others are refused. */
  goodRows: boolean;
  /** Real data takes the place of the demonstration district. */
  replaceDemo: boolean;
  /** Moment up to which the data is complete, as typed (Asia/Shanghai); null asks the file, then the clock. */
  asOf: string | null;
  now: Date;
  onRow?: () => void;
  onWrite?: (rows: number) => void;
}

/** What became of a file; `changes` is null when nothing was written. */
export interface ImportResult {
  intake: Intake;
  changes: LedgerChanges | null;
}

const MOMENT = /^(.+?)(?:[T ]\s*(\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** "2026-10-08T17:30" or "2026年10月8日 17:30" in Asia/Shanghai as UTC; a day alone is complete at its end. */
export function parseAsOf(text: string, now: Date): string {
  const [, day = "", hour, minute] = MOMENT.exec(toHalfWidth(text)) ?? [];
  const date = readDate(day);
  if (!date.ok || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59)
    throw new UnreadableFile(`数据截至时间“${text}”无法识别，请写成 2026-10-08T17:30`);
  const time = hour === undefined ? "23:59:59" : `${hour.padStart(2, "0")}:${minute}:00`;
  const moment = new Date(Date.parse(`${date.value}T${time}Z`) - CHINA_OFFSET_MS);
  if (hour === undefined && moment > now && moment.getTime() - now.getTime() < 24 * 3_600_000) return now.toISOString();
  if (moment > now) throw new UnreadableFile(`数据截至时间“${text}”晚于现在`);
  return moment.toISOString();
}

function countRows(ledger: Ledger): number {
  return Object.values(ledger).reduce((sum, rows) => sum + rows.length, 0);
}

async function withHeldTables(store: Store, ledger: Ledger): Promise<Ledger> {
  const annualReports = await Promise.all(
    ledger.annualReports.map(async (report) => {
      const [held] = await store.annualReports({ body: report.bodyId, year: [String(report.year)], row: [] });
      return mergeReport(held, report);
    }),
  );
  return { ...ledger, annualReports };
}

/** What the file may refer to; nothing of the demonstration district, because it is about to go. */
async function heldIn(store: Store, isDemo: boolean, now: Date): Promise<HeldLedger> {
  const rules = await store.rectificationRules({});
  if (isDemo) return { ...NOTHING_HELD, rectifications: { cases: [], rules, now: now.toISOString() } };
  const findingIds = new Set(await store.findingIds());
  const owners = await store.applicationOwners();
  return {
    ownerOf: (id) => owners.get(id),
    hasFinding: (id) => findingIds.has(id),
    ...(await store.heldRegister()),
    rectifications: { cases: await store.caseRecords(), rules, now: now.toISOString() },
  };
}

/** Brings one file into the store in one transaction: all of it, or with `goodRows` what is valid, or nothing. */
export async function importLedger(store: Store, file: LedgerFile, options: ImportOptions): Promise<ImportResult> {
  const isDemo = (await store.sources({})).some((source) => source.demo);
  if (isDemo && !options.replaceDemo)
    throw new UnreadableFile("数据库里是演示数据，不能与真实数据混在一起；确认清空演示数据请加 --replace-demo");
  const intake = readLedgerFile(file, await heldIn(store, isDemo, options.now), options.onRow);
  const isRefused = intake.errors.length > 0 && (!options.goodRows || intake.hasBrokenSheet);
  const rows = countRows(intake.ledger);
  if (isRefused || rows === 0) return { intake, changes: null };
  const asOf = options.asOf ?? intake.asOf;
  const importedAt = options.now.toISOString();
  const origin = {
    name: file.name,
    asOf: asOf === null ? importedAt : parseAsOf(asOf, options.now),
    importedAt,
    demo: false,
  };
  options.onWrite?.(rows);
  const ledger = isDemo ? intake.ledger : await withHeldTables(store, intake.ledger);
  const published = isDemo ? [] : await store.publishedQuarters();
  const changes = await store.applyLedger(ledger, origin, { replaceAll: isDemo });
  const notes = await describeFrozenChanges(store, { ledger, changes, published });
  return { intake: { ...intake, notes: [...intake.notes, ...notes] }, changes };
}

interface Arrival {
  ledger: Ledger;
  changes: LedgerChanges;
  /** Quarters that were published before it. */
  published: readonly Quarter[];
}

/** An import may bring other rows for a quarter that was published; its figures stay, and somebody must know. */
async function describeFrozenChanges(store: Store, { ledger, changes, published }: Arrival): Promise<string[]> {
  const parts = ["units", "schemes", "inspections", "coverage", "findings"] as const;
  if (parts.every((part) => changes[part].added + changes[part].changed === 0)) return [];
  const own = new Set([...ledger.inspections, ...ledger.coverage, ...ledger.findings].map((row) => row.quarter));
  // New rules and renamed units reach every quarter.
  const isWide = changes.units.added + changes.units.changed + changes.schemes.added + changes.schemes.changed > 0;
  const reached = published.filter((quarter) => isWide || own.has(quarter));
  if (reached.length === 0) return [];
  const publications = await store.publications({ quarter: reached });
  const quarters = publications.filter(({ differs }) => differs === true).map(({ quarter }) => quarter);
  if (quarters.length === 0) return [];
  return [`${describeQuarters(quarters)}：已发布季度，改动不计入已发布数字；需发布更正`];
}
