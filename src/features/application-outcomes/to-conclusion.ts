import type { AnnualReport } from "#domain/annual-report.ts";
import { METRIC_DEFINITION, type Metric } from "#domain/metric.ts";
import { type OutcomeTotals, outcomeTotals } from "#domain/outcome-totals.ts";
import { formatFigureChange, type ReportFigure } from "#domain/report-cell.ts";
import { failuresOf, type RuleResult } from "#domain/rule-result.ts";
import { describeFailures } from "#domain/rule-words.ts";
import type { StripFigure } from "#ui/conclusion-strip.tsx";

export interface Conclusion {
  /** Clauses; a line breaks between them, never inside one. */
  clauses: readonly string[];
  caption: string;
  figures: readonly StripFigure[];
}

function describeChecks(results: readonly RuleResult[]): string {
  const failures = failuresOf(results);
  if (failures.length > 0) return `表三 ${failures.length} 处不平：${describeFailures(failures)}。`;
  const judged = results.filter((result) => result.verdict === "pass").length;
  if (judged === 0) return "表三没有可以判定的等式。";
  const silent = results.filter((result) => result.verdict === "notAssessable" && result.ruleId !== "R5").length;
  return silent === 0 ? "表三各等式全部相符。" : `表三可判定的 ${judged} 处等式相符，${silent} 处因未报不判定。`;
}

function withUnit(figure: ReportFigure): string {
  return figure.value === null ? figure.text : `${figure.text} 件`;
}

/** The strip of one body and year. `previous` is null without a report of the year before, or when nothing is compared. */
export function toConclusion(
  report: AnnualReport,
  previous: AnnualReport | null,
  results: readonly RuleResult[],
): Conclusion {
  const totals = outcomeTotals(report);
  const base = previous === null ? null : outcomeTotals(previous);
  const { due, closed, carriedForward, newReceived, carriedOver } = totals;
  const change = (pick: (of: OutcomeTotals) => ReportFigure) =>
    describeChange(pick(totals), base && pick(base), report.year);
  return {
    clauses: [
      `${report.year} 年应办 ${withUnit(due)}，`,
      `办结 ${withUnit(closed)}，`,
      `结转下年度 ${withUnit(carriedForward)}；`,
      describeChecks(results),
    ],
    caption: `${report.bodyName} · 应办＝本年新收 ${newReceived.text}＋上年结转 ${carriedOver.text}`,
    figures: [
      toFigure(
        "newReceived",
        "本年新收",
        newReceived,
        change((of) => of.newReceived),
      ),
      toFigure(
        "carriedOver",
        "上年结转",
        carriedOver,
        change((of) => of.carriedOver),
      ),
      toFigure(
        "closed",
        "办结",
        closed,
        change((of) => of.closed),
      ),
      toFigure(
        "carriedForward",
        "结转下年度",
        carriedForward,
        change((of) => of.carriedForward),
      ),
      toCheckFigure(results),
    ],
  };
}

function toFigure(id: Metric, label: string, figure: ReportFigure, change: string): StripFigure {
  const changes = change === "" ? [] : [{ text: change, meaning: "same" as const }];
  return {
    id,
    label,
    definition: METRIC_DEFINITION[id],
    value: figure.text,
    unit: figure.value === null ? "" : "件",
    basis: "",
    changes,
  };
}

/** More or fewer applications are neither good nor bad: the change carries no meaning colour. */
function describeChange(now: ReportFigure, before: ReportFigure | null, year: number): string {
  if (before === null) return "";
  if (now.value === null || before.value === null) return `${year - 1} 年 ${before.text}`;
  return `较 ${year - 1} 年 ${formatFigureChange(now.value - before.value)}`;
}

function toCheckFigure(results: readonly RuleResult[]): StripFigure {
  const failures = failuresOf(results);
  const judged = results.filter((result) => result.verdict !== "notAssessable").length;
  const silent = results.length - judged;
  const scope = `判定 ${judged} 处${silent > 0 ? ` · 不判定 ${silent} 处` : ""}`;
  const isFault = failures.length > 0;
  return {
    id: "checks",
    label: "表三校验",
    definition: METRIC_DEFINITION.reconciliation,
    value: String(failures.length),
    unit: "处不平",
    basis: isFault ? describeFailures(failures) : scope,
    changes: [],
    isFault,
  };
}
