import type { Ledger } from "#domain/ledger.ts";
import { type ApplicationTables, toApplicationRow, toDisputeRow, toMockInspectionRow } from "./application-tables.ts";
import { canonicalJson } from "./canonical-json.ts";
import { atSecond } from "./case-log.ts";
import { type FindingTables, toCoverageRow, toFindingRow, toRecheckRow } from "./finding-tables.ts";
import type { PublicationTables } from "./publication-tables.ts";
import type { RectificationTables } from "./rectification-tables.ts";
import { type RegisterTables, toInspectionRow, toSchemeRow, toUnitRow } from "./register-tables.ts";
import type { ReportNoteTables } from "./report-note-tables.ts";
import { type ReportTables, toReportRow } from "./report-tables.ts";
import type { SchemeDraftTables } from "./scheme-draft-writer.ts";

/** Rows as stored: snake_case, JSON as text. The closed lists of words are also CHECK constraints. */
export interface Database
  extends RegisterTables,
    FindingTables,
    ReportTables,
    RectificationTables,
    PublicationTables,
    ReportNoteTables,
    ApplicationTables,
    SchemeDraftTables {}

interface PartTable<P extends keyof Ledger, T extends keyof Database> {
  table: T;
  key: readonly (keyof Database[T] & string)[];
  toRow: (fact: Ledger[P][number]) => Database[T];
  derived?: readonly (keyof Database[T] & string)[];
}

function definePart<P extends keyof Ledger, T extends keyof Database>(_part: P, table: PartTable<P, T>) {
  return table;
}

/** Where each part of the ledger is written. JSON is canonical, so that equal rows are equal column by column. */
export const PART_TABLE = {
  units: definePart("units", {
    table: "unit",
    key: ["id"],
    toRow: toUnitRow,
  }),
  schemes: definePart("schemes", {
    table: "scheme",
    key: ["id"],
    toRow: toSchemeRow,
  }),
  inspections: definePart("inspections", {
    table: "inspection",
    key: ["quarter"],
    toRow: toInspectionRow,
  }),
  coverage: definePart("coverage", {
    table: "coverage",
    key: ["quarter", "unit_id"],
    toRow: toCoverageRow,
  }),
  findings: definePart("findings", {
    table: "finding",
    key: ["id"],
    toRow: toFindingRow,
    derived: ["status"],
  }),
  findingRechecks: definePart("findingRechecks", {
    table: "finding_recheck",
    key: ["finding_id", "rechecked_on"],
    toRow: toRecheckRow,
  }),
  annualReports: definePart("annualReports", {
    table: "annual_report",
    key: ["body_id", "year"],
    toRow: toReportRow,
  }),
  rectificationRules: definePart("rectificationRules", {
    table: "rectification_rules",
    key: ["version"],
    toRow: (rules) => ({
      version: rules.ruleVersion,
      effective_from: atSecond(rules.effectiveFrom),
      content: canonicalJson(rules),
    }),
  }),
  applications: definePart("applications", { table: "application", key: ["id"], toRow: toApplicationRow }),
  disputes: definePart("disputes", { table: "dispute", key: ["id"], toRow: toDisputeRow }),
  mockInspections: definePart("mockInspections", {
    table: "mock_inspection",
    key: ["year", "round", "unit_id"],
    toRow: toMockInspectionRow,
  }),
};
