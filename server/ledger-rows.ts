import { LEDGER_KEY, type Ledger, type LedgerChanges } from "#domain/ledger.ts";
import { UnknownReference } from "./store-refusal.ts";

/** Parts whose rows take the place of held ones, in the order of writing: what is referred to comes first. */
export const REPLACED_PARTS = [
  "units",
  "schemes",
  "inspections",
  "coverage",
  "findings",
  "findingRechecks",
  "annualReports",
  "rectificationRules",
  "applications",
  "disputes",
  "mockInspections",
] as const satisfies readonly (keyof Ledger)[];

/** All parts; a case and a finding keep their logs, to which entries are only ever added. */
export const LEDGER_PARTS = [
  ...REPLACED_PARTS,
  "findingEvents",
  "rectificationCases",
  "rectificationEvents",
] as const satisfies readonly (keyof Ledger)[];

export function noChanges(): LedgerChanges {
  const none = () => ({ added: 0, changed: 0, unchanged: 0 });
  return {
    units: none(),
    schemes: none(),
    inspections: none(),
    coverage: none(),
    findings: none(),
    findingRechecks: none(),
    findingEvents: none(),
    annualReports: none(),
    rectificationRules: none(),
    rectificationCases: none(),
    rectificationEvents: none(),
    applications: none(),
    disputes: none(),
    mockInspections: none(),
  };
}

/** Rows by natural key. A key that occurs twice in one ledger counts once, and its last row holds. */
export function rowsByKey<P extends keyof Ledger>(part: P, rows: Ledger[P]): Map<string, Ledger[P][number]> {
  const keyOf = LEDGER_KEY[part] as (row: Ledger[P][number]) => string;
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Ids of what is held already. */
type HeldIds = Record<"unitIds" | "schemeIds" | "caseIds" | "findingIds" | "applicationIds", Iterable<string>>;

/** Refuses a ledger that points outside itself and what is already held; names the first such row. */
export function refuseUnknownReferences(ledger: Ledger, held: HeldIds): void {
  const idsOf = (ids: Iterable<string>, rows: readonly { id: string }[]) =>
    new Set([...ids, ...rows.map((row) => row.id)]);
  const units = idsOf(held.unitIds, ledger.units);
  const cases = idsOf(held.caseIds, ledger.rectificationCases);
  refuseStrangers("inspections", ledger, idsOf(held.schemeIds, ledger.schemes), (row) => row.schemeId);
  refuseStrangers("coverage", ledger, units, (row) => row.unitId);
  refuseStrangers("findings", ledger, units, (row) => row.unitId);
  refuseStrangers("findingRechecks", ledger, idsOf(held.findingIds, ledger.findings), (row) => row.findingId);
  refuseStrangers("rectificationCases", ledger, units, (row) => row.unitId);
  refuseStrangers("rectificationEvents", ledger, cases, (row) => row.caseId);
  refuseStrangers("applications", ledger, units, (row) => row.unitId);
  refuseStrangers("disputes", ledger, units, (row) => row.unitId);
  refuseStrangers("mockInspections", ledger, units, (row) => row.unitId);
  const linked = { ...ledger, disputes: ledger.disputes.filter((row) => row.applicationId !== null) };
  refuseStrangers(
    "disputes",
    linked,
    idsOf(held.applicationIds, ledger.applications),
    (row) => row.applicationId ?? "",
  );
}

function refuseStrangers<P extends keyof Ledger>(
  part: P,
  ledger: Ledger,
  known: ReadonlySet<string>,
  referenceOf: (row: Ledger[P][number]) => string,
): void {
  const rows: readonly Ledger[P][number][] = ledger[part];
  for (const row of rows) if (!known.has(referenceOf(row))) throw new UnknownReference(part, referenceOf(row));
}
