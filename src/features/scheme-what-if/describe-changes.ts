import { formatPoints, POINT, type Points } from "#domain/points.ts";
import { type CapAt, type Scheme, tiersFor } from "#domain/scheme.ts";
import { currentValue, type SchemeChange } from "#domain/scheme-draft.ts";

export const CAP_LABEL = { indicator: "本项扣满为止", parent: "上级扣满为止", none: "不封顶" } satisfies Record<
  CapAt,
  string
>;

/** 2.5, 0.25: no digits that say nothing. */
export function plainPoints(points: Points): string {
  return String(points / POINT);
}

/** 栏目更新 每次 0.5 → 1; 一类 一/二档线 2 → 2.5. */
export function describeChange(scheme: Scheme, change: SchemeChange): string {
  const before = currentValue(scheme, change);
  return `${nameOf(scheme, change)} ${valueText(before)} → ${valueText(change.value)}`;
}

function valueText(value: Points | CapAt | null): string {
  if (value === null) return "——";
  return typeof value === "number" ? plainPoints(value) : CAP_LABEL[value];
}

function nameOf(scheme: Scheme, change: SchemeChange): string {
  if (change.kind === "edge") return `${className(change.id)}${edgeName(scheme, change.id, change.level)}`;
  if (change.kind === "weight")
    return `${scheme.groups.find((group) => group.id === change.id)?.name ?? change.id}权重`;
  const name = scheme.indicators.find((indicator) => indicator.id === change.id)?.name ?? change.id;
  return `${name}${{ points: "分值", each: "每次", cap: "" }[change.kind]}`;
}

/** `*` holds for every class without tiers of its own. */
export function className(unitClass: string): string {
  return unitClass === "*" ? "各类" : unitClass;
}

/** 一/二档线 */
export function edgeName(scheme: Scheme, unitClass: string, level: number): string {
  const tiers = [...tiersFor(scheme, unitClass)].sort((a, b) => a.level - b.level);
  const at = tiers.findIndex((tier) => tier.level === level);
  const [better = "", worse = ""] = [tiers[at]?.name, tiers[at + 1]?.name];
  return better.endsWith("档") && worse.endsWith("档") ? `${better.slice(0, -1)}/${worse}线` : `${better}/${worse}线`;
}

const NAMED = 3;

/** 推演：一类一/二档线 2 → 2.5、… 等 5 处; a file names them all. */
export function describeDraft(scheme: Scheme, changes: readonly SchemeChange[], limit = NAMED): string {
  if (changes.length === 0) return "未改动规则";
  const named = changes.slice(0, limit).map((change) => describeChange(scheme, change));
  return `推演：${named.join("、")}${changes.length > limit ? `等 ${changes.length} 处` : ""}`;
}

/** 0.4 分, with the precision of the scheme but never rounded to nothing. */
export function distanceText(points: Points): string {
  return `${formatPoints(points, points % 1_000 === 0 ? 1 : 2)} 分`;
}
