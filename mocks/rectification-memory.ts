import { z } from "zod";
import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import { toFixTimes } from "#domain/fix-time.ts";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";
import { type RectificationCase, type RectificationRules, relapseDaysAt } from "#domain/rectification.ts";
import type { RectificationEvent } from "#domain/rectification-event.ts";
import { countArrivals, dueQuarter, toRectificationFacts } from "#domain/rectification-facts.ts";
import type { Progress } from "#domain/rectification-progress.ts";
import { findRelapses } from "#domain/relapse.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { atSecond, isOpen, listedAt, mergeCases, progressOf, recordDraft, withLog } from "#server/case-log.ts";
import { type PageCursor, readCursor, writeCursor } from "#server/page-cursor.ts";
import type { CaseRecord, LedgerReader, LedgerRecorder } from "#server/store.ts";
import { NotHeld } from "#server/store-refusal.ts";
import { byText } from "./by-text.ts";

/** A case as it is held: its log, and what follows from it. */
interface MemoryCase extends CaseRecord {
  progress: Progress;
  /** Moment by which the newest-first list goes. */
  listed: string;
}
export type MemoryCases = ReadonlyMap<string, MemoryCase>;

type CaseQuery = QueryOf<Contract["rectificationFacts"]>;
type PageQuery = QueryOf<Contract["rectifications"]>;
type UnitPicker = (query: CaseQuery) => (unitId: string) => boolean;
type RectificationReader = Pick<LedgerReader, Extract<keyof LedgerReader, `rectification${string}`>>;

function toMemoryCase(row: RectificationCase, events: RectificationEvent[]): MemoryCase {
  const progress = progressOf({ row, events });
  return { row, events, progress, listed: listedAt(row, progress) };
}

/** The cases after a ledger came; counts in `changes` what it did. */
export function addCases(held: MemoryCases, incoming: Ledger, changes: LedgerChanges): MemoryCases {
  const cases = new Map(held);
  for (const { record } of mergeCases(incoming, held, changes))
    cases.set(record.row.id, toMemoryCase(record.row, record.events));
  return cases;
}

/** Rows of the rectification topic: cases and entries. */
export function countCaseRows(cases: MemoryCases): number {
  return [...cases.values()].reduce((sum, { events }) => sum + 1 + events.length, 0);
}

export function rectificationReader(
  held: () => MemoryCases,
  versions: () => RectificationRules[],
  picker: UnitPicker,
): RectificationReader {
  const standings = (query: CaseQuery) => pickCases(held(), query, picker).map(toStanding);
  return {
    rectifications: async (query) => {
      const cases = pickCases(held(), query, picker).filter(
        ({ progress }) =>
          (query.state.length === 0 || query.state.includes(progress.state)) && (!query.open || isOpen(progress.state)),
      );
      return toPage(cases, query);
    },
    rectification: async ({ id }) => {
      const found = held().get(id);
      if (found === undefined) throw new NotHeld("unknownCase");
      return withLog(found, found.progress);
    },
    rectificationFacts: async (query, now) =>
      toRectificationFacts(standings(query), now).sort(
        (a, b) =>
          byText(a.quarter, b.quarter) ||
          byText(a.unitId, b.unitId) ||
          byText(a.severity, b.severity) ||
          byText(a.outcome, b.outcome),
      ),
    rectificationFixTimes: async (query) =>
      toFixTimes(standings(query)).sort(
        (a, b) =>
          byText(a.quarter, b.quarter) ||
          byText(a.unitId, b.unitId) ||
          byText(a.severity, b.severity) ||
          a.minutes - b.minutes,
      ),
    rectificationArrivals: async (query) => countArrivals(standings(query)),
    rectificationRelapses: async (query) => {
      const picked = new Set(standings(query).map(({ id }) => id));
      return findRelapses([...held().values()].map(toStanding), relapseDaysAt(versions()))
        .filter(({ caseId }) => picked.has(caseId))
        .sort((a, b) => byText(a.caseId, b.caseId));
    },
    rectificationRules: async () => versions(),
  };
}

/** Nothing can come between reading and writing: both happen in one turn. */
export function rectificationRecorder(
  held: () => MemoryCases,
  versions: () => RectificationRules[],
  keep: (cases: MemoryCases) => void,
): Pick<LedgerRecorder, "recordRectificationEvent"> {
  return {
    recordRectificationEvent: async ({ id }, draft, clock) => {
      const found = held().get(id);
      if (found === undefined) throw new NotHeld("unknownCase");
      const { repeated, event, progress } = recordDraft(found, draft, {
        now: clock().toISOString(),
        versions: versions(),
      });
      if (!repeated) keep(new Map(held()).set(id, toMemoryCase(found.row, [...found.events, event])));
      return { repeated, reply: { event, progress } };
    },
  };
}

function toStanding({ row, progress }: MemoryCase) {
  return { ...row, progress };
}

function pickCases(cases: MemoryCases, query: CaseQuery, picker: UnitPicker): MemoryCase[] {
  const isPicked = picker(query);
  const { quarter, severity, errorType, source, closedFrom = "", closedTo = "9999-12-31" } = query;
  const isClosing = query.closedFrom !== undefined || query.closedTo !== undefined;
  return [...cases.values()].filter(({ row, progress }) => {
    const due = dueQuarter(progress);
    const closedOn = progress.closedAt === null ? null : shanghaiDate(progress.closedAt);
    return (
      (!isClosing || (closedOn !== null && closedOn >= closedFrom && closedOn <= closedTo)) &&
      isPicked(row.unitId) &&
      (quarter.length === 0 || (due !== null && quarter.includes(due))) &&
      (severity === undefined || progress.severity === severity) &&
      (errorType.length === 0 || errorType.includes(row.errorType)) &&
      (source.length === 0 || source.includes(row.source))
    );
  });
}

function toPage(cases: readonly MemoryCase[], { open, after, limit }: PageQuery) {
  const keyOf = ({ row, progress, listed }: MemoryCase): PageCursor => [
    open && progress.dueAt !== null ? atSecond(progress.dueAt) : listed,
    row.id,
  ];
  const compare = (a: PageCursor, b: PageCursor) =>
    (open ? byText(a[0], b[0]) : byText(b[0], a[0])) || byText(a[1], b[1]);
  const cursor = after === undefined ? undefined : readCursor(after, z.iso.datetime());
  const sorted = [...cases].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const rest = cursor === undefined ? sorted : sorted.filter((entry) => compare(keyOf(entry), cursor) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next = last !== undefined && rest.length > limit ? writeCursor(keyOf(last)) : null;
  return { rows: page.map(toStanding), total: cases.length, next };
}
