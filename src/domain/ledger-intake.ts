import { ApplicationIntake, dayOfReading } from "./application-intake.ts";
import { APPLICATION_SHEET } from "./application-sheet.ts";
import { cleanText, nameKey, type SheetRow, showCell } from "./cell-text.ts";
import { DisputeIntake } from "./dispute-intake.ts";
import { DISPUTE_SHEET } from "./dispute-sheet.ts";
import { FindingIntake } from "./finding-intake.ts";
import { InspectionIntake } from "./inspection-intake.ts";
import type { Ledger } from "./ledger.ts";
import { FINDING_SHEET, INSPECTION_SHEET, LEDGER_SHEETS, UNIT_SHEET } from "./ledger-sheets.ts";
import { MockInspectionIntake } from "./mock-inspection-intake.ts";
import { MOCK_INSPECTION_SHEET } from "./mock-inspection-sheet.ts";
import { RecheckIntake } from "./recheck-intake.ts";
import { RECHECK_SHEET } from "./recheck-sheet.ts";
import { DEFAULT_RULES } from "./rectification.ts";
import { RectificationIntake } from "./rectification-intake.ts";
import type { RectificationContext } from "./rectification-logs.ts";
import { RuleIntake } from "./rectification-rules.ts";
import { RECTIFICATION_SHEETS } from "./rectification-sheets.ts";
import { ReportIntake } from "./report-intake.ts";
import { REPORT_SHEETS } from "./report-sheets.ts";
import type { RowError } from "./row-error.ts";
import { SchemeIntake } from "./scheme-intake.ts";
import { SCHEME_SHEETS } from "./scheme-sheets.ts";
import type { Columns, LedgerSheet, RowOf } from "./sheet-column.ts";
import { fitOf } from "./sheet-head.ts";
import { type PlacedRow, type RejectedSheet, RowLog, readRows, type SheetSource, topRows } from "./sheet-rows.ts";
import { type PinyinOf, UnitIntake } from "./unit-intake.ts";

/** What is already held, for references that point outside the file. */
export interface HeldLedger extends Pick<Ledger, "units" | "schemes" | "inspections"> {
  rectifications: RectificationContext;
  hasFinding: (findingId: string) => boolean;
  /** Unit of an application by its number. */
  ownerOf: (applicationId: string) => string | undefined;
}

/** An empty store at no particular time: whatever a file says may have happened. */
export const NOTHING_HELD: HeldLedger = {
  units: [],
  schemes: [],
  inspections: [],
  rectifications: { cases: [], rules: [DEFAULT_RULES], now: "9999-12-31T23:59:59Z" },
  hasFinding: () => false,
  ownerOf: () => undefined,
};

/** What became of a file. */
export interface Intake {
  ledger: Ledger;
  errors: readonly RowError[];
  rejected: readonly RejectedSheet[];
  /** True when a whole sheet cannot be read, so that its good rows are not known either. */
  hasBrokenSheet: boolean;
  /** Sheets that the importer does not know yet. */
  skipped: readonly string[];
  notes: readonly string[];
  /** 数据截至 of the 说明 sheet, as typed. */
  asOf: string | null;
  rows: number;
}

/** Sheets that explain the others; only 数据截至 is read from them. */
const EXPLANATION_SHEETS = new Set(["说明", "填表说明", "来源"]);

/** The known sheet with this very name. */
function sheetNamed(key: string): LedgerSheet | undefined {
  return LEDGER_SHEETS.find((sheet) => [sheet.name, ...sheet.aliases].some((word) => nameKey(word) === key));
}

/** The known sheet whose name occurs in a name such as 2024Q3扣分明细; the longest one decides. */
function sheetInName(key: string): LedgerSheet | undefined {
  return [...LEDGER_SHEETS]
    .sort((a, b) => b.name.length - a.name.length)
    .find((sheet) => key.includes(nameKey(sheet.name)));
}

/** The known sheet that a sheet or file is: by its name, else by its heads, else by a name inside its name. */
export function sheetFor(name: string, top: readonly SheetRow[]): LedgerSheet | undefined {
  const key = nameKey(name);
  return sheetNamed(key) ?? sheetByHead(top) ?? sheetInName(key);
}

/** The known sheet whose heads fit best, for a file that has no sheet names. */
function sheetByHead(rows: readonly SheetRow[]): LedgerSheet | undefined {
  let best: { sheet: LedgerSheet; fit: number } | undefined;
  for (const sheet of LEDGER_SHEETS) {
    const fit = fitOf(sheet.columns, rows);
    if (fit > (best?.fit ?? 0)) best = { sheet, fit };
  }
  return best?.sheet;
}

interface Sorted {
  bySheet: Map<string, SheetSource[]>;
  skipped: string[];
  asOf: string | null;
}

function sortSheets(sources: readonly SheetSource[]): Sorted {
  const sorted: Sorted = { bySheet: new Map(), skipped: [], asOf: null };
  for (const source of sources) {
    if (EXPLANATION_SHEETS.has(nameKey(source.name))) {
      sorted.asOf ??= readAsOf(source);
      continue;
    }
    const top = topRows(source);
    if (top.length === 0) continue;
    const sheet = sheetFor(source.name, top);
    if (sheet === undefined) sorted.skipped.push(source.name);
    else sorted.bySheet.set(sheet.name, [...(sorted.bySheet.get(sheet.name) ?? []), source]);
  }
  return sorted;
}

