import { type AnnualReport, formOfYear } from "./annual-report.ts";
import { cellId, type FormTableId, REPORT_FORM } from "./report-form.ts";
import { columnKeysOf, findFormRow, type REPORT_SHEETS } from "./report-sheets.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { UnitIntake } from "./unit-intake.ts";

type ReportColumns = (typeof REPORT_SHEETS)["t2"]["columns"];
type Place = PlacedRow<ReportColumns>;
type Row = RowOf<ReportColumns>;

interface Draft {
  report: AnnualReport;
  places: Place[];
  broken: boolean;
}

/** Reads 年报表二, 三 and 四; a report with one bad row is refused as a whole, because a gap in it reads as 未报. */
export class ReportIntake {
  readonly reports: AnnualReport[] = [];
  readonly #units: UnitIntake;
  readonly #log: RowLog;
  readonly #drafts = new Map<string, Draft>();
  readonly #rowOf = new Map<string, number>();

  constructor(units: UnitIntake, log: RowLog) {
    this.#units = units;
    this.#log = log;
  }

  takeRow(tableId: FormTableId, row: Row, place: Place) {
    const draft = this.#draftOf(row, place);
    if (draft === null) return;
    draft.places.push(place);
    const table = REPORT_FORM[draft.report.form][tableId];
    const printed = findFormRow(table, row.label);
    if (printed === null) return this.#break(draft, place, "label", `${row.year} 年的表样上没有这一行`);
    const keys = columnKeysOf(table, printed);
    const figures = Object.keys(place.columns).filter((name) => name.startsWith("figure.")) as `figure.${string}`[];
    const stray = figures.find((name) => row[name] !== null && !(printed.hasCells && keys.includes(name.slice(7))));
    if (stray !== undefined) return this.#break(draft, place, stray, `表样上“${row.label}”没有这一格`);
    if (!printed.hasCells) return;
    const key = [draft.report.bodyId, row.year, tableId, printed.key].join("|");
    const first = this.#rowOf.get(key);
    if (first !== undefined) return this.#break(draft, place, "label", `与第 ${first} 行是同一机关、年度的同一行`);
    this.#rowOf.set(key, place.source.row);
    for (const column of keys) {
      const raw = row[`figure.${column}`];
      // A blank cell is kept as blank, so that reading the same sheet twice gives the same report.
      draft.report.cells[cellId(tableId, printed.key, column)] = raw ?? "";
    }
  }

  #draftOf(row: Row, place: Place): Draft | null {
    const unit = this.#units.lookUp(row.bodyId ?? row.body);
    const bodyId = row.bodyId ?? (unit === undefined || unit === "ambiguous" ? row.body : unit.id);
    if (bodyId.length > 64) {
      this.#log.reject(place, "body", "名称超过 64 字，请另填机关编号");
      return null;
    }
    const key = `${bodyId}|${row.year}`;
    const level = row.level ?? "unit";
    const draft = this.#drafts.get(key) ?? {
      report: { bodyId, bodyName: row.body, level, year: row.year, form: formOfYear(row.year), cells: {} },
      places: [],
      broken: false,
    };
    this.#drafts.set(key, draft);
    if (draft.report.bodyName !== row.body) this.#break(draft, place, "body", "同一机关编号写了两个名称");
    else if (draft.report.level !== level) this.#break(draft, place, "level", "与同一机关、年度其他行填的口径不一致");
    else return draft;
    return null;
  }

  #break(draft: Draft, place: Place, column: keyof ReportColumns & string, reason: string): void {
    draft.broken = true;
    this.#log.reject(place, column, reason);
  }

  /** Call after the three sheets: `unread` tells whether a row of them could not even be read. */
  finish(unread: boolean): void {
    for (const draft of this.#drafts.values()) {
      if (!draft.broken && !unread) {
        this.reports.push(draft.report);
        continue;
      }
      for (const place of draft.places)
        if (!this.#log.isRejected(place)) this.#log.reject(place, null, "同一年报中有错误行，年报不能只导入一部分");
    }
  }
}

/** A file with one table of a report leaves the other tables as they are held. */
export function mergeReport(held: AnnualReport | undefined, report: AnnualReport): AnnualReport {
  if (held === undefined || held.form !== report.form) return report;
  const tables = new Set(Object.keys(report.cells).map(tableOf));
  const kept = Object.entries(held.cells).filter(([id]) => !tables.has(tableOf(id)));
  return { ...report, cells: { ...Object.fromEntries(kept), ...report.cells } };
}

function tableOf(id: string): string {
  return id.slice(0, id.indexOf("."));
}
