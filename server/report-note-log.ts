import type { AnnualReport } from "#domain/annual-report.ts";
import { judgeNote } from "#domain/judge-note.ts";
import type { NoteDraft, ReportNote } from "#domain/report-note.ts";
import type { Written } from "./store.ts";
import { Conflict } from "./store-refusal.ts";

/** Judges a remark against those that stand now; throws `Conflict` when it cannot be added. */
export function recordDraftNote(
  report: AnnualReport,
  notes: readonly ReportNote[],
  draft: NoteDraft,
  now: string,
): Written<ReportNote> {
  const judgement = judgeNote(report, notes, draft, now);
  if (!judgement.accepted)
    throw new Conflict(judgement.code, judgement.reason, judgement.code === "personalData" ? "text" : null);
  return { repeated: judgement.repeated, reply: judgement.note };
}
