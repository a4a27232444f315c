import type { DeductionTotal } from "#domain/finding.ts";
import type { ListedFinding } from "#domain/finding-event.ts";
import { addFindings } from "#domain/finding-totals.ts";
import type { Coverage } from "#domain/inspection.ts";
import { EMPTY_LEDGER, type Ledger, type LedgerChange } from "#domain/ledger.ts";
import type { Quarter } from "#domain/quarter.ts";
import type { ReportNote } from "#domain/report-note.ts";
import { type Source, sourceTopicSchema } from "#domain/source.ts";
import { PART_TOPIC, updateSource } from "#domain/source-update.ts";
import { byOrder } from "#domain/unit.ts";
import { canonicalJson } from "#server/canonical-json.ts";
import { LEDGER_PARTS, noChanges, REPLACED_PARTS, refuseUnknownReferences, rowsByKey } from "#server/ledger-rows.ts";
import type { FrozenQuarter } from "#server/publication.ts";
import type { LedgerOrigin } from "#server/store.ts";
import { byText } from "./by-text.ts";
import { addFindingEvents, countFindingEvents, type FindingLogs, settleFindings } from "./finding-log-memory.ts";
import { freezeArrivals, inOrder } from "./publication-memory.ts";
import { addCases, countCaseRows, type MemoryCases } from "./rectification-memory.ts";

/** Everything held, in reply order and grouped by quarter once, when it arrives. */
export interface Holdings {
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

export const EMPTY_HOLDINGS = toHoldings(EMPTY_LEDGER, {
  cases: new Map(),
  findingLogs: new Map(),
  notes: [],
  sources: [],
  frozen: [],
});

/** What is held once a ledger has come in, and what that changed. */
export function merge(held: Holdings, incoming: Ledger, origin: LedgerOrigin) {
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
export function withPublication(held: Holdings, frozen: FrozenQuarter): Holdings {
  const { quarter, status, publishedOn } = frozen.content.inspection;
  const inspections = held.ledger.inspections.map((row) =>
    row.quarter === quarter ? { ...row, status, publishedOn } : row,
  );
  return { ...held, ledger: { ...held.ledger, inspections }, frozen: inOrder([...held.frozen, frozen]) };
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

export function toHoldings(
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
