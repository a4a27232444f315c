import { z } from "zod";
import { type AnnualReport, annualReportSchema, type ReportHeading } from "#domain/annual-report.ts";
import type { Finding, FindingStatus } from "#domain/finding.ts";
import type { RecheckResult } from "#domain/finding-recheck.ts";
import type { Coverage, Inspection } from "#domain/inspection.ts";
import type { Ledger } from "#domain/ledger.ts";
import { type Quarter, quarterSchema } from "#domain/quarter.ts";
import { type Scheme, schemeSchema } from "#domain/scheme.ts";
import type { Source } from "#domain/source.ts";
import type { Unit } from "#domain/unit.ts";
import { type ApplicationTables, toApplicationRow, toDisputeRow, toMockInspectionRow } from "./application-tables.ts";
import { atSecond } from "./case-log.ts";
import { canonicalJson } from "./ledger-rows.ts";
import type { PublicationTables } from "./publication-tables.ts";
import type { RectificationTables } from "./rectification-tables.ts";
import type { ReportNoteTables } from "./report-note-tables.ts";
import type { SchemeDraftTables } from "./scheme-draft-writer.ts";

/** Rows as stored: snake_case, JSON as text. The closed lists of words are also CHECK constraints. */
export interface Database
  extends RectificationTables,
    PublicationTables,
    ReportNoteTables,
    ApplicationTables,
    SchemeDraftTables {
  unit: {
    id: string;
    name: string;
    short_name: string;
    pinyin: string;
    kind: Unit["kind"];
    unit_class: string;
    sort_order: number;
    active_from: string | null;
    active_to: string | null;
  };
  scheme: { id: string; effective_from: string; effective_to: string | null; content: string };
  inspection: {
    quarter: string;
    kind: Inspection["kind"];
    name: string;
    scheme_id: string;
    period_start: string;
    period_end: string;
    status: Inspection["status"];
    published_on: string | null;
  };
  coverage: {
    quarter: string;
    unit_id: string;
    state: Coverage["state"];
    reason: string | null;
    not_applicable: string;
    not_reported: string;
  };
  finding: {
    id: string;
    quarter: string;
    unit_id: string;
    indicator_id: string;
    occurred_on: string;
    occurrences: number;
    ratio: number | null;
    points: number;
    problem: string;
    evidence_url: string | null;
    status: FindingStatus;
    parent_id: string | null;
    /** What the ledger says; `status` is what the log made of it. */
    imported_status: FindingStatus;
  };
  finding_recheck: {
    finding_id: string;
    rechecked_on: string;
    result: RecheckResult;
    checked_by: string;
    note: string | null;
  };
  finding_event: { finding_id: string; sequence: number; id: string; kind: string; content: string };
  annual_report: {
    body_id: string;
    year: number;
    body_name: string;
    level: AnnualReport["level"];
    form: AnnualReport["form"];
    cells: string;
  };
  source: {
    topic: Source["topic"];
    name: string;
    as_of: string;
    imported_at: string;
    row_count: number;
    demo: number;
  };
}

const idListSchema = z.array(z.string());
const seenQuarters = new Map<string, Quarter>();

/** Parsed once per distinct text: totals repeat a handful of quarters thousands of times. */
export function readQuarter(text: string): Quarter {
  const quarter = seenQuarters.get(text) ?? quarterSchema.parse(text);
  seenQuarters.set(text, quarter);
  return quarter;
}

export function toUnit(row: Database["unit"]): Unit {
  const { id, name, pinyin, kind } = row;
  return {
    id,
    name,
    shortName: row.short_name,
    pinyin,
    kind,
    class: row.unit_class,
    order: row.sort_order,
    activeFrom: row.active_from,
    activeTo: row.active_to,
  };
}

export function toScheme(row: Database["scheme"]): Scheme {
  return schemeSchema.parse(JSON.parse(row.content));
}

export function toInspection(row: Database["inspection"]): Inspection {
  return {
    quarter: readQuarter(row.quarter),
    kind: row.kind,
    name: row.name,
    schemeId: row.scheme_id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    status: row.status,
    publishedOn: row.published_on,
  };
}

