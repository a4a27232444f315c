/** Error: the form itself forbids it. Warning: it breaks in practice and needs a note. Info: worth a look. */
export type RuleSeverity = "error" | "warning" | "info";

/** What a rule is repeated over: each column or row of table 三, each block of table 四, and so on. */
export type RuleScope = "applicantColumn" | "applicationRow" | "caseBlock" | "documentRow" | "cell" | "row" | "report";

/**
 * Cells of one side of an equation. In `cells`, `@` stands for the column, row or block at hand; `{outcomes}`,
 * `{applicants}` and `{results}` stand for all outcome rows, the six applicant columns, the four case results.
 */
export interface RuleTerm {
  name: string;
  cells: string;
  minus?: true;
  /** Taken from the report of the year before. */
  lastYear?: true;
}

export type RuleRelation =
  | { kind: "equal"; left: readonly RuleTerm[]; right: readonly RuleTerm[] }
  | { kind: "rollUp" }
  | { kind: "format" }
  /** Numbers of the report's text against the tables; notAssessable while no text is at hand. */
  | { kind: "text" }
  /** Known to the form, not computable from tables 二–四 alone: always notAssessable. */
  | { kind: "needsMore"; missing: string };

/** One reconciliation rule (勾稽关系) as data. */
export interface ReconciliationRule {
  id: RuleId;
  name: string;
  description: string;
  severity: RuleSeverity;
  scope: RuleScope;
  relation: RuleRelation;
}

export type RuleId = "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "R7" | "R8" | "R9" | "R10";

/** The rules in order. R1 is printed in the form (国办公开办函〔2021〕30号); the others follow from it or from practice. */
export const RECONCILIATION_RULES: readonly ReconciliationRule[] = [
  {
    id: "R1",
    name: "一 + 二 = 三（七）+ 四",
    description: "表三每一列：第一项加第二项之和，等于第三项加第四项之和（格式原文）。",
    severity: "error",
    scope: "applicantColumn",
    relation: {
      kind: "equal",
      left: [
        { name: "第一项", cells: "t3.newReceived.@" },
        { name: "第二项", cells: "t3.carriedOver.@" },
      ],
      right: [
        { name: "第三项（七）", cells: "t3.outcomeTotal.@" },
        { name: "第四项", cells: "t3.carriedForward.@" },
      ],
    },
  },
  {
    id: "R2",
    name: "各项结果之和 = 三（七）",
    description: "表三每一列：第三项（一）至（六）各行之和等于（七）总计。",
    severity: "error",
    scope: "applicantColumn",
    relation: {
      kind: "equal",
      left: [{ name: "各项结果", cells: "t3.{outcomes}.@" }],
      right: [{ name: "第三项（七）", cells: "t3.outcomeTotal.@" }],
    },
  },
  {
    id: "R3",
    name: "六类申请人之和 = 总计",
    description: "表三每一行：自然人与五类组织之和等于总计。",
    severity: "error",
    scope: "applicationRow",
    relation: {
      kind: "equal",
      left: [{ name: "六类申请人", cells: "t3.@.{applicants}" }],
      right: [{ name: "总计", cells: "t3.@.total" }],
    },
  },
  {
    id: "R4",
    name: "四种结果之和 = 总计",
    description: "表四每一块：结果维持、结果纠正、其他结果、尚未审结之和等于总计。",
    severity: "error",
    scope: "caseBlock",
    relation: {
      kind: "equal",
      left: [{ name: "四种结果", cells: "t4.@.{results}" }],
      right: [{ name: "总计", cells: "t4.@.total" }],
    },
  },
  {
    id: "R5",
    name: "上年结转下年度 = 本年上年结转",
    description: "表三每一列：上一年“结转下年度继续办理”等于本年“上年结转”，有说明的除外。",
    severity: "error",
    scope: "applicantColumn",
    relation: {
      kind: "equal",
      left: [{ name: "结转下年度", cells: "t3.carriedForward.@", lastYear: true }],
      right: [{ name: "上年结转", cells: "t3.carriedOver.@" }],
    },
  },
  {
    id: "R6",
    name: "上年有效 + 制发 − 废止 = 现行有效",
    description:
      "表二规章、行政规范性文件：实践中常因清理口径不符，须附说明。试行格式无此三栏，2020 至 2021 年不判定。",
    severity: "warning",
    scope: "documentRow",
    relation: {
      kind: "equal",
      left: [
        { name: "现行有效", cells: "t2.@.inForce", lastYear: true },
        { name: "制发", cells: "t2.@.issued" },
        { name: "废止", cells: "t2.@.repealed", minus: true },
      ],
      right: [{ name: "现行有效", cells: "t2.@.inForce" }],
    },
  },
  {
    id: "R7",
    name: "汇总数 = 各单位之和",
    description: "全区汇总的表二、三、四每一格等于各部门、镇街和办公室之和。",
    severity: "error",
    scope: "cell",
    relation: { kind: "rollUp" },
  },
  {
    id: "R8",
    name: "正文数字 = 表内数字",
    description: "总体情况的文字与表内同口径数字一致，按哪种口径相符须写明。录入报告正文后逐个数字判定。",
    severity: "warning",
    scope: "report",
    relation: { kind: "text" },
  },
  {
    id: "R9",
    name: "上年尚未审结案件有下落",
    description: "上一年尚未审结的案件，本年应有结果或仍未审结。报表只有件数，逐案去向在复议诉讼台账里看，这里不判定。",
    severity: "info",
    scope: "report",
    relation: { kind: "needsMore", missing: "报表只有件数，没有逐案去向" },
  },
  {
    id: "R10",
    name: "数字格式",
    description: "各格为非负整数；金额可带小数，至多六位；增减数可为负。空白和“——”不判定。",
    severity: "error",
    scope: "row",
    relation: { kind: "format" },
  },
];
