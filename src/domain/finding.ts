import { z } from "zod";
import { pointsSchema } from "./points.ts";
import { quarterSchema } from "./quarter.ts";

/** Only confirmed findings cost points; proposed and appealed ones are shown as disputed. */
export const findingStatusSchema = z.enum(["proposed", "confirmed", "appealed", "exempted"]);
export type FindingStatus = z.infer<typeof findingStatusSchema>;
export const FINDING_STATUS_LABEL = {
  proposed: "拟扣",
  confirmed: "已确认",
  appealed: "申诉中",
  exempted: "已免除",
} satisfies Record<FindingStatus, string>;

/** One ledger line: a problem found at a unit, priced by one indicator of the scheme in force. */
export const findingSchema = z
  .object({
    id: z.string().min(1),
    quarter: quarterSchema,
    unitId: z.string().min(1),
    indicatorId: z.string().min(1),
    occurredOn: z.iso.date(),
    count: z.int().min(1),
    /** Ratio of the indicator's points in 1/10,000 (64 % = 6400); null for a per-occurrence line. */
    ratio: z.int().nullable(),
    /** Points of the whole line before any cap, always positive; 0 for a veto. A bonus adds them. */
    points: pointsSchema,
    problem: z.string().min(1),
    evidenceUrl: z.string().nullable(),
    status: findingStatusSchema,
    /** An escalation points at the line that caused it. */
    parentId: z.string().nullable(),
  })
  .meta({ id: "Finding" });
export type Finding = z.infer<typeof findingSchema>;

/** Additive sums of one unit × quarter × indicator: caps, vetoes and tiers are judged later, by the scoring rules. */
export const deductionTotalSchema = z
  .object({
    quarter: quarterSchema,
    unitId: z.string().min(1),
    indicatorId: z.string().min(1),
    confirmed: pointsSchema.meta({ description: "Points of confirmed findings, before any cap" }),
    disputed: pointsSchema.meta({ description: "Points of proposed and appealed findings, before any cap" }),
    confirmedCount: z.int().min(0).meta({ description: "Confirmed findings" }),
    disputedCount: z.int().min(0).meta({ description: "Proposed and appealed findings" }),
  })
  .meta({ id: "DeductionTotal" });
export type DeductionTotal = z.infer<typeof deductionTotalSchema>;
