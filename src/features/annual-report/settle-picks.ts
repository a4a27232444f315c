import type { ReportHeading } from "#domain/annual-report.ts";
import type { Filters } from "#domain/filters.ts";
import { type SettledReport, settleReport } from "#filters/settle-filters.ts";

/** Bodies and years of the picked form. */
export function headingsOfForm(
  form: Filters["reportForm"],
  headings: readonly ReportHeading[],
): readonly ReportHeading[] {
  return form === null ? headings : headings.filter((heading) => heading.form === form);
}

/** Body, year and form together: a form that nobody used leaves the choice as it was, and says so. */
export function settlePicks(
  picks: Pick<Filters, "body" | "year" | "reportForm">,
  headings: readonly ReportHeading[],
): SettledReport {
  const own = headingsOfForm(picks.reportForm, headings);
  if (own.length > 0 || headings.length === 0) return settleReport(picks, own);
  const settled = settleReport(picks, headings);
  return { ...settled, ignored: [...settled.ignored, "已忽略：格式（没有这种格式的年度报告）"] };
}
