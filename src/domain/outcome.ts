import type { ReportForm } from "./annual-report.ts";
import { APPLICANT_KINDS, OUTCOME_LEAVES, type OutcomeLeaf } from "./outcome-leaf.ts";

/** The six outcome groups of table 三, in legal order (国办公开办函〔2021〕30号). */
export const OUTCOME_GROUPS = [
  "granted",
  "partiallyGranted",
  "refused",
  "unavailable",
  "notProcessed",
  "other",
] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

/** What a group is called, how the form numbers it, and which place it has in the fixed series order of charts. */
export const OUTCOME_GROUP = {
  granted: { label: "予以公开", printed: "（一）予以公开", slot: 1 },
  partiallyGranted: {
    label: "部分公开",
    printed: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    slot: 2,
  },
  refused: { label: "不予公开", printed: "（三）不予公开", slot: 3 },
  unavailable: { label: "无法提供", printed: "（四）无法提供", slot: 4 },
  notProcessed: { label: "不予处理", printed: "（五）不予处理", slot: 5 },
  other: { label: "其他处理", printed: "（六）其他处理", slot: 6 },
} as const satisfies Record<OutcomeGroup, { label: string; printed: string; slot: 1 | 2 | 3 | 4 | 5 | 6 }>;

/** The trial form has one row for （六）其他处理 in place of three. */
export type OutcomeRow = OutcomeLeaf | "other.all";

interface OutcomeWords {
  group: OutcomeGroup;
  /** Printed wording of the form. */
  printed: string;
  /** Short label for charts. */
  label: string;
}

/** Printed wording, short label and group of every outcome row of both forms. */
export const OUTCOME_ROW = {
  granted: { group: "granted", printed: OUTCOME_GROUP.granted.printed, label: "予以公开" },
  partiallyGranted: { group: "partiallyGranted", printed: OUTCOME_GROUP.partiallyGranted.printed, label: "部分公开" },
  "refused.stateSecret": { group: "refused", printed: "1.属于国家秘密", label: "国家秘密" },
  "refused.prohibitedByLaw": { group: "refused", printed: "2.其他法律行政法规禁止公开", label: "法律法规禁止公开" },
  "refused.securityStability": { group: "refused", printed: "3.危及“三安全一稳定”", label: "危及三安全一稳定" },
  "refused.thirdPartyRights": { group: "refused", printed: "4.保护第三方合法权益", label: "第三方合法权益" },
  "refused.internalAffairs": { group: "refused", printed: "5.属于三类内部事务信息", label: "内部事务信息" },
  "refused.deliberative": { group: "refused", printed: "6.属于四类过程性信息", label: "过程性信息" },
  "refused.enforcementFile": { group: "refused", printed: "7.属于行政执法案卷", label: "行政执法案卷" },
  "refused.administrativeInquiry": { group: "refused", printed: "8.属于行政查询事项", label: "行政查询事项" },
  "unavailable.notHeld": { group: "unavailable", printed: "1.本机关不掌握相关政府信息", label: "本机关不掌握" },
  "unavailable.requiresCreation": {
    group: "unavailable",
    printed: "2.没有现成信息需要另行制作",
    label: "需要另行制作",
  },
  "unavailable.stillUnclear": { group: "unavailable", printed: "3.补正后申请内容仍不明确", label: "补正后仍不明确" },
  "notProcessed.petition": { group: "notProcessed", printed: "1.信访举报投诉类申请", label: "信访举报投诉类" },
  "notProcessed.duplicate": { group: "notProcessed", printed: "2.重复申请", label: "重复申请" },
  "notProcessed.publication": { group: "notProcessed", printed: "3.要求提供公开出版物", label: "公开出版物" },
  "notProcessed.excessive": { group: "notProcessed", printed: "4.无正当理由大量反复申请", label: "大量反复申请" },
  "notProcessed.reconfirm": {
    group: "notProcessed",
    printed: "5.要求行政机关确认或重新出具已获取信息",
    label: "确认或重新出具",
  },
  "other.correctionOverdue": {
    group: "other",
    printed: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    label: "逾期不补正",
  },
  "other.feeUnpaid": {
    group: "other",
    printed: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    label: "逾期不缴费",
  },
  "other.misc": { group: "other", printed: "3.其他", label: "其他" },
  "other.all": { group: "other", printed: OUTCOME_GROUP.other.printed, label: "其他处理" },
} as const satisfies Record<OutcomeRow, OutcomeWords>;

/** Outcome rows of a form in legal order: 21 since 2021, 19 in the trial form. */
export function outcomeRowsOf(form: ReportForm): readonly OutcomeRow[] {
  if (form === "2021") return OUTCOME_LEAVES;
  return [...OUTCOME_LEAVES.filter((leaf) => OUTCOME_ROW[leaf].group !== "other"), "other.all"];
}

/** The seven columns of table 三: six kinds of applicant, then 总计. */
export const APPLICANT_COLUMNS = [...APPLICANT_KINDS, "total"] as const;
export type ApplicantColumn = (typeof APPLICANT_COLUMNS)[number];

/** Heads of the applicant columns as printed; 其他 stands under 法人或其他组织. */
export const APPLICANT_LABEL = {
  naturalPerson: "自然人",
  commercial: "商业企业",
  research: "科研机构",
  publicWelfare: "社会公益组织",
  legalService: "法律服务机构",
  otherOrg: "其他",
  total: "总计",
} as const satisfies Record<ApplicantColumn, string>;
