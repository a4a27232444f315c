/** Two figures that look alike and are not: how each is counted, and what must not be done with them. */
export interface LookAlike {
  id: string;
  first: { name: string; meaning: string };
  second: { name: string; meaning: string };
  rule: string;
  /** Numbers of a case that happened. */
  example: string;
}

/**
 * Confusions that published reports and circulars really contain. Examples: annual report 2024 of 潼南区政府办公室
 * (24 and 64 applications; two mock inspections of 53 units = 106), 平潭 2022 (75 = 74 + 1), 潼南区 2025 (109 of 113),
 * 两江新区办 2024 (31 handled, 7 of them carried forward), 宿迁 2024 (134 = 170 − 36), 荣昌 2024 (2 of 10, 2 of 4),
 * 浙江, 贵州 and 海南 for the three bases of a rectification rate.
 */
export const LOOK_ALIKES: readonly LookAlike[] = [
  {
    id: "accepted-assisted",
    first: { name: "受理", meaning: "本机关作为答复主体收到并办理的申请，列入本机关年报表三" },
    second: { name: "协助答复", meaning: "联合司法行政部门、法律顾问帮助其他单位办理的申请，列入各该单位的表三" },
    rule: "不相加，不互相作分母；协助答复不进本机关表三",
    example: "受理 24 件（办结 23 件、结转 1 件）与协助答复 64 件",
  },
  {
    id: "received",
    first: { name: "收到（本年新收）", meaning: "表三第一项，只含当年新收" },
    second: { name: "收到（应办）", meaning: "本年新收 + 上年结转，即当年要办的全部" },
    rule: "正文写“收到”必须注明是哪一种；本系统分别称“本年新收”和“应办”",
    example: "75 件 = 新收 74 件 + 结转 1 件",
  },
  {
    id: "closed-on-time",
    first: { name: "办结率", meaning: "办结 ÷ 应办；年底收到、期限未到的申请也会拉低它" },
    second: { name: "按期答复率", meaning: "期限内答复 ÷ 本期到期应答复；只看是否超期" },
    rule: "有结转时办结率不可能是 100%，不能用它说明是否按期",
    example: "办结 109 件、应办 113 件：办结率 96.5%，按期答复率可以是 100%",
  },
  {
    id: "handled-closed",
    first: { name: "办理", meaning: "含仍在办理、结转下年度的" },
    second: { name: "办结", meaning: "已作出处理决定的" },
    rule: "两者之差等于结转下年度",
    example: "办理 31 件，其中结转 7 件，办结 24 件",
  },
  {
    id: "unit-times",
    first: { name: "家", meaning: "不重复的单位数" },
    second: { name: "家次", meaning: "单位数 × 检查次数，或各次检查单位数之和" },
    rule: "跨季度的实检、应检一律称家次",
    example: "53 家各查 2 次 = 106 家次，不是 106 家",
  },
  {
    id: "lines-places",
    first: { name: "条", meaning: "一条台账记录或一件清单，扣分和计时都按条" },
    second: { name: "处", meaning: "一条记录里的错误个数" },
    rule: "按条统计，处数只作说明",
    example: "错别字 4 处，计 1 条",
  },
  {
    id: "reported-passed",
    first: { name: "已报整改", meaning: "责任单位报告整改完成，等待第三方复核" },
    second: { name: "办结（复核通过）", meaning: "第三方复核认定已改正" },
    rule: "报告不等于改正；按时整改率只计复核通过的",
    example: "报告 10 件、复核通过 8 件：办结 8 件",
  },
  {
    id: "report-rates",
    first: { name: "按时报结率", meaning: "首次报告在时限内的件 ÷ 已报告的件" },
    second: { name: "按时整改率", meaning: "通过复核的那次报告在时限内的件 ÷ 复核通过的件" },
    rule: "两率分母不同，不作升降比较",
    example: "同一批件，前者可以是 9/10，后者是 7/9",
  },
  {
    id: "rate-bases",
    first: { name: "整改率（按件）", meaning: "整改的件 ÷ 全部件" },
    second: { name: "整改率（按单位、按网站）", meaning: "全部改完的单位（网站）÷ 有件的单位（网站）" },
    rule: "选定一种并写明，不混用",
    example: "542/583 件与 41/46 个网站不可比较",
  },
  {
    id: "ledger-counted",
    first: { name: "台账扣分", meaning: "各条记录扣分之和，未封顶" },
    second: { name: "合计扣分", meaning: "经指标、类别封顶并按适用指标折算后的扣分" },
    rule: "分档、排位、走势一律用后者",
    example: "本项 6 分，两条各扣 6 分：台账 12 分，计 6 分",
  },
  {
    id: "review-cases",
    first: { name: "复议、诉讼件数（含尚未审结）", meaning: "表四总计列" },
    second: { name: "复议、诉讼件数（已审结）", meaning: "总计减去尚未审结" },
    rule: "正文引用表四总计；只说已审结的须注明",
    example: "134 件 = 170 件 − 尚未审结 36 件",
  },
  {
    id: "correction-rates",
    first: { name: "纠错率（按全部）", meaning: "结果纠正 ÷ 全部案件" },
    second: { name: "纠错率（按已审结）", meaning: "结果纠正 ÷ 已审结案件" },
    rule: "率旁必须有分子分母",
    example: "2/10 = 20%，2/4 = 50%",
  },
  {
    id: "own-rolled-up",
    first: { name: "本机关年报", meaning: "区政府办公室作为本机关的年报" },
    second: { name: "全区汇总年报", meaning: "部门、镇街和办公室年报之和" },
    rule: "两份报告分开填报，数字不可互换",
    example: "汇总表与各单位之和不等时，列出不等的单位",
  },
];
