import { COMPARISON_LABEL, isUnitPicked, type ResolvedFilters, UNIT_SORT_LABEL } from "#domain/filters.ts";
import { describeQuarter, describeQuarters } from "#domain/quarter.ts";
import { byOrder, isActiveIn, UNIT_SIDE_LABEL, type Unit } from "#domain/unit.ts";

/** The parts of a caption, in their order. */
export type CaptionPart = "quarters" | "units" | "sort" | "compare";

export interface CaptionOptions {
  /** Parts that change this figure; a figure that is not sorted does not speak of the order. */
  parts?: readonly CaptionPart[];
  /** Names spelled out before 等 12 家; Infinity in files, where every name has to stand. */
  names?: number;
}

const ALL_PARTS: readonly CaptionPart[] = ["quarters", "units", "sort", "compare"];
const NAMES_ON_SCREEN = 4;

type Scope = Pick<ResolvedFilters, "quarters" | "side" | "unitClass" | "units">;

/** The units a page speaks of: inside the picks, and existing in at least one of the quarters. */
export function pickedUnits(filters: Scope, units: readonly Unit[]): Unit[] {
  return units
    .filter((unit) => isUnitPicked(unit, filters) && filters.quarters.some((quarter) => isActiveIn(unit, quarter)))
    .sort(byOrder);
}

/** 云溪镇、归雁镇、霜叶镇等 12 家 */
export function describeNames(names: readonly string[], limit = NAMES_ON_SCREEN): string {
  if (names.length <= limit) return names.join("、");
  return `${names.slice(0, Math.max(1, limit - 1)).join("、")}等 ${names.length} 家`;
}

/** 全部单位, 镇街, 部门一类: the scope without its number, as a file name says it. */
export function describeScope(filters: Scope, units: readonly Unit[]): string {
  if (filters.units.length > 0) {
    const picked = pickedUnits(filters, units);
    const [first] = picked;
    return picked.length === 1 && first !== undefined ? first.shortName : `${picked.length}家单位`;
  }
  const scope = `${filters.side === null ? "" : UNIT_SIDE_LABEL[filters.side]}${filters.unitClass ?? ""}`;
  return scope === "" ? "全部单位" : scope;
}

function describeUnits(filters: Scope, units: readonly Unit[], limit: number): string {
  const picked = pickedUnits(filters, units);
  if (filters.units.length > 0) {
    const names = describeNames(
      picked.map((unit) => unit.shortName),
      limit,
    );
    return `单位：${names === "" ? "无" : names}`;
  }
  if (filters.side === null && filters.unitClass === null) return `全部 ${picked.length} 家`;
  return `${describeScope(filters, units)} ${picked.length} 家（全部）`;
}

/** 2026年三季度 · 镇街 23 家（全部）· 按扣分从多到少 · 环比. One wording for captions, text alternatives and files. */
export function describeFilters(
  filters: ResolvedFilters,
  units: readonly Unit[],
  { parts = ALL_PARTS, names = NAMES_ON_SCREEN }: CaptionOptions = {},
): string {
  const words = {
    quarters: describeQuarters(filters.quarters),
    units: describeUnits(filters, units, names),
    sort: filters.sort === "points" ? `按${UNIT_SORT_LABEL.points}` : UNIT_SORT_LABEL.register,
    compare: describeComparison(filters),
  } satisfies Record<CaptionPart, string>;
  return joinParts(ALL_PARTS.filter((part) => parts.includes(part)).map((part) => words[part]));
}

function describeComparison({ compare, base }: Pick<ResolvedFilters, "compare" | "base">): string {
  if (compare === "none" || (compare === "picked" && base === null)) return "";
  return base === null ? COMPARISON_LABEL[compare] : `与${describeQuarter(base)}比`;
}

/** A middle dot between parts; a closing bracket brings its own room. */
function joinParts(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .reduce((line, part) => (line === "" ? part : `${line}${line.endsWith("）") ? "" : " "}· ${part}`), "");
}
