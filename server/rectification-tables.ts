import type {
  ErrorSeverity,
  ErrorSource,
  ErrorType,
  RectificationCase,
  RectificationState,
} from "#domain/rectification.ts";
import { usedToFix } from "#domain/rectification-clock.ts";
import { type RectificationEvent, rectificationEventSchema } from "#domain/rectification-event.ts";
import { dueQuarter } from "#domain/rectification-facts.ts";
import { type Progress, progressSchema } from "#domain/rectification-progress.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { canonicalJson } from "./canonical-json.ts";
import { atSecond, listedAt, progressOf } from "./case-log.ts";
import type { CaseRecord } from "./store.ts";

/** What the error list says of a case. */
export interface CaseColumns {
  id: string;
  unit_id: string;
  severity: ErrorSeverity;
  error_type: ErrorType;
  source: ErrorSource;
  wrong_text: string;
  suggested_text: string | null;
  excerpt: string | null;
  url: string | null;
  found_at: string;
}

/** What follows from the log. It is written anew whenever an entry is added. */
interface StandingColumns {
  state: RectificationState;
  severity_now: ErrorSeverity;
  listed_at: string;
  dispatched_at: string | null;
  dispatched_on: string | null;
  due_at: string | null;
  due_quarter: string | null;
  paused_at: string | null;
  closed_at: string | null;
  reported: number;
  first_on_time: number;
  last_on_time: number;
  rechecks: number;
  failed_rechecks: number;
  fix_minutes: number | null;
  progress: string;
}

export interface EventColumns {
  case_id: string;
  sequence: number;
  id: string;
  at: string;
  kind: RectificationEvent["kind"];
  content: string;
}

export interface RectificationTables {
  rectification_case: CaseColumns & StandingColumns;
  rectification_event: EventColumns;
  rectification_rules: { version: string; effective_from: string; content: string };
}

export function toCase(row: CaseColumns): RectificationCase {
  return {
    id: row.id,
    unitId: row.unit_id,
    severity: row.severity,
    errorType: row.error_type,
    source: row.source,
    wrongText: row.wrong_text,
    suggestedText: row.suggested_text,
    excerpt: row.excerpt,
    url: row.url,
    foundAt: row.found_at,
  };
}

export function toProgress({ progress }: Pick<StandingColumns, "progress">): Progress {
  return progressSchema.parse(JSON.parse(progress));
}

export function toEntry({ content }: Pick<EventColumns, "content">): RectificationEvent {
  return rectificationEventSchema.parse(JSON.parse(content));
}

export function toEventRow(caseId: string, event: RectificationEvent): EventColumns {
  const { sequence, id, at, kind } = event;
  return { case_id: caseId, sequence, id, at, kind, content: canonicalJson(event) };
}

export function toCaseRow(record: CaseRecord): RectificationTables["rectification_case"] {
  const { row } = record;
  return {
    id: row.id,
    unit_id: row.unitId,
    severity: row.severity,
    error_type: row.errorType,
    source: row.source,
    wrong_text: row.wrongText,
    suggested_text: row.suggestedText,
    excerpt: row.excerpt,
    url: row.url,
    found_at: row.foundAt,
    ...toStanding(row, progressOf(record)),
  };
}

/** The columns that lists and sums need, each as the domain defines it. */
export function toStanding(row: RectificationCase, progress: Progress): StandingColumns {
  const { dispatchedAt, dueAt, closedAt, waits } = progress;
  const pausedAt = progress.pauses.find((pause) => pause.to === null)?.from ?? null;
  const verified = usedToFix(progress).verified;
  return {
    state: progress.state,
    severity_now: progress.severity,
    listed_at: listedAt(row, progress),
    dispatched_at: dispatchedAt && atSecond(dispatchedAt),
    dispatched_on: dispatchedAt && shanghaiDate(dispatchedAt),
    due_at: dueAt && atSecond(dueAt),
    due_quarter: dueQuarter(progress),
    paused_at: pausedAt && atSecond(pausedAt),
    closed_at: closedAt && atSecond(closedAt),
    reported: Number(progress.firstReportedAt !== null),
    first_on_time: Number(progress.firstReportOnTime === true),
    last_on_time: Number(progress.reportOnTime === true),
    rechecks: waits.filter((wait) => wait.result !== null).length,
    failed_rechecks: progress.attempt - 1,
    fix_minutes: verified === null ? null : Math.ceil(verified / 60),
    progress: JSON.stringify(progress),
  };
}
