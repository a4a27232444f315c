import { z } from "zod";
import { calendarPeriod, type Quarter, quarterOfDate, quarterSchema, shiftQuarter } from "./quarter.ts";

/** The three blocks of table 四. */
export const disputeKindSchema = z.enum(["reconsideration", "litigationDirect", "litigationAfterReconsideration"]);
export type DisputeKind = z.infer<typeof disputeKindSchema>;

export const disputeResultSchema = z.enum(["upheld", "corrected", "otherResult"]);
export type DisputeResult = z.infer<typeof disputeResultSchema>;

/** What a dispute is about; a fixed list, because free text could name people. */
export const disputeCauseSchema = z.enum([
  "refused",
  "partial",
  "unavailable",
  "notProcessed",
  "content",
  "overdue",
  "other",
]);
export type DisputeCause = z.infer<typeof disputeCauseSchema>;

export const DISPUTE_CAUSE_LABEL = {
  refused: "不服不予公开",
  partial: "不服部分公开",
  unavailable: "不服无法提供",
  notProcessed: "不服不予处理",
  content: "对公开的内容不服",
  overdue: "逾期未答复",
  other: "其他",
} satisfies Record<DisputeCause, string>;

/** A reconsideration or law suit about an application; `applicationId` is null where the ledger does not hold it. */
export const disputeSchema = z
  .strictObject({
    id: z.string().min(1).max(64),
    applicationId: z.string().min(1).max(64).nullable(),
    unitId: z.string().min(1),
    kind: disputeKindSchema,
    cause: disputeCauseSchema,
    filedOn: z.iso.date(),
    result: disputeResultSchema.nullable().meta({ description: "null: 尚未审结" }),
    concludedOn: z.iso.date().nullable(),
  })
  .meta({ id: "Dispute" });
export type Dispute = z.infer<typeof disputeSchema>;

/**
 * 新行政复议法 in force from this day: reconsideration comes before a law suit over 不予公开, so that 复议 rises and
 * 直接起诉 falls. Whoever compares years across it has to say so.
 */
export const RECONSIDERATION_FIRST_FROM = "2024-01-01";
export const RECONSIDERATION_FIRST_NOTE =
  "2024年1月1日起施行的行政复议法规定，对不予公开不服的应先申请复议再起诉，前后年份的复议、诉讼件数不宜直接比较";

/**
 * Flows and stock of one unit × quarter × kind. filed and the three results are counted in the quarter of their day;
 * pending is the stock at the end of the quarter (now, for the present one), so it adds over units and kinds and never
 * over quarters.
 */
export const disputeFactSchema = z
  .object({
    quarter: quarterSchema,
    unitId: z.string().min(1),
    kind: disputeKindSchema,
    filed: z.int().min(0),
    upheld: z.int().min(0),
    corrected: z.int().min(0),
    otherResult: z.int().min(0),
    pending: z.int().min(0),
  })
  .meta({ id: "DisputeFact" });
export type DisputeFact = z.infer<typeof disputeFactSchema>;

const NO_DISPUTES = { filed: 0, upheld: 0, corrected: 0, otherResult: 0, pending: 0 };

/** The facts of any number of disputes up to `today`; quarters in which nothing is filed, decided or pending are left out. */
export function toDisputeFacts(disputes: readonly Dispute[], today: string): DisputeFact[] {
  const facts = new Map<string, DisputeFact>();
  for (const dispute of disputes) {
    const { unitId, kind } = dispute;
    for (const [quarter, count] of countsOf(dispute, today)) {
      const key = `${quarter}|${unitId}|${kind}`;
      const fact = facts.get(key) ?? { quarter, unitId, kind, ...NO_DISPUTES };
      fact[count] += 1;
      facts.set(key, fact);
    }
  }
  return [...facts.values()];
}

/** Every count to which a dispute adds one: its filing, its result, and each quarter at whose end it was pending. */
function countsOf({ filedOn, concludedOn, result }: Dispute, today: string): [Quarter, keyof typeof NO_DISPUTES][] {
  if (filedOn > today) return [];
  const first = quarterOfDate(filedOn);
  const counts: [Quarter, keyof typeof NO_DISPUTES][] = [[first, "filed"]];
  const end = concludedOn !== null && concludedOn <= today ? concludedOn : null;
  const last = quarterOfDate(end ?? today);
  for (let quarter = first; quarter < last; quarter = shiftQuarter(quarter, 1)) counts.push([quarter, "pending"]);
  counts.push([last, end === null || result === null ? "pending" : result]);
  return counts;
}

/** True when the dispute was filed, decided or pending in the quarter. */
export function touchesQuarter({ filedOn, concludedOn }: Dispute, quarter: Quarter): boolean {
  const { start, end } = calendarPeriod(quarter);
  return filedOn <= end && (concludedOn === null || concludedOn >= start);
}
