import { type Reading, readQuarter, taken } from "./cell-reading.ts";
import type { PlainCell } from "./cell-text.ts";
import type { Quarter } from "./quarter.ts";
import type { ClassTiers, Indicator, Measure, Scheme, Tier, TierBound } from "./scheme.ts";
import type { SCHEME_SHEETS } from "./scheme-sheets.ts";
import type { RowOf } from "./sheet-column.ts";

type IndicatorColumns = (typeof SCHEME_SHEETS)["indicator"]["columns"];
type TierColumns = (typeof SCHEME_SHEETS)["tier"]["columns"];
type SchemeColumns = (typeof SCHEME_SHEETS)["scheme"]["columns"];
type Refuse<C> = (column: (keyof C & string) | null, reason: string) => void;

/** A scheme without what the other two sheets say. */
export type SchemeHead = Omit<Scheme, "groups" | "indicators" | "classTiers">;

function readLastQuarter(cell: PlainCell): Reading<Quarter | null> {
  return cell === null ? taken(null) : readQuarter(cell, null);
}

/** Reads one row of 考核方案; null after a refusal. */
export function readSchemeHead(
  id: string,
  row: RowOf<SchemeColumns>,
  refuse: Refuse<SchemeColumns>,
): SchemeHead | null {
  const from = readQuarter(row.from, null);
  const to = readLastQuarter(row.to);
  const { bonusGate, bonusMax } = row;
  if (!from.ok) refuse("from", from.reason);
  else if (!to.ok) refuse("to", to.reason);
  else if (to.value !== null && to.value < from.value) refuse("to", "终止季度早于起始季度");
  else if ((bonusGate === null) !== (bonusMax === null)) refuse("bonusMax", "加分门槛和加分上限要么都填，要么都不填");
  else if ((row.overdueIndicator === null) !== (row.overduePoints === null))
    refuse("overduePoints", "超期整改扣分指标和超期整改扣分要么都填，要么都不填");
  else
    return {
      id,
      name: row.name,
      version: row.version,
      effectiveFrom: from.value,
      effectiveTo: to.value,
      fullMark: row.fullMark,
      naPolicy: row.naPolicy ?? "rescale",
      vetoScore: row.vetoScore,
      bonus: bonusGate === null || bonusMax === null ? null : { gate: bonusGate, max: bonusMax },
      tierBasis: row.tierBasis ?? "score",
      decimals: row.decimals ?? 2,
      yearBasis: row.yearBasis ?? "meanOfQuarters",
      notes: row.notes ?? "",
      ...readEscalation(row),
    };
  return null;
}

/** Nothing where no column was filled in: the rules are off. */
function readEscalation(row: RowOf<SchemeColumns>): Pick<Scheme, "escalation"> {
  const { returnedSurcharge, repeatFactor, overdueIndicator, overduePoints, escalationCap } = row;
  if (returnedSurcharge === null && repeatFactor === null && overduePoints === null) return {};
  const overdueSurcharge =
    overdueIndicator === null || overduePoints === null
      ? null
      : { indicatorId: overdueIndicator, points: overduePoints };
  return { escalation: { returnedSurcharge, repeatFactor, overdueSurcharge, cap: escalationCap } };
}

/** One row of 分档: a tier and the unit class it holds for. */
export interface TierRow {
  unitClass: string;
  tier: Tier;
}

function readMeasure(row: RowOf<IndicatorColumns>, refuse: Refuse<IndicatorColumns>): Measure | null {
  if (row.effect === "veto") return { kind: "perOccurrence", each: 0 };
  const kind = row.measure ?? (row.each === null ? "ratio" : "perOccurrence");
  if (kind === "perOccurrence" && row.each === null) refuse("each", "按次扣分（加分）的指标要填每次的分值");
  else if (kind === "ratio" && row.each !== null) refuse("each", "按比例扣分的指标不填每次的分值");
  else return kind === "ratio" ? { kind } : { kind, each: row.each ?? 0 };
  return null;
}

/** Reads one row of 考核指标; null after a refusal. */
export function readIndicator(row: RowOf<IndicatorColumns>, refuse: Refuse<IndicatorColumns>): Indicator | null {
  const measure = readMeasure(row, refuse);
  if (measure === null) return null;
  const id = row.id ?? row.name;
  if (id.length > 64) refuse("name", "名称超过 64 字，请另填指标编号");
  else if (row.capAt === "parent" && row.parent === null) refuse("parent", "扣到上级指标为止时，要填上级指标");
  else
    return {
      id,
      groupId: row.groupId ?? row.group,
      parentId: row.parent,
      name: row.name,
      shortName: row.shortName ?? [...row.name].slice(0, 4).join(""),
      points: row.points,
      effect: row.effect ?? "deduct",
      measure,
      capAt: row.capAt ?? (row.effect === "veto" ? "none" : "indicator"),
      clause: row.clause ?? "",
      verification: row.verification ?? "site",
    };
  return null;
}

function toBound(value: number | null, inclusive: boolean | null): TierBound | null | "incomplete" {
  if (value === null) return null;
  return inclusive === null ? "incomplete" : { value, inclusive };
}

/** Reads one row of 分档; null after a refusal. */
export function readTier(row: RowOf<TierColumns>, refuse: Refuse<TierColumns>): TierRow | null {
  const lower = toBound(row.lower, row.lowerIn);
  const upper = toBound(row.upper, row.upperIn);
  if (lower === "incomplete") refuse("lowerIn", "填了下限，要说明等于下限时是否属于本档");
  else if (upper === "incomplete") refuse("upperIn", "填了上限，要说明等于上限时是否属于本档");
  else if (lower !== null && upper !== null && lower.value > upper.value) refuse("upper", "上限小于下限");
  else {
    const unitClass = row.unitClass === null || row.unitClass === "全部" ? "*" : row.unitClass;
    return { unitClass, tier: { level: row.level, name: row.name, lower, upper, qualified: row.qualified } };
  }
  return null;
}

/** Tiers by unit class, best first. */
export function toClassTiers(rows: readonly TierRow[]): ClassTiers[] {
  const classes = [...new Set(rows.map((row) => row.unitClass))];
  return classes.map((unitClass) => ({
    unitClass,
    tiers: rows
      .filter((row) => row.unitClass === unitClass)
      .map((row) => row.tier)
      .sort((a, b) => a.level - b.level),
  }));
}
