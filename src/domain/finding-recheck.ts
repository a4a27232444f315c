import { z } from "zod";
import { type Points, pointsSchema } from "./points.ts";
import { quarterSchema } from "./quarter.ts";

/** What the third party found when it looked again (回头看): the problem gone, or still there. */
export const recheckResultSchema = z.enum(["fixed", "notFixed"]);
export type RecheckResult = z.infer<typeof recheckResultSchema>;
export const RECHECK_RESULT_LABEL = { fixed: "已整改", notFixed: "未整改" } satisfies Record<RecheckResult, string>;

/** One look at one finding; a finding may be looked at again, and the latest look counts. */
export const findingRecheckSchema = z
  .object({
    findingId: z.string().min(1),
    recheckedOn: z.iso.date(),
    result: recheckResultSchema,
    by: z.string().min(1).max(60).meta({ description: "Organisation that looked, never a person" }),
    note: z.string().nullable(),
  })
  .meta({ id: "FindingRecheck" });
export type FindingRecheck = z.infer<typeof findingRecheckSchema>;

/**
 * Sums of one unit × quarter × indicator over the findings that were looked at again, by their latest look. Exempted
 * findings are left out, as they are from every other sum.
 */
export const recheckTotalSchema = z
  .object({
    quarter: quarterSchema,
    unitId: z.string().min(1),
    indicatorId: z.string().min(1),
    fixed: z.int().min(0).meta({ description: "Findings found put right" }),
    notFixed: z.int().min(0).meta({ description: "Findings found still there" }),
    pointsLeft: pointsSchema.meta({ description: "Points of the findings still there, before any cap" }),
  })
  .meta({ id: "RecheckTotal" });
export type RecheckTotal = z.infer<typeof recheckTotalSchema>;

/** The first inspection and the second look of one unit, side by side. */
export interface Reinspection {
  unitId: string;
  /** Findings of the first inspection: confirmed ones and those still argued about. */
  found: number;
  rechecked: number;
  fixed: number;
  notFixed: number;
  pointsLeft: Points;
}

interface FoundTotal {
  unitId: string;
  confirmedCount: number;
  disputedCount: number;
}

/**
 * Per unit what was found first and what remained, most problems left first, then most found. A unit without any
 * finding is left out: there was nothing to look at again.
 */
export function compareReinspection(
  totals: readonly FoundTotal[],
  rechecks: readonly Pick<RecheckTotal, "unitId" | "fixed" | "notFixed" | "pointsLeft">[],
): Reinspection[] {
  const rows = new Map<string, Reinspection>();
  const rowOf = (unitId: string) => {
    const row = rows.get(unitId) ?? { unitId, found: 0, rechecked: 0, fixed: 0, notFixed: 0, pointsLeft: 0 };
    rows.set(unitId, row);
    return row;
  };
  for (const total of totals) rowOf(total.unitId).found += total.confirmedCount + total.disputedCount;
  for (const { unitId, fixed, notFixed, pointsLeft } of rechecks) {
    const row = rowOf(unitId);
    row.fixed += fixed;
    row.notFixed += notFixed;
    row.rechecked += fixed + notFixed;
    row.pointsLeft += pointsLeft;
  }
  return [...rows.values()]
    .filter((row) => row.found + row.rechecked > 0)
    .sort((a, b) => b.notFixed - a.notFixed || b.found - a.found || (a.unitId < b.unitId ? -1 : 1));
}
