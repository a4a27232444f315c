import { readQuarter } from "./cell-reading.ts";
import type { Coverage, Inspection } from "./inspection.ts";
import type { INSPECTION_SHEET } from "./ledger-sheets.ts";
import { calendarPeriod, describeQuarter, type Quarter } from "./quarter.ts";
import type { Scheme } from "./scheme.ts";
import type { SchemeIntake } from "./scheme-intake.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { Unit } from "./unit.ts";
import type { UnitIntake } from "./unit-intake.ts";

type InspectionColumns = (typeof INSPECTION_SHEET)["columns"];
type Place = PlacedRow<InspectionColumns>;
type Row = RowOf<InspectionColumns>;

/** What describes the round itself and must therefore agree on every row of a quarter. */
const ROUND_COLUMNS = ["name", "kind", "periodStart", "periodEnd", "status", "publishedOn", "scheme"] as const;
type Round = Pick<Row, (typeof ROUND_COLUMNS)[number]>;

interface Draft {
  quarter: Quarter;
  round: Round;
  rows: { row: Row; unit: Unit; place: Place }[];
}

/** Reads 季度检查 into inspections and coverage, and finds the scheme of a quarter for 扣分明细. */
export class InspectionIntake {
  readonly inspections: Inspection[] = [];
  readonly coverage: Coverage[] = [];
  readonly #held: ReadonlyMap<string, Inspection>;
  readonly #units: UnitIntake;
  readonly #schemes: SchemeIntake;
  readonly #log: RowLog;
  readonly #drafts = new Map<Quarter, Draft>();
  readonly #rowOf = new Map<string, number>();

  constructor(held: readonly Inspection[], units: UnitIntake, schemes: SchemeIntake, log: RowLog) {
    this.#held = new Map(held.map((inspection) => [inspection.quarter, inspection]));
    this.#units = units;
    this.#schemes = schemes;
    this.#log = log;
  }

  takeRow(row: Row, place: Place) {
    const quarter = readQuarter(row.quarter, row.year);
    if (!quarter.ok) return this.#log.reject(place, "quarter", quarter.reason);
    const unit = this.#units.find(row.unit, place);
    if (unit === null) return;
    const key = `${quarter.value}|${unit.id}`;
    const first = this.#rowOf.get(key);
    if (first !== undefined) return this.#log.reject(place, "unit", `与第 ${first} 行是同一季度的同一单位`);
    if (row.inspected === false && row.reason === null) return this.#log.reject(place, "reason", "未实检时要写原因");
    const draft = this.#drafts.get(quarter.value) ?? { quarter: quarter.value, round: { ...row }, rows: [] };
    this.#drafts.set(quarter.value, draft);
    if (!this.#agrees(draft, row, place)) return;
    this.#rowOf.set(key, place.source.row);
    draft.rows.push({ row, unit, place });
  }

  #agrees(draft: Draft, row: Row, place: Place): boolean {
    for (const column of ROUND_COLUMNS) {
      const stated = draft.round[column];
      if (row[column] !== null && stated !== null && row[column] !== stated) {
        this.#log.reject(place, column, "与同一季度其他行填的不一致");
        return false;
      }
    }
    for (const column of ROUND_COLUMNS) Object.assign(draft.round, { [column]: draft.round[column] ?? row[column] });
    return true;
  }

  /** Call after the sheet: defaults come from what is held for the quarter, then from the calendar. */
  finish(): void {
    for (const draft of this.#drafts.values()) this.#finishQuarter(draft);
  }

  #finishQuarter(draft: Draft) {
    const held = this.#held.get(draft.quarter);
    const scheme = this.#schemeOf(draft, held);
    if (typeof scheme === "string") return this.#rejectQuarter(draft, "scheme", scheme);
    const calendar = calendarPeriod(draft.quarter);
    const { round } = draft;
    const inspection: Inspection = {
      quarter: draft.quarter,
      kind: round.kind ?? held?.kind ?? "quarterly",
      name: round.name ?? held?.name ?? `${describeQuarter(draft.quarter)}政务公开检查`,
      schemeId: scheme.id,
      periodStart: round.periodStart ?? held?.periodStart ?? calendar.start,
      periodEnd: round.periodEnd ?? held?.periodEnd ?? calendar.end,
      status: round.status ?? held?.status ?? "draft",
      publishedOn: round.publishedOn ?? held?.publishedOn ?? null,
    };
    if (inspection.periodStart > inspection.periodEnd)
      return this.#rejectQuarter(draft, "periodEnd", "检查结束早于检查开始");
    this.addInspection(inspection);
    for (const entry of draft.rows) this.#takeCoverage(draft.quarter, scheme, entry);
  }

  #schemeOf(draft: Draft, held: Inspection | undefined): Scheme | string {
    const named = draft.round.scheme ?? held?.schemeId ?? null;
    if (named === null)
      return (
        this.#schemes.inForce(draft.quarter) ?? `没有${describeQuarter(draft.quarter)}生效的考核方案，请先导入方案`
      );
    const scheme = this.#schemes.find(named);
    if (scheme === "ambiguous") return "有多个方案叫这个名称，请改填方案编号";
    return scheme ?? "“考核方案”表和系统中都没有这个方案";
  }

  #rejectQuarter(draft: Draft, column: "scheme" | "periodEnd", reason: string): void {
    for (const { place } of draft.rows) this.#log.reject(place, column, reason);
  }

  #takeCoverage(quarter: Quarter, scheme: Scheme, { row, unit, place }: Draft["rows"][number]) {
    const notApplicable = this.#idsOf(scheme, row.notApplicable, "notApplicable", place);
    const notReported = this.#idsOf(scheme, row.notReported, "notReported", place);
    if (notApplicable === null || notReported === null) return;
    if (notApplicable.some((id) => notReported.includes(id)))
      return this.#log.reject(place, "notReported", "同一指标不能既不适用又未报");
    this.coverage.push({
      quarter,
      unitId: unit.id,
      state: row.inspected === false ? "missed" : "inspected",
      reason: row.reason,
      notApplicable,
      notReported,
    });
  }

  #idsOf(
    scheme: Scheme,
    names: readonly string[] | null,
    column: "notApplicable" | "notReported",
    place: Place,
  ): string[] | null {
    const ids: string[] = [];
    for (const name of names ?? []) {
      const indicator = this.#schemes.findIndicator(scheme, name);
      if (indicator === undefined || indicator === "ambiguous") {
        this.#log.reject(place, column, `方案“${scheme.name}”中没有唯一的指标“${name}”`);
        return null;
      }
      ids.push(indicator.id);
    }
    return ids;
  }

  addInspection(inspection: Inspection): void {
    this.inspections.push(inspection);
  }

  /** The round of a quarter, from the file or from what is held. */
  find(quarter: Quarter): Inspection | undefined {
    return this.inspections.find((inspection) => inspection.quarter === quarter) ?? this.#held.get(quarter);
  }
}
