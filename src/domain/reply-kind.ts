import type { OutcomeLeaf } from "./outcome-leaf.ts";

/** The seven ways to reply of 条例第三十六条, in the order of its items. */
export const REPLY_KINDS = [
  "alreadyPublished",
  "disclosed",
  "withheld",
  "notExisting",
  "otherOrgan",
  "repeated",
  "specialRules",
] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** What each kind is called, its item, and the rows of table 三 in which its replies count; the first is the usual one. */
export const REPLY_KIND = {
  alreadyPublished: { item: "（一）", label: "已主动公开，告知获取方式和途径", leaves: ["granted"] },
  disclosed: { item: "（二）", label: "可以公开，提供信息或告知途径", leaves: ["granted"] },
  withheld: {
    item: "（三）",
    label: "决定不予公开，说明理由",
    leaves: [
      "refused.stateSecret",
      "refused.prohibitedByLaw",
      "refused.securityStability",
      "refused.thirdPartyRights",
      "refused.internalAffairs",
      "refused.deliberative",
      "refused.enforcementFile",
    ],
  },
  notExisting: { item: "（四）", label: "经检索没有所申请的信息", leaves: ["unavailable.notHeld"] },
  otherOrgan: { item: "（五）", label: "不属于本机关负责公开", leaves: ["unavailable.notHeld"] },
  repeated: { item: "（六）", label: "重复申请，不予重复处理", leaves: ["notProcessed.duplicate"] },
  specialRules: {
    item: "（七）",
    label: "工商、不动产登记等另有查询规定",
    leaves: ["refused.administrativeInquiry"],
  },
} as const satisfies Record<ReplyKind, { item: string; label: string; leaves: readonly OutcomeLeaf[] }>;

/** Rows that rest on an article of their own, beside the seven kinds of reply. */
const OTHER_ARTICLES = {
  partiallyGranted: "第三十七条",
  "unavailable.requiresCreation": "第三十八条",
  "unavailable.stillUnclear": "第三十条",
  "notProcessed.petition": "第三十九条",
  "notProcessed.publication": "第三十九条",
  "notProcessed.excessive": "第三十五条",
  "notProcessed.reconfirm": "国办公开办函〔2021〕30号",
  "other.correctionOverdue": "第三十条",
  "other.feeUnpaid": "国办函〔2020〕109号",
  "other.misc": "国办公开办函〔2021〕30号",
} as const satisfies Partial<Record<OutcomeLeaf, string>>;

/** Kinds of reply that count in a row of table 三: 不掌握 comes from two of them, 部分公开 from none. */
export function replyKindsOf(leaf: OutcomeLeaf): ReplyKind[] {
  return REPLY_KINDS.filter((kind) => REPLY_KIND[kind].leaves.some((entry) => entry === leaf));
}

/** The article on which a row of table 三 rests: "第三十六条（三）", "第三十七条". */
export function articleOf(leaf: OutcomeLeaf): string {
  const kinds = replyKindsOf(leaf);
  if (kinds.length > 0) return `第三十六条${kinds.map((kind) => REPLY_KIND[kind].item).join("")}`;
  return (OTHER_ARTICLES as Partial<Record<OutcomeLeaf, string>>)[leaf] ?? "";
}
