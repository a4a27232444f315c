/** A figure that pages show; its definition is on hover, in the words of the office. */
export type Metric =
  | "coverage"
  | "averageScore"
  | "deduction"
  | "findings"
  | "tierCount"
  | "veto"
  | "nearEdge"
  | "newReceived"
  | "carriedOver"
  | "closed"
  | "carriedForward"
  | "reconciliation";

export const METRIC_DEFINITION = {
  coverage: "应检为该季度在册单位数；实检为台账记为已检的单位数；未检、未报分列，不当作 0 分或满分。",
  averageScore: "有得分的实检单位得分的算术平均；按方案不计分的否决单位不在分母内。",
  deduction: "各单位已确认扣分之和，经指标、类别封顶，并按适用指标折算到满分；拟扣和申诉中的不计入。",
  findings: "台账中已确认的问题条数；拟扣、申诉中的另列，已免除的不计。",
  tierCount: "按考核方案的分档线，落在该档的实检单位数；否决单位不入档。",
  veto: "命中单项否决指标的单位数，不论扣分多少。",
  nearEdge: "扣分距任一分档线不超过 0.5 分的单位数，复核一条即可能换档。",
  newReceived: "表三“一、本年新收政府信息公开申请数量”总计列。",
  carriedOver: "表三“二、上年结转政府信息公开申请数量”总计列。",
  closed: "表三“三、（七）总计”的总计列，即本年度办理结果合计。",
  carriedForward: "表三“四、结转下年度继续办理”总计列。",
  reconciliation: "表三勾稽式 R1、R2、R3、R5 中不平的处数；涉及空白或“——”的不判定。",
} satisfies Record<Metric, string>;
