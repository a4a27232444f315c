import type { UnitScore } from "./scoring.ts";
import { byOrder, sideOf, UNIT_SIDE_LABEL, type Unit, type UnitSide } from "./unit.ts";

/** Units that may be compared with one another: one side, and within it one unit class. */
export interface RankGroup {
  id: string;
  side: UnitSide;
  unitClass: string;
  /** 部门, or 部门 · 一类 when the side has more than one class. */
  label: string;
}

/** What a rank is made from; `UnitScore` has it. */
export type Rankable = Pick<UnitScore, "unitId" | "state" | "countedDeduction">;

/** A unit at its place. Rank is null for a vetoed or missed unit, which closes the list. */
export interface RankedUnit<S extends Rankable> {
  unit: Unit;
  score: S;
  rank: number | null;
}

/** A rank group with its units in rank order. */
export interface RankedGroup<S extends Rankable> {
  group: RankGroup;
  rows: readonly RankedUnit<S>[];
}

/** Whose deduction is first: 1 for the fewest points lost (a score table), or for the most (扣分从多到少). */
export type RankFirst = "fewest" | "most";

/**
 * Ranks units within their group by deduction on the full-mark scale; ties share a rank and the next one is skipped
 * (怀远: 科技局 27 = 水利局 27, so 1-1-3) and stand in administrative order. A unit without a score entry is left out.
 */
export function rankUnits<S extends Rankable>(
  scores: readonly S[],
  units: readonly Unit[],
  first: RankFirst,
): RankedGroup<S>[] {
  const byUnit = new Map(scores.map((score) => [score.unitId, score]));
  return rankGroups(units).map((group) => {
    const members = units
      .filter((unit) => isIn(group, unit))
      .flatMap((unit) => {
        const score = byUnit.get(unit.id);
        return score ? [{ unit, score }] : [];
      });
    return { group, rows: rankMembers(members, first) };
  });
}

/** The groups that units are ranked in, departments first, classes in the order of their first unit. */
export function rankGroups(units: readonly Unit[]): RankGroup[] {
  const ordered = [...units].sort(byOrder);
  return (["department", "township"] as const).flatMap((side) => {
    const classes = [...new Set(ordered.filter((unit) => sideOf(unit) === side).map((unit) => unit.class))];
    return classes.map((unitClass) => ({
      id: `${side}|${unitClass}`,
      side,
      unitClass,
      label: classes.length > 1 ? `${UNIT_SIDE_LABEL[side]} · ${unitClass}` : UNIT_SIDE_LABEL[side],
    }));
  });
}

/** The same rows in fixed administrative order, ranks kept. */
export function inAdministrativeOrder<S extends Rankable>(rows: readonly RankedUnit<S>[]): RankedUnit<S>[] {
  return [...rows].sort((a, b) => byOrder(a.unit, b.unit));
}

/** Places moved towards the front of the list: from 5 to 3 is 2; null when the unit had no rank then or has none now. */
export function rankChange(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : before - now;
}

function isIn(group: RankGroup, unit: Unit): boolean {
  return sideOf(unit) === group.side && unit.class === group.unitClass;
}

function rankMembers<S extends Rankable>(
  members: readonly { unit: Unit; score: S }[],
  first: RankFirst,
): RankedUnit<S>[] {
  const sign = first === "fewest" ? 1 : -1;
  const sorted = [...members].sort(
    (a, b) =>
      CLOSING[a.score.state] - CLOSING[b.score.state] ||
      pointsForOrder(a.score, sign) - pointsForOrder(b.score, sign) ||
      byOrder(a.unit, b.unit),
  );
  const rows: RankedUnit<S>[] = [];
  for (const [index, member] of sorted.entries()) {
    const above = rows[index - 1];
    const ties = above?.score.countedDeduction === member.score.countedDeduction ? above.rank : null;
    rows.push({ ...member, rank: member.score.state === "scored" ? (ties ?? index + 1) : null });
  }
  return rows;
}

/** Scored units come first, then 否决, then 未检. */
const CLOSING = { scored: 0, vetoed: 1, missed: 2 } satisfies Record<UnitScore["state"], number>;

/** The closing units stand in administrative order, whatever their findings cost. */
function pointsForOrder(score: Rankable, sign: 1 | -1): number {
  return score.state === "scored" ? score.countedDeduction * sign : 0;
}