function readAsOf(source: SheetSource): string | null {
  for (const row of source.rows()) {
    const at = row.cells.findIndex((cell) => /^数据截至[：:]?$/.test(cleanText(showCell(cell))));
    const text = at < 0 ? "" : cleanText(showCell(row.cells[at + 1]));
    if (text !== "") return text;
  }
  return null;
}

/** Reads every source of a sheet; true when one of its rows could not be read. */
type SheetReader = <C extends Columns>(
  sheet: LedgerSheet<C>,
  takeRow: (row: RowOf<C>, place: PlacedRow<C>) => void,
) => boolean;

function sheetReader(bySheet: ReadonlyMap<string, readonly SheetSource[]>, log: RowLog): SheetReader {
  return (sheet, takeRow) => {
    const before = log.errors.length;
    let refusedLater = 0;
    for (const source of bySheet.get(sheet.name) ?? [])
      readRows(sheet, source, log, (row, place) => {
        const errors = log.errors.length;
        takeRow(row, place);
        refusedLater += log.errors.length - errors;
      });
    return log.errors.length - before - refusedLater > 0;
  };
}

/** Reads 依申请公开, then what may refer to it. */
function readApplications(
  read: SheetReader,
  units: UnitIntake,
  { ownerOf, rectifications: { now } }: HeldLedger,
  log: RowLog,
): Pick<Ledger, "applications" | "disputes" | "mockInspections"> {
  const applications = new ApplicationIntake(units, { ownerOf, now }, log);
  const disputes = new DisputeIntake(units, applications, dayOfReading(now), log);
  const mocks = new MockInspectionIntake(units, dayOfReading(now), log);
  read(APPLICATION_SHEET, (row, place) => applications.takeRow(row, place));
  applications.finish();
  read(DISPUTE_SHEET, (row, place) => disputes.takeRow(row, place));
  read(MOCK_INSPECTION_SHEET, (row, place) => mocks.takeRow(row, place));
  return { applications: applications.applications, disputes: disputes.disputes, mockInspections: mocks.rows };
}

/** Reads the sheets of one file into a ledger, in the order in which they refer to each other. */
export function readLedgerSheets(
  sources: readonly SheetSource[],
  held: HeldLedger,
  pinyinOf: PinyinOf,
  log = new RowLog(),
): Intake {
  const sorted = sortSheets(sources);
  const units = new UnitIntake(held.units, log, pinyinOf);
  const schemes = new SchemeIntake(held.schemes, log);
  const inspections = new InspectionIntake(held.inspections, units, schemes, log);
  const findings = new FindingIntake(units, schemes, inspections, log);
  const rechecks = new RecheckIntake((id) => findings.has(id) || held.hasFinding(id), log);
  const reports = new ReportIntake(units, log);
  const rules = new RuleIntake(held.rectifications.rules, log);
  const read = sheetReader(sorted.bySheet, log);
  read(UNIT_SHEET, (row, place) => units.takeRow(row, place));
  const schemeFaults = [
    read(SCHEME_SHEETS.scheme, (row, place) => schemes.takeScheme(row, place)),
    read(SCHEME_SHEETS.indicator, (row, place) => schemes.takeIndicator(row, place)),
    read(SCHEME_SHEETS.tier, (row, place) => schemes.takeTier(row, place)),
  ];
  schemes.finish(schemeFaults.includes(true));
  read(INSPECTION_SHEET, (row, place) => inspections.takeRow(row, place));
  inspections.finish();
  read(FINDING_SHEET, (row, place) => findings.takeRow(row, place));
  read(RECHECK_SHEET, (row, place) => rechecks.takeRow(row, place));
  const reportFaults = [
    read(REPORT_SHEETS.t2, (row, place) => reports.takeRow("t2", row, place)),
    read(REPORT_SHEETS.t3, (row, place) => reports.takeRow("t3", row, place)),
    read(REPORT_SHEETS.t4, (row, place) => reports.takeRow("t4", row, place)),
  ];
  reports.finish(reportFaults.includes(true));
  read(RECTIFICATION_SHEETS.rules, (row, place) => rules.takeRow(row, place));
  const rectifications = new RectificationIntake(units, { ...held.rectifications, rules: rules.known }, log);
  read(RECTIFICATION_SHEETS.case, (row, place) => rectifications.takeCase(row, place));
  read(RECTIFICATION_SHEETS.event, (row, place) => rectifications.takeEvent(row, place));
  rectifications.finish();
  const applications = readApplications(read, units, held, log);
  return {
    ledger: {
      units: units.units,
      schemes: schemes.schemes,
      inspections: inspections.inspections,
      coverage: inspections.coverage,
      findings: findings.findings,
      findingRechecks: rechecks.rechecks,
      findingEvents: [],
      annualReports: reports.reports,
      rectificationRules: rules.rules,
      rectificationCases: rectifications.cases,
      rectificationEvents: rectifications.events,
      ...applications,
    },
    errors: log.errors,
    rejected: [...log.rejected.values()],
    hasBrokenSheet: log.hasBrokenSheet,
    skipped: sorted.skipped,
    notes: log.notes,
    asOf: sorted.asOf,
    rows: log.rows,
  };
}
