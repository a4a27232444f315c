import { z } from "zod";

/** 2021: 国办公开办函〔2021〕30号 · 2019: the trial form of 国办公开办函〔2019〕60号, used for 2019 and 2020. */
export const reportFormSchema = z.enum(["2019", "2021"]);
export type ReportForm = z.infer<typeof reportFormSchema>;

export const REPORT_FORM_LABEL = { "2019": "2019 试行", "2021": "2021 版" } satisfies Record<ReportForm, string>;

/** A year decides its form: reports for 2019 and 2020 use the trial form. */
export function formOfYear(year: number): ReportForm {
  return year <= 2020 ? "2019" : "2021";
}

/** Identifies a body and year without its tables. */
export const reportHeadingSchema = z
  .object({
    bodyId: z.string().min(1),
    bodyName: z.string().min(1),
    /** unit: one organ reports for itself · rollUp: a district sums its units. */
    level: z.enum(["unit", "rollUp"]),
    year: z.int().min(2008).max(2100),
    form: reportFormSchema,
  })
  .meta({ id: "ReportHeading" });
export type ReportHeading = z.infer<typeof reportHeadingSchema>;

/**
 * The statutory tables 二, 三, 四 of one body and year.
 * `cells` keeps what was printed, by cell id: `t2.<row>.<column>`, `t3.<row>.<applicant column>`, `t4.<block>.<result>`;
 * a cell that is missing or empty is blank, which is neither 0 nor `——`.
 */
export const annualReportSchema = reportHeadingSchema
  .extend({ cells: z.record(z.string(), z.string()) })
  .meta({ id: "AnnualReport" });
export type AnnualReport = z.infer<typeof annualReportSchema>;

/** What a printed cell means. Keep the raw text beside it: "22（其中修订16）" is annotated 22. */
export type CellValue =
  | { kind: "number"; value: number }
  | { kind: "zero"; value: 0 }
  | { kind: "annotated"; value: number; note: string }
  | { kind: "blank" }
  | { kind: "notApplicable" }
  | { kind: "unreadable"; raw: string };

/** The document that prescribes the form of a report. */
export function describeForm(report: Pick<AnnualReport, "form">): string {
  return report.form === "2021" ? "国办公开办函〔2021〕30号格式" : "国办公开办函〔2019〕60号试行格式";
}
