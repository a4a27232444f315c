import type { SourceTopic } from "./source.ts";

/** What a metric means. One table: the hover on a page and the list of 口径与规则 read the same words. */
export interface MetricEntry {
  name: string;
  definition: string;
  /** What a rate or mean is taken over; what a count is taken of. */
  denominator: string;
  topic: SourceTopic;
  /** How often the figure becomes new. */
  rhythm: string;
}

const QUARTERLY = "每季度；导入即更新";
const YEARLY = "每年；导入即更新";
const LIVE = "实时；清单每 30 秒读取";
const APPLICATIONS = "随台账；按服务器当天计";
const BY_DUE_DAY = "随整改记录；按到期日归季度";

export const METRICS = {
  coverage: {
    name: "检查覆盖",
    definition: "应检为该季度在册单位数；实检为台账记为已检的单位数；未检、未报分列，不当作 0 分或满分。",
    denominator: "应检单位数 = 实检 + 未检 + 未报",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  averageScore: {
    name: "平均得分",
    definition: "有得分的实检单位得分的算术平均；按方案不计分的否决单位不在分母内。",
    denominator: "有得分的实检单位数；跨季度时为家次",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  deduction: {
    name: "合计扣分",
    definition: "各单位已确认扣分之和，经指标、类别封顶，并按适用指标折算到满分；拟扣和申诉中的不计入。",
    denominator: "实检单位；每家均扣的分母为实检单位数",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  findings: {
    name: "发现问题",
    definition: "台账中已确认的问题条数；拟扣、申诉中的另列，已免除的不计。",
    denominator: "条数，一条台账记录计一条，不计处数",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  tierCount: {
    name: "各档单位数",
    definition: "按考核方案的分档线，落在该档的实检单位数；否决单位不入档。",
    denominator: "实检单位数",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  veto: {
    name: "单项否决",
    definition: "命中单项否决指标的单位数，不论扣分多少。",
    denominator: "实检单位数",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  nearEdge: {
    name: "临界单位",
    definition: "扣分距任一分档线不超过 0.5 分的单位数，复核一条即可能换档。",
    denominator: "未被否决的实检单位数",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  whatIfNearEdge: {
    name: "推演后临界",
    definition: "按草稿规则重算后，扣分距任一分档线不超过 0.5 分的单位数；不同于现行规则下的临界单位。",
    denominator: "按草稿规则排档的单位数",
    topic: "inspections",
    rhythm: "改动草稿即重算",
  },
  rank: {
    name: "位次",
    definition: "同类单位（部门、镇街及各单位类别分开）按折算到满分的扣分排列；并列的共用位次，其后跳过（1-1-3）。",
    denominator: "同类中参加排位的单位数；否决、未检单位不排位，列在最后",
    topic: "inspections",
    rhythm: QUARTERLY,
  },
  overdue: {
    name: "已超期",
    definition: "在办且到期时间已过的件；已报结、等待复核的不计。",
    denominator: "件数，不计率",
    topic: "rectifications",
    rhythm: LIVE,
  },
  withinHour: {
    name: "一小时内到期",
    definition: "正在计时、余时不足一小时的件。",
    denominator: "件数，不计率",
    topic: "rectifications",
    rhythm: LIVE,
  },
  awaitingRecheck: {
    name: "待复核",
    definition: "责任单位已报告整改、第三方尚未复核的件。",
    denominator: "件数，不计率",
    topic: "rectifications",
    rhythm: LIVE,
  },
  onTimeRate: {
    name: "按时整改率",
    definition: "复核通过的件中，通过的那次报告在时限内的占比；报告整改完成不等于办结，复核通过才计入。",
    denominator: "到期日在该季度、已复核通过的件数；在办超期、待复核的另列，不计入",
    topic: "rectifications",
    rhythm: BY_DUE_DAY,
  },
  firstReportRate: {
    name: "按时报结率",
    definition: "已报告整改的件中，首次报告在时限内的占比，不论后来复核是否通过。",
    denominator: "到期日在该季度、已有首次报告的件数",
    topic: "rectifications",
    rhythm: BY_DUE_DAY,
  },
  relapse: {
    name: "重复发生",
    definition: "同一单位、同一类错误，在上一件办结后规定天数内再次交办的件。",
    denominator: "件数；天数见错误整改规则",
    topic: "rectifications",
    rhythm: BY_DUE_DAY,
  },
  newReceived: {
    name: "本年新收",
    definition: "表三“一、本年新收政府信息公开申请数量”总计列。",
    denominator: "件数",
    topic: "annualReports",
    rhythm: YEARLY,
  },
  carriedOver: {
    name: "上年结转",
    definition: "表三“二、上年结转政府信息公开申请数量”总计列。",
    denominator: "件数",
    topic: "annualReports",
    rhythm: YEARLY,
  },
  closed: {
    name: "办结",
    definition: "表三“三、（七）总计”的总计列，即本年度办理结果合计。",
    denominator: "件数；应办 = 本年新收 + 上年结转",
    topic: "annualReports",
    rhythm: YEARLY,
  },
  carriedForward: {
    name: "结转下年度",
    definition: "表三“四、结转下年度继续办理”总计列。",
    denominator: "件数",
    topic: "annualReports",
    rhythm: YEARLY,
  },
  applicationsReceived: {
    name: "新收",
    definition: "收到之日（当面、签收或双方确认之日）在所选期间的申请件数；尚未确认收到的不计。",
    denominator: "件数",
    topic: "applications",
    rhythm: APPLICATIONS,
  },
  applicationsCarriedOver: {
    name: "结转",
    definition: "所选期间开始时尚未办结的申请件数；相连的季度按一个期间计，中间的结转不重复计。",
    denominator: "件数；应办 = 新收 + 结转",
    topic: "applications",
    rhythm: APPLICATIONS,
  },
  applicationsClosed: {
    name: "办结",
    definition: "所选期间内作出答复或终结办理的申请件数，按表三 21 种情形归类。",
    denominator: "件数；应办 = 办结 + 在办",
    topic: "applications",
    rhythm: APPLICATIONS,
  },
  applicationsOpen: {
    name: "在办",
    definition: "所选期间结束时尚未办结的申请件数；本季度为目前在办。",
    denominator: "件数",
    topic: "applications",
    rhythm: APPLICATIONS,
  },
  onTimeReplyRate: {
    name: "按期答复率",
    definition: "到期日在所选期间、已答复的申请中，在法定期限（含延期）内答复的占比；不同于办结率。",
    denominator: "到期日在所选期间、已答复的件数；视为放弃的、在办超期的、日历未维护的另列，不计入",
    topic: "applications",
    rhythm: APPLICATIONS,
  },
  correctedDisputes: {
    name: "被纠错",
    definition: "所选期间审结的行政复议、行政诉讼中，结果为“结果纠正”的件数。",
    denominator: "件数；纠错率有两个分母：全部（含尚未审结）和已审结，分别注明",
    topic: "applications",
    rhythm: APPLICATIONS,
  },
  reconciliation: {
    name: "表三校验",
    definition: "表三勾稽式 R1、R2、R3、R5 中不平的处数；涉及空白或“——”的不判定。",
    denominator: "可判定的等式处数；不判定的另列",
    topic: "annualReports",
    rhythm: YEARLY,
  },
} as const satisfies Record<string, MetricEntry>;

/** A figure that pages show. */
export type Metric = keyof typeof METRICS;

/** The definitions alone, as a hover shows them. */
export const METRIC_DEFINITION = Object.fromEntries(
  Object.entries(METRICS).map(([metric, { definition }]) => [metric, definition]),
) as Record<Metric, string>;

/** Where a metric stands on 口径与规则: the part of the address behind #. */
export function metricAnchor(metric: string): string {
  return `metric-${metric}`;
}
