import type { ReportForm } from "./annual-report.ts";
import {
  APPLICANT_LABEL,
  type ApplicantColumn,
  OUTCOME_GROUP,
  OUTCOME_ROW,
  type OutcomeRow,
  outcomeRowsOf,
} from "./outcome.ts";
import { CASE_BLOCK_LABEL, CASE_RESULT_LABEL } from "./report-form.ts";
import type {
  CaseBlock,
  CaseResult,
  Concept,
  DecisionRow,
  DocumentRow,
  DocumentVerb,
  FlowKey,
} from "./report-text-words.ts";

/** One way to understand a number: cells to add, and cells to take away. */
export interface ReadingPlan {
  /** 口径: 新收, 新收＋上年结转, 行政复议总计（不含尚未审结）. */
  name: string;
  /** True when the words say this; false when they only might, so that a fit leaves the 口径 open. */
  plain: boolean;
  plus: readonly string[];
  minus?: readonly string[];
}

const t3 = (row: string, column: ApplicantColumn = "total") => `t3.${row}.${column}`;

const NEW: ReadingPlan = { name: "新收", plain: true, plus: [t3("newReceived")] };
const DUE: ReadingPlan = { name: "新收＋上年结转", plain: true, plus: [t3("newReceived"), t3("carriedOver")] };
const OVER: ReadingPlan = { name: "上年结转", plain: true, plus: [t3("carriedOver")] };
const CLOSED: ReadingPlan = { name: "办理结果总计", plain: true, plus: [t3("outcomeTotal")] };
const FORWARD: ReadingPlan = { name: "结转下年度", plain: true, plus: [t3("carriedForward")] };

const loose = (plan: ReadingPlan): ReadingPlan => ({ ...plan, plain: false });

/** Readings of each word for applications as a whole, the plainest first. */
const FLOW: Readonly<Record<FlowKey, readonly ReadingPlan[]>> = {
  newReceived: [NEW, loose(DUE)],
  received: [NEW, DUE],
  carriedOver: [OVER],
  carriedForward: [FORWARD],
  carried: [FORWARD, OVER],
  closed: [CLOSED],
  handled: [CLOSED, DUE, NEW],
  due: [DUE],
  applications: [NEW, DUE, CLOSED],
};

/** Sums the first readings of joined words: 新收和上年结转共 75 件. */
function summed(plans: readonly ReadingPlan[], plain = true): ReadingPlan {
  return { name: plans.map((plan) => plan.name).join("＋"), plain, plus: plans.flatMap((plan) => plan.plus) };
}

export function flowReadings(flows: readonly FlowKey[]): readonly ReadingPlan[] {
  const [only] = flows;
  if (flows.length === 1 && only !== undefined) return FLOW[only];
  return [summed(flows.flatMap((flow) => FLOW[flow].slice(0, 1)))];
}

type OutcomeConcept = Extract<Concept, { kind: "group" | "leaf" }>;

function outcomePlan(concept: OutcomeConcept, form: ReportForm): ReadingPlan {
  if (concept.kind === "leaf") {
    const { group, label } = OUTCOME_ROW[concept.row];
    return { name: `${OUTCOME_GROUP[group].label}·${label}`, plain: true, plus: [t3(concept.row)] };
  }
  const rows = outcomeRowsOf(form).filter((row: OutcomeRow) => OUTCOME_ROW[row].group === concept.group);
  return { name: OUTCOME_GROUP[concept.group].label, plain: true, plus: rows.map((row) => t3(row)) };
}

export function outcomeReadings(concepts: readonly OutcomeConcept[], form: ReportForm): readonly ReadingPlan[] {
  return [summed(concepts.map((concept) => outcomePlan(concept, form)))];
}

/** The same readings in the columns of an applicant kind. */
export function inColumns(plans: readonly ReadingPlan[], columns: readonly ApplicantColumn[]): readonly ReadingPlan[] {
  const place = (cells: readonly string[]) =>
    cells.flatMap((cell) => columns.map((column) => cell.replace(/\.total$/, `.${column}`)));
  const label = columns.length > 1 ? "法人或其他组织" : (columns.map((column) => APPLICANT_LABEL[column])[0] ?? "");
  return plans.map((plan) => ({
    name: `${label}·${plan.name}`,
    plain: plan.plain,
    plus: place(plan.plus),
    ...(plan.minus === undefined ? {} : { minus: place(plan.minus) }),
  }));
}

const t4 = (blocks: readonly CaseBlock[], result: keyof typeof CASE_RESULT_LABEL) =>
  blocks.map((block) => `t4.${block}.${result}`);

function blockName(blocks: readonly CaseBlock[]): string {
  const litigation = blocks.filter((block) => block !== "reconsideration");
  const names = litigation.length === 2 ? ["行政诉讼"] : litigation.map((block) => CASE_BLOCK_LABEL[block]);
  return [...(blocks.length > litigation.length ? [CASE_BLOCK_LABEL.reconsideration] : []), ...names].join("＋");
}

