import { z } from "zod";
import { pointsSchema } from "./points.ts";
import { type Quarter, quarterSchema } from "./quarter.ts";

/**
 * An assessment scheme (考核方案) is data: a new indicator, tier or whole scheme never needs code.
 * Past quarters keep the version they were scored under.
 */

/** How one finding costs points: a fixed amount per occurrence, or a ratio of the indicator's own points. */
export const measureSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("perOccurrence"), each: pointsSchema }),
  z.object({ kind: z.literal("ratio") }),
]);
export type Measure = z.infer<typeof measureSchema>;

/** deduct: costs points · veto: 单项否决, ends the scoring · bonus: adds points above the gate. */
export const indicatorEffectSchema = z.enum(["deduct", "veto", "bonus"]);
export type IndicatorEffect = z.infer<typeof indicatorEffectSchema>;

/** Where 扣完为止 applies: the indicator's own points, its parent's points, or nowhere below the group. */
export const capAtSchema = z.enum(["indicator", "parent", "none"]);
export type CapAt = z.infer<typeof capAtSchema>;

export const indicatorSchema = z
  .object({
    id: z.string().min(1),
    groupId: z.string().min(1),
    /** Indicators that share a parent also share the parent's points when `capAt` is `parent`. */
    parentId: z.string().nullable(),
    name: z.string().min(1),
    /** Heading of a narrow column: four characters, set as two lines of two. */
    shortName: z.string().min(1),
    points: pointsSchema,
    effect: indicatorEffectSchema,
    measure: measureSchema,
    capAt: capAtSchema,
    clause: z.string().meta({ description: "Clause or rule text that a deduction cites" }),
    verification: z.enum(["site", "manual"]),
    pinyin: z.string().optional().meta({ description: "Lower-case pinyin initials of the name, for search" }),
  })
  .meta({ id: "Indicator" });
export type Indicator = z.infer<typeof indicatorSchema>;

export const indicatorGroupSchema = z
  .object({ id: z.string().min(1), name: z.string().min(1), shortName: z.string().min(1), weight: pointsSchema })
  .meta({
    id: "IndicatorGroup",
    description: "A first-level indicator; list order is the fixed order of its series colour",
  });
export type IndicatorGroup = z.infer<typeof indicatorGroupSchema>;

/** One end of a tier. 岳阳's published text overlaps at 90 and 80, so each bound says whether it is inside. */
export const tierBoundSchema = z.object({ value: pointsSchema, inclusive: z.boolean() });
export type TierBound = z.infer<typeof tierBoundSchema>;

export const tierSchema = z
  .object({
    /** 1 is the best tier; it fixes colour and shape. */
    level: z.int().min(1).max(6),
    name: z.string().min(1),
    lower: tierBoundSchema.nullable(),
    upper: tierBoundSchema.nullable(),
    /** True for a tier that counts towards the qualified rate (合格率). */
    qualified: z.boolean(),
  })
  .meta({ id: "Tier" });
export type Tier = z.infer<typeof tierSchema>;

/** The tiers of one unit class; class `*` holds for every class without tiers of its own. */
export const classTiersSchema = z.object({ unitClass: z.string().min(1), tiers: z.array(tierSchema).min(1) });
export type ClassTiers = z.infer<typeof classTiersSchema>;

/** 加重扣分: each part is off while it is null. Ratios are in 1/10,000 of the line's own points: 10000 takes the same again. */
export const escalationSchema = z
  .object({
    /** 退回未改再扣 (鲤城: the same again). */
    returnedSurcharge: z.int().min(0).nullable(),
    /** On top where the unit lost points on the same indicator in the quarter before. */
    repeatFactor: z.int().min(0).nullable(),
    /** What a serious error that missed its limit costs, and on which indicator. */
    overdueSurcharge: z.object({ indicatorId: z.string().min(1), points: pointsSchema }).nullable(),
    /** Most that all of these may cost a unit in a quarter. */
    cap: pointsSchema.nullable(),
  })
  .meta({ id: "Escalation" });
export type Escalation = z.infer<typeof escalationSchema>;

export const schemeSchema = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    version: z.string().min(1),
    effectiveFrom: quarterSchema,
    effectiveTo: quarterSchema.nullable(),
    fullMark: pointsSchema,
    /** rescale: base × full / (full − na) · spread: na points go to the other indicators · keep: na points count as earned. */
    naPolicy: z.enum(["rescale", "spread", "keep"]),
    /** Score written for a vetoed unit (肇庆 59); null leaves the score blank (国办). */
    vetoScore: pointsSchema.nullable(),
    /** Bonus counts only when the base is strictly above `gate`. */
    bonus: z.object({ gate: pointsSchema, max: pointsSchema }).nullable(),
    /** Tiers are cut on the final score or on the total deduction; an empty list means the scheme has no tiers. */
    tierBasis: z.enum(["score", "deduction"]),
    classTiers: z.array(classTiersSchema),
    /** Decimals of a displayed score; rounding is half up. */
    decimals: z.int().min(0).max(4),
    /** Which annual figure is official. */
    yearBasis: z.enum(["meanOfQuarters", "totalDeduction"]),
    groups: z.array(indicatorGroupSchema).min(1),
    indicators: z.array(indicatorSchema).min(1),
    notes: z.string(),
    /** Left out where repeats, returns and missed limits cost nothing more. */
    escalation: escalationSchema.optional(),
  })
  .meta({ id: "Scheme" });
export type Scheme = z.infer<typeof schemeSchema>;

/** The tiers that hold for a unit class: its own, else those of `*`. */
export function tiersFor(scheme: Scheme, unitClass: string): readonly Tier[] {
  const own = scheme.classTiers.find((entry) => entry.unitClass === unitClass);
  return (own ?? scheme.classTiers.find((entry) => entry.unitClass === "*"))?.tiers ?? [];
}

/** The scheme that a quarter is scored under, by effective period; undefined when none covers it. */
export function schemeInForce(schemes: readonly Scheme[], quarter: Quarter): Scheme | undefined {
  return schemes.find((scheme) => scheme.effectiveFrom <= quarter && quarter <= (scheme.effectiveTo ?? "9999Q4"));
}

/** "评分规则 2026 年版（v3）" */
export function describeScheme(scheme: Scheme): string {
  return `${scheme.name}（${scheme.version}）`;
}
