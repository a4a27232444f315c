import { apportion, scaleExactly } from "./exact.ts";
import type { DeductionTotal } from "./finding.ts";
import type { Coverage } from "./inspection.ts";
import type { Points } from "./points.ts";
import type { Indicator, IndicatorGroup, Scheme } from "./scheme.ts";
import type { CapLevel, GroupLoss, IndicatorLoss } from "./scoring.ts";

/** Losses of one unit after every cap; indicator losses add up to group losses, and those to `deduction`. */
export interface Losses {
  indicators: readonly IndicatorLoss[];
  groups: readonly GroupLoss[];
  attainable: Points;
  deduction: Points;
}

type Gaps = Pick<Coverage, "notApplicable" | "notReported">;

/** Which findings are counted: what is confirmed, or what would be lost if every disputed finding were upheld. */
export type Counting = "confirmed" | "upheld";

/** Points per indicator before any cap; several totals of one indicator are added. */
export function sumByIndicator(totals: readonly DeductionTotal[], counting: Counting): Map<string, Points> {
  const sums = new Map<string, Points>();
  for (const total of totals) {
    const points = total.confirmed + (counting === "upheld" ? total.disputed : 0);
    sums.set(total.indicatorId, (sums.get(total.indicatorId) ?? 0) + points);
  }
  return sums;
}

/** Takes the findings' points through 扣完为止 of the indicator, its parent and its group. */
export function computeLosses(scheme: Scheme, gaps: Gaps, raw: ReadonlyMap<string, Points>): Losses {
  const room = makeRoom(scheme, gaps);
  const losses = new Map<string, IndicatorLoss>();
  for (const indicator of scheme.indicators) losses.set(indicator.id, startLoss(indicator, gaps, raw, room));
  for (const pot of parentPots(scheme)) limitTogether(pot.members, losses, room.enlarge(room.leftIn(pot)), "parent");
  const groups = scheme.groups.map((group) => {
    const members = deducting(scheme).filter((indicator) => indicator.groupId === group.id);
    const before = sumLosses(members, losses);
    limitTogether(members, losses, room.weights.get(group.id) ?? 0, "group");
    const loss = sumLosses(members, losses);
    return { groupId: group.id, raw: before, loss, capped: before > loss };
  });
  return {
    indicators: [...losses.values()],
    groups,
    attainable: room.attainable,
    deduction: groups.reduce((sum, group) => sum + group.loss, 0),
  };
}

/** Indicators that cost points. A veto ends the scoring and a bonus adds, so neither has a loss or a weight. */
function deducting(scheme: Scheme): Indicator[] {
  return scheme.indicators.filter((indicator) => indicator.effect === "deduct");
}

function sumLosses(members: readonly Indicator[], losses: ReadonlyMap<string, IndicatorLoss>): Points {
  return members.reduce((sum, indicator) => sum + (losses.get(indicator.id)?.loss ?? 0), 0);
}

/** An indicator's loss under its own cap; a parent's and a group's cap come later. */
function startLoss(indicator: Indicator, gaps: Gaps, sums: ReadonlyMap<string, Points>, room: Room): IndicatorLoss {
  const state = stateOf(indicator, gaps);
  const counts = state === "scored" && indicator.effect === "deduct";
  const found = counts ? (sums.get(indicator.id) ?? 0) : 0;
  // A ratio is a part of the indicator's own points, so it grows with them; a fixed amount does not.
  const raw = indicator.measure.kind === "ratio" ? room.enlarge(found) : found;
  const loss = indicator.capAt === "indicator" ? Math.min(raw, room.enlarge(indicator.points)) : raw;
  const capped = raw > loss;
  return {
    indicatorId: indicator.id,
    groupId: indicator.groupId,
    raw,
    loss,
    capped,
    caps: capped ? ["indicator"] : [],
    state,
  };
}

function stateOf(indicator: Indicator, gaps: Gaps): IndicatorLoss["state"] {
  if (doesNotApply(indicator, gaps)) return "notApplicable";
  return gaps.notReported.includes(indicator.id) ? "notReported" : "scored";
}

/** A parent that does not apply takes its children with it. */
export function doesNotApply(indicator: Indicator, { notApplicable }: Pick<Gaps, "notApplicable">): boolean {
  return (
    notApplicable.includes(indicator.id) || (indicator.parentId !== null && notApplicable.includes(indicator.parentId))
  );
}

/** Cuts the members' losses down to `limit` in proportion, so that no member pays for its place in the list. */
function limitTogether(
  members: readonly Indicator[],
  losses: Map<string, IndicatorLoss>,
  limit: Points,
  level: CapLevel,
): void {
  const before = members.flatMap((indicator) => losses.get(indicator.id) ?? []);
  const sum = before.reduce((all, entry) => all + entry.loss, 0);
  if (sum <= limit) return;
  const cut = apportion(
    limit,
    before.map((entry) => entry.loss),
  );
  before.forEach((entry, index) => {
    const loss = cut[index] ?? 0;
    if (loss < entry.loss)
      losses.set(entry.indicatorId, { ...entry, loss, capped: true, caps: [...entry.caps, level] });
  });
}

