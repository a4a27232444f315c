import type { Ledger } from "#domain/ledger.ts";
import { withDefaultRules } from "#domain/rectification-rules.ts";
import { escalatedReader } from "#server/escalation.ts";
import { frozenReader } from "#server/frozen-reader.ts";
import { currentHeads } from "#server/publication.ts";
import type { LedgerOrigin, Store } from "#server/store.ts";
import { applicationReader } from "./application-memory.ts";
import { draftKeeper } from "./draft-memory.ts";
import { findingLogReader, findingRecorder } from "./finding-log-memory.ts";
import { EMPTY_HOLDINGS, type Holdings, merge, toHoldings, withPublication } from "./holdings.ts";
import { liveReader, pickQuarters, unitPicker } from "./live-memory.ts";
import { escalatedQuarters, memoryShelf, publicationRecorder } from "./publication-memory.ts";
import { addRechecks } from "./recheck-memory.ts";
import { rectificationReader, rectificationRecorder } from "./rectification-memory.ts";
import { reportReader, reportRecorder } from "./report-memory.ts";

/** The store of mock mode and of tests: it filters, groups and adds, and judges nothing. */
export function memoryStore(ledger: Ledger, origin: LedgerOrigin): Store {
  let held: Holdings = merge(EMPTY_HOLDINGS, ledger, origin).holdings;
  const versions = () => withDefaultRules(held.ledger.rectificationRules);
  const frozen = publishedReader(() => held);
  const drafts = draftKeeper(() => frozen.schemes({}));
  return {
    ...registerReader(() => held),
    ...frozen,
    ...drafts.answers,
    ...publicationRecorder(
      () => held,
      (frozen) => {
        held = withPublication(held, frozen);
      },
    ),
    ...reportReader(
      () => held.ledger.annualReports,
      () => held.notes,
    ),
    ...rectificationReader(
      () => held.cases,
      versions,
      (query) => unitPicker(held, query),
    ),
    ...applicationReader(
      () => held.ledger,
      (query) => unitPicker(held, query),
    ),
    ...rectificationRecorder(
      () => held.cases,
      versions,
      (cases) => {
        held = { ...held, cases };
      },
    ),
    ...reportRecorder(
      () => held.ledger.annualReports,
      () => held.notes,
      (notes) => {
        held = { ...held, notes };
      },
    ),
    ...findingRecorder(
      () => held,
      (findingLogs) => {
        held = toHoldings(held.ledger, { ...held, findingLogs });
      },
    ),
    applyLedger: async (incoming, from, options) => {
      const { holdings, changes } = merge(options?.replaceAll ? EMPTY_HOLDINGS : held, incoming, from);
      held = holdings;
      if (options?.replaceAll) drafts.forget();
      return changes;
    },
    replaceRectifications: async (incoming, from) => {
      const rest = { ...held, ledger: { ...held.ledger, rectificationRules: [] }, cases: EMPTY_HOLDINGS.cases };
      const { holdings, changes } = merge(rest, incoming, from);
      held = holdings;
      return changes;
    },
    clear: async () => {
      drafts.forget();
      held = EMPTY_HOLDINGS;
    },
    close: async () => undefined,
  };
}

/** Published quarters as they were frozen, the others from the ledger with what its schemes add. */
function publishedReader(held: () => Holdings) {
  const live = escalatedReader(liveReader(held), async () => escalatedQuarters(held()));
  return frozenReader(memoryShelf(held), live);
}

type RegisterRead =
  | "units"
  | "sources"
  | "heldRegister"
  | "publishedQuarters"
  | "findingIds"
  | "caseRecords"
  | "recheckTotals"
  | "findingLog";

/** What is held as it is, and what an import builds on. */
function registerReader(held: () => Holdings): Pick<Store, RegisterRead> {
  return {
    units: async () => held().ledger.units,
    sources: async () => held().sources,
    heldRegister: async () => held().ledger,
    publishedQuarters: async () => [...currentHeads(held().frozen.map(({ head }) => head)).keys()],
    findingIds: async () => held().ledger.findings.map((finding) => finding.id),
    caseRecords: async () => [...held().cases.values()].map(({ row, events }) => ({ row, events })),
    recheckTotals: async (query) => {
      // A second look follows publication, so the findings as they stand now count, frozen quarter or not.
      const isPicked = unitPicker(held(), query);
      const findings = pickQuarters(held().findings, query.quarter, []).filter((finding) => isPicked(finding.unitId));
      return addRechecks(findings, held().ledger.findingRechecks);
    },
    ...findingLogReader(held),
  };
}
