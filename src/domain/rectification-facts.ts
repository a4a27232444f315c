import { z } from "zod";
import { type Quarter, quarterSchema, toQuarter } from "./quarter.ts";
import { type ErrorType, errorSeveritySchema } from "./rectification.ts";
import { clockAt, isOverdue } from "./rectification-clock.ts";
import type { Progress } from "./rectification-progress.ts";
import { shanghaiDate } from "./shanghai-time.ts";
import { type Rate, rate } from "./share.ts";

/**
 * How a case stands for the statistics, each in exactly one. A closed case is on time when the report whose re-check
 * passed was: the unit does not answer for the time that the re-check took.
 */
export const rectificationOutcomeSchema = z.enum([
  "verifiedOnTime",
  "verifiedLate",
  "awaitingRecheck",
  "open",
  "openOverdue",
]);
export type RectificationOutcome = z.infer<typeof rectificationOutcomeSchema>;

export const RECTIFICATION_OUTCOME_LABEL = {
  verifiedOnTime: "按时整改，复核通过",
  verifiedLate: "逾期整改，复核通过",
  awaitingRecheck: "已报整改，待复核",
  open: "在办，未到期",
  openOverdue: "在办，已超期",
} satisfies Record<RectificationOutcome, string>;

/** What the facts are made from: one case with what its log says. */
export interface CaseStanding {
  id: string;
  unitId: string;
  errorType: ErrorType;
  progress: Progress;
}

/** Sums of one unit × quarter × severity × outcome. The quarter is that of the due day, as 按时率 counts. */
export const rectificationFactSchema = z
  .object({
    quarter: quarterSchema,
    unitId: z.string().min(1),
    severity: errorSeveritySchema,
    outcome: rectificationOutcomeSchema,
    cases: z.int().min(0),
    reported: z.int().min(0).meta({ description: "Cases with at least one report" }),
    reportedOnTime: z.int().min(0).meta({ description: "Cases whose first report was on time" }),
    rechecked: z.int().min(0).meta({ description: "Cases with at least one re-check result" }),
    rechecks: z.int().min(0).meta({ description: "Re-check results" }),
    failedRechecks: z.int().min(0),
  })
  .meta({ id: "RectificationFact" });
export type RectificationFact = z.infer<typeof rectificationFactSchema>;

/** The quarter in which a case falls due (Asia/Shanghai); null before its dispatch. */
export function dueQuarter({ dueAt }: Progress): Quarter | null {
  if (dueAt === null) return null;
  const date = shanghaiDate(dueAt);
  return toQuarter(Number(date.slice(0, 4)), Math.ceil(Number(date.slice(5, 7)) / 3));
}

/** The outcome of a dispatched case at `now`; null before its dispatch. */
export function outcomeAt(progress: Progress, now: string): RectificationOutcome | null {
  const { state, reportOnTime } = progress;
  if (state === "undispatched") return null;
  if (state === "passed") return reportOnTime ? "verifiedOnTime" : "verifiedLate";
  if (state === "awaitingRecheck") return "awaitingRecheck";
  return isOverdue(clockAt(progress, now)) ? "openOverdue" : "open";
}

/** The facts of any number of cases; facts of parts of them add up to the facts of the whole. */
export function toRectificationFacts(cases: readonly CaseStanding[], now: string): RectificationFact[] {
  const facts = cases.flatMap((entry) => factOf(entry, now) ?? []);
  return addUp(facts, ({ quarter, unitId, severity, outcome }) => [quarter, unitId, severity, outcome].join("|"));
}

function factOf({ unitId, progress }: CaseStanding, now: string): RectificationFact | null {
  const outcome = outcomeAt(progress, now);
  const quarter = dueQuarter(progress);
  if (outcome === null || quarter === null) return null;
  const results = progress.waits.filter((wait) => wait.result !== null).length;
  return {
    quarter,
    unitId,
    severity: progress.severity,
    outcome,
    cases: 1,
    reported: Number(progress.firstReportedAt !== null),
    reportedOnTime: Number(progress.firstReportOnTime === true),
    rechecked: Number(results > 0),
    rechecks: results,
    failedRechecks: progress.attempt - 1,
  };
}

function addUp(facts: readonly RectificationFact[], keyOf: (fact: RectificationFact) => string): RectificationFact[] {
  const sums = new Map<string, RectificationFact>();
  for (const fact of facts) {
    const sum = sums.get(keyOf(fact));
    sums.set(keyOf(fact), sum === undefined ? fact : addFacts(sum, fact));
  }
  return [...sums.values()];
}

function addFacts(a: RectificationFact, b: RectificationFact): RectificationFact {
  return {
    ...a,
    cases: a.cases + b.cases,
    reported: a.reported + b.reported,
    reportedOnTime: a.reportedOnTime + b.reportedOnTime,
    rechecked: a.rechecked + b.rechecked,
    rechecks: a.rechecks + b.rechecks,
    failedRechecks: a.failedRechecks + b.failedRechecks,
  };
}