/** Indicators that share their parent's points (锦州). */
export interface Pot {
  members: readonly Indicator[];
  points: Points;
  /** The children's points, and how many of them do not apply. */
  children: readonly Indicator[];
}

/**
 * The parent is a row of the same group; its points are the pot and are not counted again beside its children's.
 * Without such a row the pot is the sum of the children; without any parent the group weight alone is the limit.
 * A pot never reaches across groups: cutting it would move points from one group's cap to another's.
 */
export function parentPots(scheme: Scheme): Pot[] {
  return scheme.groups.flatMap((group) => {
    const members = deducting(scheme).filter((indicator) => indicator.groupId === group.id);
    const sharing = members.filter((indicator) => indicator.capAt === "parent" && indicator.parentId !== null);
    return [...new Set(sharing.map((indicator) => indicator.parentId))].map((parentId) => {
      const children = sharing.filter((indicator) => indicator.parentId === parentId);
      const row = members.find((indicator) => indicator.id === parentId);
      return {
        // A finding entered on the parent row itself draws on the same pot.
        members: row ? [row, ...children] : children,
        points: row ? row.points : children.reduce((sum, child) => sum + child.points, 0),
        children,
      };
    });
  });
}

/** How many points are there to lose once what does not apply is gone. */
export interface Room {
  /** Limit of each group's loss. */
  weights: ReadonlyMap<string, Points>;
  attainable: Points;
  leftIn: (pot: Pot) => Points;
  enlarge: (points: Points) => Points;
}

export function makeRoom(scheme: Scheme, gaps: Pick<Coverage, "notApplicable">): Room {
  const isGone = (indicator: Indicator) => doesNotApply(indicator, gaps);
  const weighing = scheme.groups.filter((group) => isWeighing(scheme, group));
  const full = weighing.reduce((sum, group) => sum + group.weight, 0);
  const left = weighing.map((group) => group.weight - goneFromGroup(scheme, group, isGone));
  const remaining = left.reduce((sum, weight) => sum + weight, 0);
  const spreads = scheme.naPolicy === "spread" && remaining > 0;
  const weights = spreads ? apportion(full, left) : left;
  return {
    weights: new Map(weighing.map((group, index) => [group.id, weights[index] ?? 0])),
    // With nothing left to score, no policy makes points out of it.
    attainable: scheme.naPolicy === "rescale" || remaining === 0 ? remaining : full,
    leftIn: (pot) => pot.points - goneFrom(pot.points, pot.children.map(toPart(isGone))),
    enlarge: (points) => (spreads ? scaleExactly(points, full, remaining) : points),
  };
}

/** A group that only holds vetoes or a bonus (加分指标 30 分) is no part of the full mark. */
function isWeighing(scheme: Scheme, group: IndicatorGroup): boolean {
  const members = scheme.indicators.filter((indicator) => indicator.groupId === group.id);
  return members.length === 0 || members.some((indicator) => indicator.effect === "deduct");
}

interface Part {
  points: Points;
  gone: Points;
  isGone: boolean;
}

function toPart(isGone: (indicator: Indicator) => boolean): (indicator: Indicator) => Part {
  return (indicator) => {
    const gone = isGone(indicator);
    return { points: indicator.points, gone: gone ? indicator.points : 0, isGone: gone };
  };
}

/**
 * Points that leave a limit: those of the parts that do not apply, as far as the parts that remain cannot fill the
 * limit themselves; all of it when no part remains. The limit is authoritative, its parts need not add up to it.
 */
function goneFrom(limit: Points, parts: readonly Part[]): Points {
  if (parts.length > 0 && parts.every((part) => part.isGone)) return limit;
  const gone = parts.reduce((sum, part) => sum + part.gone, 0);
  const remaining = parts.reduce((sum, part) => sum + part.points - part.gone, 0);
  return Math.min(gone, Math.max(0, limit - remaining));
}

/** Children count inside their parent's row, so that the same points do not leave twice. */
function goneFromGroup(scheme: Scheme, group: IndicatorGroup, isGone: (indicator: Indicator) => boolean): Points {
  const members = deducting(scheme).filter((indicator) => indicator.groupId === group.id);
  const ids = new Set(members.map((indicator) => indicator.id));
  const part = toPart(isGone);
  const top = members.filter((indicator) => indicator.parentId === null || !ids.has(indicator.parentId));
  return goneFrom(
    group.weight,
    top.map((indicator) => {
      const children = members.filter((child) => child.parentId === indicator.id).map(part);
      const own = part(indicator);
      if (own.isGone || children.length === 0) return own;
      return {
        points: own.points,
        gone: goneFrom(own.points, children),
        isGone: children.every((child) => child.isGone),
      };
    }),
  );
}
