import { METRIC_DEFINITION } from "#domain/metric.ts";
import { readCell } from "#domain/report-cell.ts";
import { formCells } from "#domain/report-form.ts";
import { failuresOf, type RuleResult } from "#domain/rule-result.ts";
import { describeFailures } from "#domain/rule-words.ts";
import type { StripFigure } from "#ui/conclusion-strip.tsx";
import type { ReportView } from "./report-view.ts";

export interface ReportConclusion {
  clauses: readonly string[];
  caption: string;
  figures: readonly StripFigure[];
}

/** The page's answer: do the tables reconcile, and what could not be judged. */
export function toReportConclusion(view: ReportView): ReportConclusion {
  const { report, results } = view;
  const errors = failuresOf(results).filter(({ severity }) => severity === "error");
  const warnings = failuresOf(results).filter(({ severity }) => severity !== "error");
  const passed = results.filter(({ verdict }) => verdict === "pass").length;
  const silent = results.filter(({ verdict }) => verdict === "notAssessable").length;
  const cells = formCells(report.form).map(({ id }) => readCell(report, id).kind);
  const blank = cells.filter((kind) => kind === "blank").length;
  const dashed = cells.filter((kind) => kind === "notApplicable").length;
  return {
    clauses: toClauses(report.year, { errors, warnings, passed }),
    caption: `${report.bodyName} · 导入的报表共 ${cells.length} 格，未报 ${blank} 格，“——” ${dashed} 格`,
    figures: [
      figure("pass", "相符", passed, ""),
      {
        ...figure("fail", "不平", errors.length, errors.length === 0 ? "" : describeFailures(errors)),
        isFault: errors.length > 0,
      },
      figure("warn", "须附说明", warnings.length, warnings.length === 0 ? "" : describeFailures(warnings)),
      figure("silent", "未判", silent, "空白、“——”或缺上年、缺单位"),
    ],
  };
}

interface Outcome {
  errors: readonly RuleResult[];
  warnings: readonly RuleResult[];
  passed: number;
}

function toClauses(year: number, { errors, warnings, passed }: Outcome): string[] {
  if (errors.length + warnings.length + passed === 0) return [`${year} 年表二、表三、表四没有可以判定的等式。`];
  const first =
    errors.length === 0
      ? `${year} 年表二、表三、表四可判定的 ${passed} 处等式相符；`
      : `${year} 年表二、表三、表四 ${errors.length} 处不平：${describeFailures(errors)}；`;
  return [first, warnings.length === 0 ? "没有须附说明的差异。" : `${warnings.length} 处差异须附说明。`];
}

function figure(id: string, label: string, count: number, basis: string): StripFigure {
  return {
    id,
    label,
    definition: METRIC_DEFINITION.reconciliation,
    value: String(count),
    unit: "处",
    basis,
    changes: [],
  };
}