/** Reconsideration and litigation: all cases, or only those decided, which is the commonest drift of the text. */
export function caseReadings(blocks: readonly CaseBlock[], results: readonly CaseResult[]): readonly ReadingPlan[] {
  const name = blockName(blocks);
  const decided: ReadingPlan = {
    name: `${name}（不含尚未审结）`,
    plain: true,
    plus: t4(blocks, "total"),
    minus: t4(blocks, "pending"),
  };
  if (results.length === 0) {
    return [{ name: `${name}总计`, plain: true, plus: t4(blocks, "total") }, loose(decided)];
  }
  if (results.includes("decided")) return [decided];
  const kinds = results.filter((result) => result !== "decided");
  const plus = kinds.flatMap((result) => t4(blocks, result));
  return [{ name: `${name}·${kinds.map((result) => CASE_RESULT_LABEL[result]).join("＋")}`, plain: true, plus }];
}

const ROW_LABEL = { regulations: "规章", normativeDocuments: "规范性文件" } satisfies Record<DocumentRow, string>;

/** Columns of table 二 by form. The trial form counts documents newly made, newly published and published in all. */
const DOCUMENT_COLUMN: Readonly<Record<ReportForm, Readonly<Record<DocumentVerb, readonly [string, string]>>>> = {
  "2021": {
    made: ["issued", "制发"],
    published: ["issued", "制发"],
    repealed: ["repealed", "废止"],
    inForce: ["inForce", "现行有效"],
  },
  "2019": {
    made: ["newlyMade", "新制作"],
    published: ["newlyPublished", "新公开"],
    repealed: ["repealed", "废止"],
    inForce: ["totalPublished", "对外公开总数"],
  },
};

export function documentReadings(
  rows: readonly DocumentRow[],
  verb: DocumentVerb | null,
  form: ReportForm,
): readonly ReadingPlan[] {
  const plan = (key: DocumentVerb, plain: boolean): ReadingPlan => {
    const [column, label] = DOCUMENT_COLUMN[form][key];
    const names = rows.map((row) => ROW_LABEL[row]).join("、");
    return { name: `${names}·${label}`, plain, plus: rows.map((row) => `t2.${row}.${column}`) };
  };
  if (verb === null || verb === "published") return [plan("published", true), plan("inForce", verb === null)];
  if (verb !== "inForce" || form === "2019") return [plan(verb, true)];
  const whole = plan("inForce", true);
  const made = plan("made", true);
  return [whole, { name: `${whole.name}（不含本年制发）`, plain: false, plus: whole.plus, minus: made.plus }];
}

const DECISION_LABEL = { licensing: "行政许可", penalty: "行政处罚", coercion: "行政强制" } satisfies Record<
  DecisionRow,
  string
>;

export function decisionReadings(rows: readonly DecisionRow[]): readonly ReadingPlan[] {
  const name = rows.map((row) => DECISION_LABEL[row]).join("＋");
  return [{ name: `${name}·处理决定`, plain: true, plus: rows.map((row) => `t2.${row}.decisions`) }];
}

export const FEE_READINGS: readonly ReadingPlan[] = [
  { name: "行政事业性收费（万元）", plain: true, plus: ["t2.administrativeFees.amount"] },
];

/** Two readings with the numerator and denominator of a rate. */
export interface RatePlan {
  name: string;
  plain: boolean;
  numerator: ReadingPlan;
  denominator: ReadingPlan;
}

/** 办结率: what was closed of what was due; over the newly received alone it can pass 100%. */
export const CLOSURE_RATES: readonly RatePlan[] = [
  { name: "办结率＝办理结果总计÷（新收＋上年结转）", plain: true, numerator: CLOSED, denominator: DUE },
  { name: "办结率＝办理结果总计÷新收", plain: false, numerator: CLOSED, denominator: NEW },
];

/** 占 n%: the denominators that a share of applications may have. */
export const SHARE_DENOMINATORS: readonly ReadingPlan[] = [CLOSED, DUE, loose(NEW)];

/** 纠错率, 维持率: over all cases or over the decided ones; the two can be 20% and 50% (荣昌 2024). */
export function caseRates(blocks: readonly CaseBlock[], result: "upheld" | "corrected"): readonly RatePlan[] {
  const [all, decided] = caseReadings(blocks, []);
  const [numerator] = caseReadings(blocks, [result]);
  if (all === undefined || decided === undefined || numerator === undefined) return [];
  const label = result === "upheld" ? "维持率" : "纠错率";
  return [all, decided].map((denominator) => ({
    name: `${label}＝${numerator.name}÷${denominator.name}`,
    plain: true,
    numerator,
    denominator,
  }));
}
