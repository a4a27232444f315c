import { type Reading, readQuarter, refused, taken } from "./cell-reading.ts";
import type { Finding } from "./finding.ts";
import type { Inspection } from "./inspection.ts";
import type { InspectionIntake } from "./inspection-intake.ts";
import type { FINDING_SHEET } from "./ledger-sheets.ts";
import { formatPoints, POINT, type Points } from "./points.ts";
import { describeQuarter, type Quarter } from "./quarter.ts";
import { hashOf } from "./row-hash.ts";
import type { Indicator, Scheme } from "./scheme.ts";
import type { SchemeIntake } from "./scheme-intake.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { UnitIntake } from "./unit-intake.ts";

type FindingColumns = (typeof FINDING_SHEET)["columns"];
type Place = PlacedRow<FindingColumns>;
type Row = RowOf<FindingColumns>;

/** What a line says about its own price; null where the cell was left empty. */
export interface StatedPrice {
  count: number | null;
  ratio: number | null;
  points: Points | null;
}

/** What a line costs, before any cap. */
export type Price = Pick<Finding, "count" | "ratio" | "points">;

function refuseUnequal(stated: Points, computed: Points): Reading<never> {
  return refused(`与方案算出的 ${formatPoints(computed, 4)} 分不一致（填写的是 ${formatPoints(stated, 4)} 分）`);
}

function priceByRatio(indicator: Indicator, stated: StatedPrice): Reading<Price> {
  if (stated.count !== null && stated.count !== 1) return refused("该指标按比例扣分，次数应为空或 1");
  if (stated.ratio !== null) {
    const points = Math.round((stated.ratio * indicator.points) / POINT);
    if (stated.points !== null && stated.points !== points) return refuseUnequal(stated.points, points);
    return taken({ count: 1, ratio: stated.ratio, points });
  }
  if (stated.points === null) return refused("该指标按比例扣分，请填扣分比例或扣分");
  const ratio = indicator.points === 0 ? 0 : (stated.points * POINT) / indicator.points;
  return taken({ count: 1, ratio: Number.isInteger(ratio) ? ratio : null, points: stated.points });
}

function priceByCount(each: Points, stated: StatedPrice): Reading<Price> {
  if (stated.ratio !== null) return refused("该指标按次扣分，不填扣分比例");
  if (stated.count === null && stated.points !== null) {
    const times = each > 0 && stated.points % each === 0 ? stated.points / each : 1;
    return taken({ count: times, ratio: null, points: stated.points });
  }
  const count = stated.count ?? 1;
  if (stated.points !== null && stated.points !== count * each) return refuseUnequal(stated.points, count * each);
  return taken({ count, ratio: null, points: count * each });
}

/**
 * The price of a line under its indicator: count × points each, or ratio × the indicator's points. A stated deduction
 * must equal it; with neither count nor ratio it is taken as it is, as the printed quarterly sheets have it.
 */
export function priceFinding(indicator: Indicator, stated: StatedPrice): Reading<Price> {
  if (indicator.effect === "veto") {
    if (stated.ratio !== null || (stated.points !== null && stated.points !== 0))
      return refused("单项否决不计扣分，请留空");
    return taken({ count: stated.count ?? 1, ratio: null, points: 0 });
  }
  if (stated.points === 0) return refused("扣分应大于 0；没有扣分的行请删除");
  return indicator.measure.kind === "ratio"
    ? priceByRatio(indicator, stated)
    : priceByCount(indicator.measure.each, stated);
}

interface QuarterContext {
  quarter: Quarter;
  inspection: Inspection;
  scheme: Scheme;
}

/** Reads 扣分明细; every line must name a known unit, a quarter that was inspected, and an indicator of its scheme. */
export class FindingIntake {
  readonly findings: Finding[] = [];
  readonly #units: UnitIntake;
  readonly #schemes: SchemeIntake;
  readonly #inspections: InspectionIntake;
  readonly #log: RowLog;
  readonly #rowOf = new Map<string, number>();
  readonly #taken = new Set<string>();
  readonly #contexts = new Map<string, Reading<QuarterContext>>();

  constructor(units: UnitIntake, schemes: SchemeIntake, inspections: InspectionIntake, log: RowLog) {
    this.#units = units;
    this.#schemes = schemes;
    this.#inspections = inspections;
    this.#log = log;
  }

  /** Whether the file brings a finding under this id. */
  has(id: string): boolean {
    return this.#taken.has(id);
  }

  takeRow(row: Row, place: Place) {
    const context = this.#contextOf(row);
    if (!context.ok) return this.#log.reject(place, "quarter", context.reason);
    const unit = this.#units.find(row.unit, place);
    if (unit === null) return;
    const { quarter, inspection, scheme } = context.value;
    const indicator = this.#schemes.findIndicator(scheme, row.indicator);
    if (indicator === undefined || indicator === "ambiguous") {
      const reason = indicator === undefined ? "没有这个指标" : "有多个指标叫这个名称，请改填指标编号";
      return this.#log.reject(place, "indicator", `${describeQuarter(quarter)}所用方案“${scheme.name}”中${reason}`);
    }
    const price = priceFinding(indicator, row);
    if (!price.ok) return this.#log.reject(place, priceColumn(row, indicator), price.reason);
    const occurredOn = row.occurredOn ?? inspection.periodEnd;
    const id = row.id ?? `f-${hashOf([quarter, unit.id, indicator.id, occurredOn, row.problem])}`;
    if (!this.#isFirst(id, row, place)) return;
    this.#taken.add(id);
    this.findings.push({
      id,
      quarter,
      unitId: unit.id,
      indicatorId: indicator.id,
      occurredOn,
      ...price.value,
      problem: row.problem,
      evidenceUrl: row.evidenceUrl,
      status: row.status ?? "confirmed",
      parentId: row.parent,
    });
  }

  #isFirst(id: string, row: Row, place: Place): boolean {
    const first = this.#rowOf.get(id);
    if (first === undefined) this.#rowOf.set(id, place.source.row);
    else if (row.id !== null) this.#log.reject(place, "id", `编号与第 ${first} 行重复`);
    else
      this.#log.reject(
        place,
        null,
        `与第 ${first} 行重复（季度、单位、指标、日期、问题都相同）；若是两处问题，请合并次数或填写编号`,
      );
    return first === undefined;
  }

  #contextOf(row: Row): Reading<QuarterContext> {
    const key = `${String(row.quarter)}|${row.year ?? ""}`;
    const known = this.#contexts.get(key);
    if (known !== undefined) return known;
    const context = this.#settle(row);
    this.#contexts.set(key, context);
    return context;
  }

  #settle(row: Row): Reading<QuarterContext> {
    const quarter = readQuarter(row.quarter, row.year);
    if (!quarter.ok) return quarter;
    const inspection = this.#inspections.find(quarter.value);
    if (inspection === undefined)
      return refused(`${describeQuarter(quarter.value)}没有检查记录，请在“季度检查”表中登记`);
    const scheme = this.#schemes.find(inspection.schemeId);
    return scheme === undefined || scheme === "ambiguous"
      ? refused(`${describeQuarter(quarter.value)}所用的考核方案不存在`)
      : taken({ quarter: quarter.value, inspection, scheme });
  }
}

/** The cell that a refused price is most likely about. */
function priceColumn(row: StatedPrice, indicator: Indicator): "count" | "ratio" | "points" {
  if (row.points !== null) return "points";
  const isRatio = row.ratio !== null || (indicator.measure.kind === "ratio" && (row.count ?? 1) === 1);
  return isRatio ? "ratio" : "count";
}