/** 按时 by what the unit says (its first report), or by what was verified. The two never share a name. */
export const onTimeMeasureSchema = z.enum(["verified", "firstReport"]);
export type OnTimeMeasure = z.infer<typeof onTimeMeasureSchema>;

export const ON_TIME_MEASURE_LABEL = {
  firstReport: "按时报结率（以首次报告为准）",
  verified: "按时整改率（复核通过的件）",
} satisfies Record<OnTimeMeasure, string>;

/** Published rates count issues, notices or sites; here cases, or units with a re-check result, chosen and named. */
export type RateBasis = "cases" | "units";

export const RATE_BASIS_LABEL = {
  cases: "按件计",
  units: "按有复核结果的单位计，全部按时才算按时",
} satisfies Record<RateBasis, string>;

/** What the rate is told of: each unit, or each quarter by cases or by units. */
export const onTimeViewSchema = z.enum(["units", "quarterCases", "quarterUnits"]);
export type OnTimeView = z.infer<typeof onTimeViewSchema>;

/** A rate with what it leaves out: open cases past due stand beside it and never inside. */
export interface OnTimeRate {
  rate: Rate | null;
  openOverdue: number;
  awaitingRecheck: number;
}

/** The on-time rate of whatever facts are given: one unit's, one quarter's, all. */
export function onTimeRate(facts: readonly RectificationFact[], measure: OnTimeMeasure, basis: RateBasis): OnTimeRate {
  const parts = basis === "cases" ? [facts] : groupByUnit(facts).filter((part) => sum(part, "rechecked") > 0);
  const pairs = parts.map((part) => countOnTime(part, measure));
  const [onTime, all] =
    basis === "cases"
      ? [pairs[0]?.onTime ?? 0, pairs[0]?.all ?? 0]
      : [
          pairs.filter((pair) => pair.all > 0 && pair.onTime === pair.all).length,
          pairs.filter((pair) => pair.all > 0).length,
        ];
  return {
    rate: rate(onTime, all),
    openOverdue: countCases(facts, "openOverdue"),
    awaitingRecheck: countCases(facts, "awaitingRecheck"),
  };
}

/** Re-checks passed of all re-checks, n/N. */
export function recheckPassRate(facts: readonly RectificationFact[]): Rate | null {
  const all = sum(facts, "rechecks");
  return rate(all - sum(facts, "failedRechecks"), all);
}

function countOnTime(facts: readonly RectificationFact[], measure: OnTimeMeasure): { onTime: number; all: number } {
  if (measure === "firstReport") return { onTime: sum(facts, "reportedOnTime"), all: sum(facts, "reported") };
  const onTime = countCases(facts, "verifiedOnTime");
  return { onTime, all: onTime + countCases(facts, "verifiedLate") };
}

function groupByUnit(facts: readonly RectificationFact[]): RectificationFact[][] {
  const groups = new Map<string, RectificationFact[]>();
  for (const fact of facts) groups.set(fact.unitId, [...(groups.get(fact.unitId) ?? []), fact]);
  return [...groups.values()];
}

/** Cases with an outcome. */
export function countCases(facts: readonly RectificationFact[], outcome: RectificationOutcome): number {
  return sum(
    facts.filter((fact) => fact.outcome === outcome),
    "cases",
  );
}

type Count = "cases" | "reported" | "reportedOnTime" | "rechecked" | "rechecks" | "failedRechecks";

function sum(facts: readonly RectificationFact[], count: Count): number {
  return facts.reduce((total, fact) => total + fact[count], 0);
}

/** 单位报整改 × 第三方复核: what the unit says against what the re-check said last. */
export interface RecheckTable {
  reportedPassed: number;
  /** Open again after a failed re-check, or reported anew after one and not yet looked at. */
  reportedFailed: number;
  reportedUnchecked: number;
  unreported: number;
}

/** Every dispatched case in one cell; a case that waits for its second re-check counts by the failed first. */
export function toRecheckTable(facts: readonly RectificationFact[]): RecheckTable {
  const open = facts.filter(({ outcome }) => outcome !== "verifiedOnTime" && outcome !== "verifiedLate");
  const reported = sum(open, "reported");
  const reportedFailed = sum(open, "rechecked");
  return {
    reportedPassed: sum(facts, "cases") - sum(open, "cases"),
    reportedFailed,
    reportedUnchecked: reported - reportedFailed,
    unreported: sum(open, "cases") - reported,
  };
}

/** Dispatches per Asia/Shanghai day, oldest first; days without any are left out. */
export function countArrivals(cases: readonly CaseStanding[]): { date: string; cases: number }[] {
  const counts = new Map<string, number>();
  for (const { progress } of cases) {
    if (progress.dispatchedAt === null) continue;
    const date = shanghaiDate(progress.dispatchedAt);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return [...counts].map(([date, count]) => ({ date, cases: count })).sort((a, b) => (a.date < b.date ? -1 : 1));
}
