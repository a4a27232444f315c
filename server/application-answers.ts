import { z } from "zod";
import type { Contract } from "#api/contract.ts";
import type { QueryOf, ReplyOf } from "#api/endpoint.ts";
import { type Application, effectiveReceipt, replyOf } from "#domain/application.ts";
import { clockOf } from "#domain/application-clock.ts";
import { explainApplication } from "#domain/application-explanation.ts";
import { inOrderOfDays, readHistory } from "#domain/application-history.ts";
import type { ApplicationFact, ReplyTime } from "#domain/application-standing.ts";
import type { CellEntry } from "#domain/computed-report.ts";
import type { Dispute, DisputeFact } from "#domain/dispute.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { type PageCursor, readCursor, writeCursor } from "./page-cursor.ts";

type DueQuery = QueryOf<Contract["applicationsDue"]>;
type OpenApplication = ReplyOf<Contract["applicationsDue"]>["rows"][number];
type DisputeRow = ReplyOf<Contract["disputes"]>[number];

/** What both stores answer about single applications; they only differ in how they find them. */
export function todayOf(now: string): string {
  return shanghaiDate(now);
}

function standingOf(application: Application, today: string): OpenApplication {
  const { events: _events, ...row } = application;
  const history = readHistory(application, today);
  return { ...row, effectiveOn: history.effectiveOn, state: history.state, clock: clockOf(history, today) };
}

/** One application as the reply for it has it. */
export function toFullReply(application: Application, today: string): ReplyOf<Contract["application"]> {
  return {
    ...standingOf(application, today),
    events: inOrderOfDays(application.events),
    explanation: explainApplication(application, today),
  };
}

const dueKeySchema = z.string().regex(/^\d{6}$/);
/** Behind every number of days: what has no due day, because its period does not run. */
const WITHOUT_DUE = "999999";

/** Sort key of an open application: days left, moved so that text order is their order. */
function dueKey({ clock }: OpenApplication): string {
  return clock.remainingDays === null ? WITHOUT_DUE : String(clock.remainingDays + 500_000).padStart(6, "0");
}

/** A page of the open applications asked for, the least days left first. */
export function toDuePage(
  open: readonly Application[],
  { after, limit }: DueQuery,
  today: string,
): ReplyOf<Contract["applicationsDue"]> {
  const cursor = after === undefined ? undefined : readCursor(after, dueKeySchema);
  const keyed = open.map((application) => {
    const row = standingOf(application, today);
    return { row, key: [dueKey(row), row.id] as const };
  });
  return pageOf(keyed, cursor, limit);
}

/** The rows behind the cursor, in the order of their keys, and where the next page starts. */
function pageOf<R>(keyed: { row: R; key: PageCursor }[], cursor: PageCursor | undefined, limit: number) {
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  const rest = cursor === undefined ? keyed : keyed.filter(({ key }) => compareKeys(key, cursor) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next = last !== undefined && rest.length > limit ? writeCursor(last.key) : null;
  return { rows: page.map(({ row }) => row), total: keyed.length, next };
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  return compareText(a[0] ?? "", b[0] ?? "") || compareText(a[1] ?? "", b[1] ?? "");
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Reply order of facts: by quarter, unit, kind, outcome (none first) and timeliness. */
export function byFactKey(a: ApplicationFact, b: ApplicationFact): number {
  return (
    compareText(a.quarter, b.quarter) ||
    compareText(a.unitId, b.unitId) ||
    compareText(a.applicantKind, b.applicantKind) ||
    compareText(a.outcome ?? "", b.outcome ?? "") ||
    compareText(a.timeliness, b.timeliness)
  );
}

export function byReplyTimeKey(a: ReplyTime, b: ReplyTime): number {
  return (
    compareText(a.quarter, b.quarter) ||
    compareText(a.unitId, b.unitId) ||
    a.workingDays - b.workingDays ||
    Number(a.extended) - Number(b.extended) ||
    Number(a.late) - Number(b.late)
  );
}

export function byDisputeFactKey(a: DisputeFact, b: DisputeFact): number {
  return compareText(a.quarter, b.quarter) || compareText(a.unitId, b.unitId) || compareText(a.kind, b.kind);
}

/** Disputes with what is known of their applications, newest first. */
export function toDisputeRows(
  disputes: readonly Dispute[],
  applicationOf: (id: string) => Application | undefined,
): DisputeRow[] {
  return disputes
    .map((dispute) => {
      const found = dispute.applicationId === null ? undefined : applicationOf(dispute.applicationId);
      return { ...dispute, application: found === undefined ? null : toLink(found) };
    })
    .sort((a, b) => compareText(b.filedOn, a.filedOn) || compareText(a.id, b.id));
}

function toLink(application: Application): NonNullable<DisputeRow["application"]> {
  const reply = replyOf(application);
  return {
    receivedOn: effectiveReceipt(application),
    repliedOn: reply?.on ?? null,
    outcome: reply?.outcome ?? null,
  };
}

const entryKeySchema = z.iso.date();

/** A page of what stands behind a cell, by day and number. */
export function toCellPage(
  entries: readonly CellEntry[],
  { after, limit }: { after?: string | undefined; limit: number },
): ReplyOf<Contract["computedReportCell"]> {
  const cursor = after === undefined ? undefined : readCursor(after, entryKeySchema);
  const keyed = entries.map((row) => ({ row, key: [row.from, row.id] as const }));
  return pageOf(keyed, cursor, limit);
}
