import type { AnnualReport, ReportHeading } from "#domain/annual-report.ts";
import { judgeReports } from "#domain/judge-reports.ts";
import type { ReportNote } from "#domain/report-note.ts";
import { onlyRows } from "#domain/report-rows.ts";
import { recordDraftNote } from "#server/report-note-log.ts";
import type { LedgerReader, LedgerRecorder } from "#server/store.ts";
import { NotHeld } from "#server/store-refusal.ts";
import { byText } from "./by-text.ts";

type ReportRead = Extract<keyof LedgerReader, `annualReport${string}`>;
type Reports = () => readonly AnnualReport[];
type Notes = () => readonly ReportNote[];

export function reportReader(reports: Reports, notes: Notes): Pick<LedgerReader, ReportRead> {
  return {
    annualReportHeadings: async () => reports().map(toHeading).sort(byLevelThenNewest),
    annualReports: async ({ body, year, row }) =>
      reports()
        .filter((report) => isAsked(report, body, year))
        .map((report) => onlyRows(report, row)),
    annualReportVerdicts: async ({ year }) => judgeReports(reports(), year.map(Number)),
    annualReportNotes: async ({ body, year }) =>
      notes()
        .filter((note) => isAsked(note, body, year))
        .sort((a, b) => byText(a.bodyId, b.bodyId) || a.year - b.year || a.sequence - b.sequence),
  };
}

/** Nothing can come between reading and writing: both happen in one turn. */
export function reportRecorder(
  reports: Reports,
  notes: Notes,
  keep: (notes: readonly ReportNote[]) => void,
): Pick<LedgerRecorder, "recordReportNote"> {
  return {
    recordReportNote: async ({ body, year }, draft, clock) => {
      const report = reports().find((row) => isAsked(row, body, [year]));
      if (report === undefined) throw new NotHeld("unknownReport");
      const own = notes().filter((note) => isAsked(note, body, [year]));
      const written = recordDraftNote(report, own, draft, clock().toISOString());
      if (!written.repeated) keep([...notes(), written.reply]);
      return written;
    },
  };
}

function isAsked(row: { bodyId: string; year: number }, body: string | undefined, years: readonly string[]): boolean {
  return (body === undefined || row.bodyId === body) && (years.length === 0 || years.includes(String(row.year)));
}

function toHeading({ bodyId, bodyName, level, year, form }: AnnualReport): ReportHeading {
  return { bodyId, bodyName, level, year, form };
}

/** "rollUp" sorts before "unit". */
function byLevelThenNewest(a: ReportHeading, b: ReportHeading): number {
  return byText(a.level, b.level) || byText(a.bodyId, b.bodyId) || b.year - a.year;
}
