import { z } from "zod";
import type { Finding, FindingStatus } from "#domain/finding.ts";
import type { FindingRecheck, RecheckResult } from "#domain/finding-recheck.ts";
import type { Coverage } from "#domain/inspection.ts";
import { readQuarter } from "./register-tables.ts";

/** What an inspection saw and found. */
export interface FindingTables {
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
}

const idListSchema = z.array(z.string());

export function toCoverage(row: FindingTables["coverage"]): Coverage {
  return {
    quarter: readQuarter(row.quarter),
    unitId: row.unit_id,
    state: row.state,
    reason: row.reason,
    notApplicable: idListSchema.parse(JSON.parse(row.not_applicable)),
    notReported: idListSchema.parse(JSON.parse(row.not_reported)),
  };
}

export function toFinding(row: FindingTables["finding"]): Finding {
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

export function toCoverageRow(coverage: Coverage): FindingTables["coverage"] {
  return {
    quarter: coverage.quarter,
    unit_id: coverage.unitId,
    state: coverage.state,
    reason: coverage.reason,
    not_applicable: JSON.stringify(coverage.notApplicable),
    not_reported: JSON.stringify(coverage.notReported),
  };
}

export function toFindingRow(finding: Finding): FindingTables["finding"] {
  return {
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
  };
}

export function toRecheckRow(recheck: FindingRecheck): FindingTables["finding_recheck"] {
  return {
    finding_id: recheck.findingId,
    rechecked_on: recheck.recheckedOn,
    result: recheck.result,
    checked_by: recheck.by,
    note: recheck.note,
  };
}
