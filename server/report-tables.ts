import { type AnnualReport, annualReportSchema, type ReportHeading } from "#domain/annual-report.ts";
import { canonicalJson } from "./canonical-json.ts";

export interface ReportTables {
  annual_report: {
    body_id: string;
    year: number;
    body_name: string;
    level: AnnualReport["level"];
    form: AnnualReport["form"];
    cells: string;
  };
}

export function toHeading(row: Omit<ReportTables["annual_report"], "cells">): ReportHeading {
  return { bodyId: row.body_id, bodyName: row.body_name, level: row.level, year: row.year, form: row.form };
}

export function toAnnualReport(row: ReportTables["annual_report"]): AnnualReport {
  return annualReportSchema.parse({ ...toHeading(row), cells: JSON.parse(row.cells) });
}

export function toReportRow(report: AnnualReport): ReportTables["annual_report"] {
  return {
    body_id: report.bodyId,
    year: report.year,
    body_name: report.bodyName,
    level: report.level,
    form: report.form,
    cells: canonicalJson(report.cells),
  };
}
