import { z } from "zod";

/** How bad an error is; it decides the limit. The district's report for 2024 has 一般 48 hours and 严重 24 hours. */
export const errorSeveritySchema = z.enum(["serious", "general"]);
export type ErrorSeverity = z.infer<typeof errorSeveritySchema>;

export const ERROR_SEVERITY_LABEL = {
  serious: "严重错误",
  general: "一般错误",
} satisfies Record<ErrorSeverity, string>;

/** Kinds of 错敏信息; the first seven are usually serious. The recorded severity counts, never the usual one. */
export const errorTypeSchema = z.enum([
  "leaderNameOrTitle",
  "politicalWording",
  "territorySovereignty",
  "rankOrder",
  "partyHistoryTerm",
  "fallenOfficial",
  "personalData",
  "typo",
  "brokenLink",
  "externalLink",
  "dateLogic",
  "format",
  "blankColumn",
  "staleColumn",
  "other",
]);
export type ErrorType = z.infer<typeof errorTypeSchema>;

export const ERROR_TYPE_LABEL = {
  leaderNameOrTitle: "领导人姓名职务错误",
  politicalWording: "重要政治表述错漏",
  territorySovereignty: "涉港澳台、领土地图不规范",
  rankOrder: "领导排序错误",
  partyHistoryTerm: "党史表述错误",
  fallenOfficial: "落马官员信息未处理",
  personalData: "泄露个人隐私",
  typo: "错别字",
  brokenLink: "错链、断链",
  externalLink: "外链、不良链接",
  dateLogic: "日期逻辑错误",
  format: "格式错误",
  blankColumn: "空白栏目",
  staleColumn: "更新不及时",
  other: "其他错误",
} satisfies Record<ErrorType, string>;

/** Who found the error. */
export const errorSourceSchema = z.enum(["municipalList", "thirdParty", "inspection", "publicErrorReport"]);
export type ErrorSource = z.infer<typeof errorSourceSchema>;

export const ERROR_SOURCE_LABEL = {
  municipalList: "市级下发清单",
  thirdParty: "第三方监测",
  inspection: "区级检查",
  publicErrorReport: "我为政府网站找错",
} satisfies Record<ErrorSource, string>;

/**
 * The four shapes that real notices use: elapsed hours (nights, weekends and holidays count), working days (浙江: 7),
 * a fixed date whose whole day still counts (青海: 10月20日前), and at once, where the dispatch is itself the due moment.
 */
export const limitSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("elapsedHours"), hours: z.int().min(1).max(2400) }),
    z.object({ kind: z.literal("workingDays"), days: z.int().min(1).max(250) }),
    z.object({ kind: z.literal("fixedDate"), date: z.iso.date() }),
    z.object({ kind: z.literal("immediately") }),
  ])
  .meta({ id: "RectificationLimit" });
export type Limit = z.infer<typeof limitSchema>;

/** What a case is measured by, whole: copied from the rules at dispatch and never changed afterwards. */
export const termsSchema = z
  .object({
    ruleVersion: z.string().min(1).max(40),
    limits: z.object({ serious: limitSchema, general: limitSchema }),
    recheckWait: z.enum(["counts", "stops"]).meta({
      description: "counts: waiting for a re-check that then fails moves nothing; stops: it moves the due moment",
    }),
  })
  .meta({ id: "RectificationTerms" });
export type Terms = z.infer<typeof termsSchema>;

/** The rules in force from a moment on; a new version is a new record. */
export const rectificationRulesSchema = termsSchema
  .extend({
    effectiveFrom: z.iso.datetime(),
    relapseDays: z.int().min(1).max(400).meta({ description: "Days after closing within which it is a relapse" }),
  })
  .meta({ id: "RectificationRules" });
export type RectificationRules = z.infer<typeof rectificationRulesSchema>;

/**
 * 48 and 24 hours are public; how they are counted is not. Our reading, shown wherever a limit is explained: from the
 * recorded dispatch, around the clock; the wait for a re-check is no pause, because only an approved one is; a relapse
 * is looked for over 90 days, about one quarter.
 */
export const DEFAULT_RULES: RectificationRules = {
  ruleVersion: "v1",
  effectiveFrom: "2024-01-01T00:00:00Z",
  limits: { serious: { kind: "elapsedHours", hours: 24 }, general: { kind: "elapsedHours", hours: 48 } },
  recheckWait: "counts",
  relapseDays: 90,
};

/** The rules in force at a moment: the latest that had begun, the earliest for what came before all of them. */
export function rulesAt(rules: readonly RectificationRules[], moment: string): RectificationRules {
  const ordered = [...rules].sort((a, b) => Date.parse(a.effectiveFrom) - Date.parse(b.effectiveFrom));
  const begun = ordered.filter((entry) => Date.parse(entry.effectiveFrom) <= Date.parse(moment));
  return begun[begun.length - 1] ?? ordered[0] ?? DEFAULT_RULES;
}

/** Days within which a case dispatched at a moment repeats an earlier one. */
export function relapseDaysAt(rules: readonly RectificationRules[]): (moment: string) => number {
  return (moment) => rulesAt(rules, moment).relapseDays;
}

/** The part of the rules that a dispatch freezes on the case. */
export function freezeTerms({ ruleVersion, limits, recheckWait }: RectificationRules): Terms {
  return { ruleVersion, limits, recheckWait };
}

/** "24 小时（自然时间）", "7 个工作日", "2026-10-20 前", "立即". */
export function describeLimit(limit: Limit): string {
  if (limit.kind === "elapsedHours") return `${limit.hours} 小时（自然时间）`;
  if (limit.kind === "workingDays") return `${limit.days} 个工作日`;
  return limit.kind === "fixedDate" ? `${limit.date} 前` : "立即";
}

/** One line of the error list (错敏信息), as the monitoring exports it. What happened to it is in its event log. */
export const rectificationCaseSchema = z
  .object({
    id: z.string().min(1).max(64),
    unitId: z.string().min(1),
    severity: errorSeveritySchema.meta({ description: "Severity at dispatch; a change is an event" }),
    errorType: errorTypeSchema,
    source: errorSourceSchema,
    wrongText: z.string().min(1),
    suggestedText: z.string().nullable(),
    excerpt: z.string().nullable(),
    url: z.string().nullable(),
    foundAt: z.iso.datetime(),
  })
  .meta({ id: "RectificationCase" });
export type RectificationCase = z.infer<typeof rectificationCaseSchema>;

/** Where a case stands. `failed` is open again: the re-check failed and the clock runs. */
export const rectificationStateSchema = z.enum([
  "undispatched",
  "awaitingReceipt",
  "rectifying",
  "awaitingRecheck",
  "failed",
  "passed",
]);
export type RectificationState = z.infer<typeof rectificationStateSchema>;

export const RECTIFICATION_STATE_LABEL = {
  undispatched: "待交办",
  awaitingReceipt: "待接收",
  rectifying: "整改中",
  awaitingRecheck: "待复核",
  failed: "未通过",
  passed: "通过",
} satisfies Record<RectificationState, string>;

/** The columns of the board from left to right. */
export const BOARD_COLUMNS = [
  "awaitingReceipt",
  "rectifying",
  "awaitingRecheck",
  "passed",
  "failed",
] as const satisfies readonly RectificationState[];
