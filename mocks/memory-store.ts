import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import { isUnitPicked } from "#domain/filters.ts";
import type { DeductionTotal } from "#domain/finding.ts";
import type { ListedFinding } from "#domain/finding-event.ts";
import { addFindings } from "#domain/finding-totals.ts";
import type { Coverage } from "#domain/inspection.ts";
import { EMPTY_LEDGER, type Ledger, type LedgerChange } from "#domain/ledger.ts";
import { type Quarter, quarterSchema } from "#domain/quarter.ts";
import { withDefaultRules } from "#domain/rectification-rules.ts";
import type { ReportNote } from "#domain/report-note.ts";
import { type Source, sourceTopicSchema } from "#domain/source.ts";
import { PART_TOPIC, updateSource } from "#domain/source-update.ts";
import { byOrder, type UnitSide } from "#domain/unit.ts";
import { escalatedReader } from "#server/escalation.ts";
import { frozenReader, type LiveReader } from "#server/frozen-reader.ts";
import {
  canonicalJson,
  LEDGER_PARTS,
  noChanges,
  REPLACED_PARTS,
  refuseUnknownReferences,
  rowsByKey,
} from "#server/ledger-rows.ts";
import { readCursor } from "#server/page-cursor.ts";
import type { FrozenQuarter } from "#server/publication.ts";
import type { LedgerOrigin, Store } from "#server/store.ts";
import { applicationReader } from "./application-memory.ts";
import { byText } from "./by-text.ts";
import { draftKeeper } from "./draft-memory.ts";
import {
  addFindingEvents,
  countFindingEvents,
  type FindingLogs,
  findingLogReader,
  findingRecorder,
  settleFindings,
} from "./finding-log-memory.ts";
import {
  escalatedQuarters,
  freezeArrivals,
  inOrder,
  liveQuarterOf,
  memoryShelf,
  publicationRecorder,
} from "./publication-memory.ts";
import { addRechecks } from "./recheck-memory.ts";
import {
  addCases,
  countCaseRows,
  type MemoryCases,
  rectificationReader,
  rectificationRecorder,
} from "./rectification-memory.ts";
import { reportReader, reportRecorder } from "./report-memory.ts";

/** Everything held, in reply order and grouped by quarter once, when it arrives. */
interface Holdings {
  /** Without the cases and the logs; findings with the status that was imported. */
  ledger: Ledger;
  cases: MemoryCases;
  findingLogs: FindingLogs;
  notes: readonly ReportNote[];
  sources: Source[];
  coverage: Map<Quarter, Coverage[]>;
  findings: Map<Quarter, ListedFinding[]>;
  totals: Map<Quarter, DeductionTotal[]>;
  /** In order of quarter and revision. */
  frozen: readonly FrozenQuarter[];
}

const EMPTY_HOLDINGS = toHoldings(EMPTY_LEDGER, {
  cases: new Map(),
  findingLogs: new Map(),
  notes: [],
  sources: [],
  frozen: [],
});

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

function merge(held: Holdings, incoming: Ledger, origin: LedgerOrigin) {
  refuseUnknownReferences(incoming, {
    unitIds: held.ledger.units.map((unit) => unit.id),
    schemeIds: held.ledger.schemes.map((scheme) => scheme.id),
    findingIds: held.ledger.findings.map((finding) => finding.id),
    caseIds: held.cases.keys(),
    applicationIds: held.ledger.applications.map((application) => application.id),
  });
  const ledger = { ...held.ledger };
  const changes = noChanges();
  for (const part of REPLACED_PARTS) mergePart(part, ledger, incoming, changes[part]);
  const findingLogs = addFindingEvents(
    held.findingLogs,
    incoming.findingEvents,
    ledger.findings,
    changes.findingEvents,
  );
  const cases = addCases(held.cases, incoming, changes);
  const sources = sourceTopicSchema.options.flatMap((topic) => {
    const before = held.sources.find((source) => source.topic === topic);
    const parts = LEDGER_PARTS.filter((part) => PART_TOPIC[part] === topic);
    if (parts.every((part) => incoming[part].length === 0)) return before ?? [];
    const entries = {
      inspections: countFindingEvents(findingLogs),
      rectifications: countCaseRows(cases),
    };
    const logged = topic === "inspections" || topic === "rectifications" ? entries[topic] : 0;
    const rows = parts.reduce((sum, part) => sum + ledger[part].length, logged);
    return updateSource(before, origin, { topic, changes: parts.map((part) => changes[part]), rows });
  });
  const holdings = toHoldings(ledger, { cases, findingLogs, notes: held.notes, sources, frozen: held.frozen });
  return { holdings: { ...holdings, frozen: freezeArrivals(holdings) }, changes };
}

/** The ledger's own row follows, so that it says published wherever it is read. */
function withPublication(held: Holdings, frozen: FrozenQuarter): Holdings {
  const { quarter, status, publishedOn } = frozen.content.inspection;
  const inspections = held.ledger.inspections.map((row) =>
    row.quarter === quarter ? { ...row, status, publishedOn } : row,
  );
  return { ...held, ledger: { ...held.ledger, inspections }, frozen: inOrder([...held.frozen, frozen]) };
}

