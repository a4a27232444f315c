import type { Ledger } from "#domain/ledger.ts";
import { previousQuarter, type Quarter } from "#domain/quarter.ts";
import { dueQuarter } from "#domain/rectification-facts.ts";
import type { Source } from "#domain/source.ts";
import { toOverdue, withEscalation } from "#server/escalation.ts";
import type { FrozenShelf } from "#server/frozen-reader.ts";
import { type FrozenQuarter, freezeArrival, type LiveQuarter, publishDraft } from "#server/publication.ts";
import type { LedgerRecorder } from "#server/store.ts";
import { NotHeld } from "#server/store-refusal.ts";
import { byText } from "./by-text.ts";
import type { FindingLogs } from "./finding-log-memory.ts";
import type { MemoryCases } from "./rectification-memory.ts";

/** What publishing needs to know of everything held. */
export interface PublishableRows {
  ledger: Pick<Ledger, "units" | "schemes" | "inspections">;
  sources: readonly Source[];
  coverage: ReadonlyMap<Quarter, LiveQuarter["coverage"]>;
  findings: ReadonlyMap<Quarter, LiveQuarter["findings"]>;
  totals: ReadonlyMap<Quarter, LiveQuarter["totals"]>;
  frozen: readonly FrozenQuarter[];
  cases: MemoryCases;
  findingLogs: FindingLogs;
}

export function liveQuarterOf(held: PublishableRows, quarter: Quarter): LiveQuarter | null {
  const inspection = held.ledger.inspections.find((row) => row.quarter === quarter);
  const scheme = held.ledger.schemes.find(({ id }) => id === inspection?.schemeId);
  if (inspection === undefined || scheme === undefined) return null;
  const live: LiveQuarter = {
    inspection,
    scheme,
    units: held.ledger.units,
    coverage: held.coverage.get(quarter) ?? [],
    totals: held.totals.get(quarter) ?? [],
    findings: held.findings.get(quarter) ?? [],
    sources: held.sources,
  };
  return scheme.escalation === undefined ? live : withEscalation(live, escalationFacts(held, live));
}

/** Quarters whose scheme has rules for further deductions. */
export function escalatedQuarters({ ledger }: Pick<PublishableRows, "ledger">): Quarter[] {
  const ruled = new Set(ledger.schemes.filter(({ escalation }) => escalation !== undefined).map(({ id }) => id));
  return ledger.inspections.filter(({ schemeId }) => ruled.has(schemeId)).map(({ quarter }) => quarter);
}

/** The quarter before, what was returned and not put right, and the serious errors that missed their limit. */
function escalationFacts({ findings, findingLogs, cases }: PublishableRows, { inspection }: LiveQuarter) {
  const { quarter, periodEnd } = inspection;
  const serious = [...cases.values()]
    .filter(({ progress }) => progress.severity === "serious" && dueQuarter(progress) === quarter)
    .map(({ row, progress }) => ({
      id: row.id,
      unitId: row.unitId,
      url: row.url,
      dueAt: progress.dueAt ?? "",
      firstOnTime: progress.firstReportOnTime,
    }))
    .sort((a, b) => byText(a.id, b.id));
  const returned = [...findingLogs].filter(([, events]) => events.some((event) => event.kind === "returnedUnfixed"));
  return {
    before: findings.get(previousQuarter(quarter)) ?? [],
    returned: new Set(returned.map(([id]) => id)),
    overdue: toOverdue(serious, periodEnd),
  };
}

/** Freezes what an import brought as published, once it has lines and coverage. */
export function freezeArrivals(held: PublishableRows): FrozenQuarter[] {
  let frozen = [...held.frozen];
  for (const { quarter, status } of held.ledger.inspections) {
    const isKnown = frozen.some(({ head }) => head.quarter === quarter);
    const live = liveQuarterOf(held, quarter);
    if (status !== "published" || isKnown || live === null) continue;
    if (live.coverage.length === 0 || live.findings.length === 0) continue;
    frozen = [...frozen, freezeArrival(live, headsOf(frozen))];
  }
  return inOrder(frozen);
}

export function inOrder(frozen: readonly FrozenQuarter[]): FrozenQuarter[] {
  return [...frozen].sort((a, b) => byText(a.head.quarter, b.head.quarter) || a.head.revision - b.head.revision);
}

export function memoryShelf(held: () => PublishableRows): FrozenShelf {
  const find = (quarter: Quarter, revision: number) => {
    const found = held().frozen.find(({ head }) => head.quarter === quarter && head.revision === revision);
    if (found === undefined) throw new Error(`${quarter} has no revision ${revision}`);
    return found;
  };
  return {
    heads: async () => headsOf(held().frozen),
    content: async ({ quarter, revision }) => find(quarter, revision).content,
    findings: async ({ quarter, revision }) => find(quarter, revision).findings,
  };
}

/** Nothing can come between judging and keeping: both happen in one turn. */
export function publicationRecorder(
  held: () => PublishableRows,
  keep: (frozen: FrozenQuarter) => void,
): Pick<LedgerRecorder, "publish"> {
  return {
    publish: async (_query, draft, clock) => {
      const live = liveQuarterOf(held(), draft.quarter);
      if (live === null) throw new NotHeld("unknownQuarter");
      const { frozen, ...written } = publishDraft(live, draft, headsOf(held().frozen), clock().toISOString());
      if (frozen !== null) keep(frozen);
      return written;
    },
  };
}

function headsOf(frozen: readonly FrozenQuarter[]) {
  return frozen.map(({ head }) => head);
}
