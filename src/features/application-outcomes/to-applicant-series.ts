import type { StackedBarSeries } from "#charts/stacked-bar-series.ts";
import type { AnnualReport } from "#domain/annual-report.ts";
import { APPLICANT_KINDS, APPLICANT_LABEL, OUTCOME_GROUP } from "#domain/outcome.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";

/** What became of the applications of each kind of applicant, in the form's order; a kind without any keeps its row. */
export function toApplicantSeries(report: AnnualReport): StackedBarSeries {
  const rows = APPLICANT_KINDS.map((kind) => {
    const totals = outcomeTotals(report, kind);
    const segments = totals.groups.map(({ key, figure }) => ({
      id: key,
      name: OUTCOME_GROUP[key].label,
      value: Math.max(0, figure.value ?? 0),
      valueText: figure.text,
      fill: { kind: "series", slot: OUTCOME_GROUP[key].slot } as const,
    }));
    const { value, text } = totals.classified;
    return {
      id: kind,
      label: kind === "otherOrg" ? "其他组织" : APPLICANT_LABEL[kind],
      totalText: value === null ? text : `${text} 件`,
      segments: segments.filter((segment) => segment.value > 0),
    };
  });
  const lengths = rows.map((row) => row.segments.reduce((sum, segment) => sum + segment.value, 0));
  return { rows, maximum: Math.max(1, ...lengths), unit: "件" };
}
