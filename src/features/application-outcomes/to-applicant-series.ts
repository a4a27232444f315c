import type { HeatmapCell, HeatmapSeries } from "#charts/heatmap-series.ts";
import type { AnnualReport } from "#domain/annual-report.ts";
import { APPLICANT_LABEL, type ApplicantColumn, OUTCOME_GROUP, OUTCOME_GROUPS } from "#domain/outcome.ts";
import { APPLICANT_KINDS } from "#domain/outcome-leaf.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import type { ReportFigure } from "#domain/report-cell.ts";

/** Upper ends of the classes; fixed, so that years and bodies can be held against each other. */
const CLASS_ENDS = [2, 9, 29, 99, 299] as const;
const RAMP = [1, 2, 3, 4, 5, 6] as const;

/**
 * Applicant × outcome group: nine cases in ten come from natural persons, so bars on one axis would hide all other
 * kinds; a number in every cell hides none. 总计 is the printed column, not a sum of the rows above.
 */
export function toApplicantSeries(report: AnnualReport): HeatmapSeries {
  const printed = outcomeTotals(report, "total");
  return {
    words: {
      label: "各类申请人与办理结果表，方向键逐格查看",
      hint: "",
      before: "",
      after: " 件",
      zero: "0 件",
      rowTotal: "该类申请人合计",
    },
    panels: [
      {
        id: "applicants",
        title: "申请人",
        rows: APPLICANT_KINDS.map((kind) => toRow(report, kind)),
        columnTotals: printed.groups.map(({ figure }) => figure.text),
        grandTotal: printed.classified.text,
      },
    ],
    columns: OUTCOME_GROUPS.map((id) => ({ id, shortName: OUTCOME_GROUP[id].label, name: OUTCOME_GROUP[id].label })),
    // One column a group: the rule in the series colour is enough, the name stands over the column.
    groups: OUTCOME_GROUPS.map((id) => ({ id, name: "", shortName: "", slot: OUTCOME_GROUP[id].slot, span: 1 })),
    rampLabels: rampLabels(),
  };
}

function toRow(report: AnnualReport, kind: ApplicantColumn) {
  const totals = outcomeTotals(report, kind);
  return {
    id: kind,
    name: kind === "otherOrg" ? "其他组织" : APPLICANT_LABEL[kind],
    cells: totals.groups.map(({ figure }) => toCell(figure)),
    totalText: totals.classified.text,
    missed: null,
  };
}

function toCell({ value, text }: ReportFigure): HeatmapCell {
  if (value === 0) return { kind: "zero", text, ramp: 0 };
  if (value === null) return { kind: text === "——" ? "notApplicable" : "notReported", text, ramp: 0 };
  const index = CLASS_ENDS.findIndex((end) => value <= end);
  return { kind: "value", text, ramp: RAMP[index === -1 ? 5 : index] ?? 6 };
}

/** 1–2, 3–9, … ≥300 */
function rampLabels(): string[] {
  const ranges = CLASS_ENDS.map((end, index) => `${(CLASS_ENDS[index - 1] ?? 0) + 1}–${end}`);
  return [...ranges, `≥${CLASS_ENDS[4] + 1}`];
}
