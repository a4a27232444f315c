import { LEDGER_KEY, type Ledger, type LedgerChanges } from "#domain/ledger.ts";
import { UnknownReference } from "./store.ts";

/** Parts whose rows take the place of held ones, in the order of writing: what is referred to comes first. */
export const REPLACED_PARTS = [
  "units",
  "schemes",
  "inspections",
  "coverage",
  "findings",
  "annualReports",
] as const satisfies readonly (keyof Ledger)[];

/** All parts; a case keeps its log, to which entries are only ever added. */
export const LEDGER_PARTS = [
  ...REPLACED_PARTS,
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
    annualReports: none(),
    rectificationCases: none(),
    rectificationEvents: none(),
  };
}

/** Rows by natural key. A key that occurs twice in one ledger counts once, and its last row holds. */
export function rowsByKey<P extends keyof Ledger>(part: P, rows: Ledger[P]): Map<string, Ledger[P][number]> {
  const keyOf = LEDGER_KEY[part] as (row: Ledger[P][number]) => string;
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Refuses a ledger that points outside itself and what is already held; names the first such row. */
export function refuseUnknownReferences(
  ledger: Ledger,
  held: { unitIds: Iterable<string>; schemeIds: Iterable<string>; caseIds: Iterable<string> },
): void {
  const units = new Set([...held.unitIds, ...ledger.units.map((unit) => unit.id)]);
  const schemes = new Set([...held.schemeIds, ...ledger.schemes.map((scheme) => scheme.id)]);
  for (const row of ledger.inspections)
    if (!schemes.has(row.schemeId)) throw new UnknownReference("inspections", row.schemeId);
  for (const row of ledger.coverage) if (!units.has(row.unitId)) throw new UnknownReference("coverage", row.unitId);
  for (const row of ledger.findings) if (!units.has(row.unitId)) throw new UnknownReference("findings", row.unitId);
  const cases = new Set([...held.caseIds, ...ledger.rectificationCases.map((row) => row.id)]);
  for (const row of ledger.rectificationCases)
    if (!units.has(row.unitId)) throw new UnknownReference("rectificationCases", row.unitId);
  for (const row of ledger.rectificationEvents)
    if (!cases.has(row.caseId)) throw new UnknownReference("rectificationEvents", row.caseId);
}

/** JSON with sorted keys, so that equal content is equal text whatever the order it was typed in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