export function toCoverage(row: Database["coverage"]): Coverage {
  return {
    quarter: readQuarter(row.quarter),
    unitId: row.unit_id,
    state: row.state,
    reason: row.reason,
    notApplicable: idListSchema.parse(JSON.parse(row.not_applicable)),
    notReported: idListSchema.parse(JSON.parse(row.not_reported)),
  };
}

export function toFinding(row: Database["finding"]): Finding {
  return {
    id: row.id,
    quarter: readQuarter(row.quarter),
    unitId: row.unit_id,
    indicatorId: row.indicator_id,
    occurredOn: row.occurred_on,
    count: row.occurrences,
    ratio: row.ratio,
    points: row.points,
    problem: row.problem,
    evidenceUrl: row.evidence_url,
    status: row.status,
    parentId: row.parent_id,
  };
}

export function toHeading(row: Omit<Database["annual_report"], "cells">): ReportHeading {
  return { bodyId: row.body_id, bodyName: row.body_name, level: row.level, year: row.year, form: row.form };
}

export function toAnnualReport(row: Database["annual_report"]): AnnualReport {
  return annualReportSchema.parse({ ...toHeading(row), cells: JSON.parse(row.cells) });
}

export function toSource(row: Database["source"]): Source {
  return {
    topic: row.topic,
    name: row.name,
    asOf: row.as_of,
    importedAt: row.imported_at,
    rows: row.row_count,
    demo: row.demo === 1,
  };
}

export function toSourceRow(source: Source): Database["source"] {
  return {
    topic: source.topic,
    name: source.name,
    as_of: source.asOf,
    imported_at: source.importedAt,
    row_count: source.rows,
    demo: source.demo ? 1 : 0,
  };
}

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
    toRow: (unit) => ({
      id: unit.id,
      name: unit.name,
      short_name: unit.shortName,
      pinyin: unit.pinyin,
      kind: unit.kind,
      unit_class: unit.class,
      sort_order: unit.order,
      active_from: unit.activeFrom,
      active_to: unit.activeTo,
    }),
  }),
  schemes: definePart("schemes", {
    table: "scheme",
    key: ["id"],
    toRow: (scheme) => ({
      id: scheme.id,
      effective_from: scheme.effectiveFrom,
      effective_to: scheme.effectiveTo,
      content: canonicalJson(scheme),
    }),
  }),
  inspections: definePart("inspections", {
    table: "inspection",
    key: ["quarter"],
    toRow: (inspection) => ({
      quarter: inspection.quarter,
      kind: inspection.kind,
      name: inspection.name,
      scheme_id: inspection.schemeId,
      period_start: inspection.periodStart,
      period_end: inspection.periodEnd,
      status: inspection.status,
      published_on: inspection.publishedOn,
    }),
  }),
  coverage: definePart("coverage", {
    table: "coverage",
    key: ["quarter", "unit_id"],
    toRow: (coverage) => ({
      quarter: coverage.quarter,
      unit_id: coverage.unitId,
      state: coverage.state,
      reason: coverage.reason,
      not_applicable: JSON.stringify(coverage.notApplicable),
      not_reported: JSON.stringify(coverage.notReported),
    }),
  }),
  findings: definePart("findings", {
    table: "finding",
    key: ["id"],
    toRow: (finding) => ({
      id: finding.id,
      quarter: finding.quarter,
      unit_id: finding.unitId,
      indicator_id: finding.indicatorId,
      occurred_on: finding.occurredOn,
      occurrences: finding.count,
      ratio: finding.ratio,
      points: finding.points,
      problem: finding.problem,
      evidence_url: finding.evidenceUrl,
      status: finding.status,
      parent_id: finding.parentId,
      imported_status: finding.status,
    }),
    derived: ["status"],
  }),
  findingRechecks: definePart("findingRechecks", {
    table: "finding_recheck",
    key: ["finding_id", "rechecked_on"],
    toRow: (recheck) => ({
      finding_id: recheck.findingId,
      rechecked_on: recheck.recheckedOn,
      result: recheck.result,
      checked_by: recheck.by,
      note: recheck.note,
    }),
  }),
  annualReports: definePart("annualReports", {
    table: "annual_report",
    key: ["body_id", "year"],
    toRow: (report) => ({
      body_id: report.bodyId,
      year: report.year,
      body_name: report.bodyName,
      level: report.level,
      form: report.form,
      cells: canonicalJson(report.cells),
    }),
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