function liveReader(held: () => Holdings): LiveReader {
  return {
    units: async () => held().ledger.units,
    schemes: async () => held().ledger.schemes,
    inspections: async () => held().ledger.inspections,
    coverage: async (quarters, frozen) => pickQuarters(held().coverage, quarters, frozen),
    deductionTotals: async (query, frozen) => {
      const isPicked = unitPicker(held(), query);
      return pickQuarters(held().totals, query.quarter, frozen).filter((total) => isPicked(total.unitId));
    },
    findings: async (query, frozen) => {
      const rows = pickFindings(held(), query, frozen);
      return { rows: behindCursor(rows, query), total: rows.length };
    },
    quarter: async (quarter) => liveQuarterOf(held(), quarter),
  };
}

function mergePart<P extends keyof Ledger>(part: P, ledger: Ledger, incoming: Ledger, change: LedgerChange): void {
  const rows = rowsByKey(part, ledger[part]);
  for (const [key, row] of rowsByKey(part, incoming[part])) {
    const before = rows.get(key);
    if (before === undefined) change.added += 1;
    else if (canonicalJson(before) === canonicalJson(row)) change.unchanged += 1;
    else change.changed += 1;
    rows.set(key, row);
  }
  ledger[part] = [...rows.values()] as Ledger[P];
}

function toHoldings(
  ledger: Ledger,
  rest: Pick<Holdings, "cases" | "findingLogs" | "notes" | "sources" | "frozen">,
): Holdings {
  const sorted: Ledger = {
    ...EMPTY_LEDGER,
    units: [...ledger.units].sort(byOrder),
    schemes: [...ledger.schemes].sort((a, b) => byText(a.effectiveFrom, b.effectiveFrom) || byText(a.id, b.id)),
    inspections: [...ledger.inspections].sort((a, b) => byText(a.quarter, b.quarter)),
    coverage: [...ledger.coverage].sort((a, b) => byText(a.quarter, b.quarter) || byText(a.unitId, b.unitId)),
    findings: [...ledger.findings].sort((a, b) => byText(b.quarter, a.quarter) || byText(a.id, b.id)),
    findingRechecks: ledger.findingRechecks,
    rectificationRules: ledger.rectificationRules,
    annualReports: [...ledger.annualReports].sort((a, b) => byText(a.bodyId, b.bodyId) || a.year - b.year),
    applications: ledger.applications,
    disputes: ledger.disputes,
    mockInspections: [...ledger.mockInspections].sort(
      (a, b) => a.year - b.year || a.round - b.round || byText(a.unitId, b.unitId),
    ),
  };
  const findings = groupByQuarter(settleFindings(sorted.findings, rest.findingLogs));
  const quarters = [...findings.keys()].sort();
  const totals = new Map(quarters.map((quarter) => [quarter, addFindings(findings.get(quarter) ?? [])]));
  return { ...rest, ledger: sorted, coverage: groupByQuarter(sorted.coverage), findings, totals };
}

function groupByQuarter<R extends { quarter: Quarter }>(rows: readonly R[]): Map<Quarter, R[]> {
  const groups = new Map<Quarter, R[]>();
  for (const row of rows) {
    const group = groups.get(row.quarter);
    if (group === undefined) groups.set(row.quarter, [row]);
    else group.push(row);
  }
  return groups;
}

/** Groups of the quarters asked for, in the order held; none asked means all. Those of `frozen` are left out. */
function pickQuarters<R>(groups: Map<Quarter, R[]>, quarters: readonly Quarter[], frozen: readonly Quarter[]): R[] {
  return [...groups].flatMap(([quarter, rows]) =>
    (quarters.length === 0 || quarters.includes(quarter)) && !frozen.includes(quarter) ? rows : [],
  );
}

interface UnitQuery {
  unit: string[];
  side?: UnitSide | undefined;
  unitClass?: string | undefined;
}

function unitPicker(held: Holdings, { unit, side, unitClass }: UnitQuery): (unitId: string) => boolean {
  const filters = { units: unit, side: side ?? null, unitClass: unitClass ?? null };
  const ids = new Set(held.ledger.units.filter((row) => isUnitPicked(row, filters)).map((row) => row.id));
  return (unitId) => ids.has(unitId);
}

type FindingQuery = QueryOf<Contract["findings"]>;

function pickFindings(held: Holdings, query: FindingQuery, frozen: readonly Quarter[]): ListedFinding[] {
  const isPicked = unitPicker(held, query);
  return pickQuarters(held.findings, query.quarter, frozen).filter(
    (row) =>
      isPicked(row.unitId) &&
      (query.indicator.length === 0 || query.indicator.includes(row.indicatorId)) &&
      (query.status.length === 0 || query.status.includes(row.status)),
  );
}

/** One row more than asked for tells that another page follows. */
function behindCursor(rows: ListedFinding[], { after, limit }: FindingQuery): ListedFinding[] {
  const cursor = after === undefined ? undefined : readCursor(after, quarterSchema);
  const rest =
    cursor === undefined
      ? rows
      : rows.filter((row) => row.quarter < cursor[0] || (row.quarter === cursor[0] && row.id > cursor[1]));
  return rest.slice(0, limit + 1);
}
