import type { DisputeKind, DisputeResult } from "#domain/dispute.ts";

/** The three blocks of table 四, in its order. */
export const DISPUTE_KINDS = [
  "reconsideration",
  "litigationDirect",
  "litigationAfterReconsideration",
] as const satisfies readonly DisputeKind[];

export const DISPUTE_KIND_LABEL = {
  reconsideration: "行政复议",
  litigationDirect: "未经复议直接起诉",
  litigationAfterReconsideration: "复议后起诉",
} satisfies Record<DisputeKind, string>;

export const DISPUTE_RESULT_LABEL = {
  upheld: "结果维持",
  corrected: "结果纠正",
  otherResult: "其他结果",
} satisfies Record<DisputeResult, string>;

export const PENDING_LABEL = "尚未审结";
