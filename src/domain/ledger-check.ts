import type { z } from "zod";
import { annualReportSchema } from "./annual-report.ts";
import { applicationSchema } from "./application.ts";
import { faultOfApplication, faultOfDispute, personalFaultOf } from "./application-check.ts";
import { dayOfReading } from "./application-intake.ts";
import { disputeSchema } from "./dispute.ts";
import { type Finding, findingSchema } from "./finding.ts";
import { findingEntrySchema } from "./finding-event.ts";
import { findingRecheckSchema } from "./finding-recheck.ts";
import { type Coverage, coverageSchema, type Inspection, inspectionSchema } from "./inspection.ts";
import { EMPTY_LEDGER, LEDGER_KEY, LEDGER_PART_LABEL, type Ledger } from "./ledger.ts";
import type { HeldLedger } from "./ledger-intake.ts";
import { mockInspectionSchema } from "./mock-inspection.ts";
import { rectificationCaseSchema, rectificationRulesSchema } from "./rectification.ts";
import { checkRectifications } from "./rectification-check.ts";
import { caseEventSchema } from "./rectification-event.ts";
import { RectificationLogs } from "./rectification-logs.ts";
import { faultOfRules, withVersions } from "./rectification-rules.ts";
import type { RowError } from "./row-error.ts";
import { type Scheme, schemeSchema } from "./scheme.ts";
import { unitSchema } from "./unit.ts";

/** A ledger in its own words (JSON) after checking, with the reasons for every row that was left out. */
export interface CheckedLedger {
  ledger: Ledger;
  errors: readonly RowError[];
  /** The part that a sheet name of the errors means. */
  partOf: ReadonlyMap<string, keyof Ledger>;
}

const PART_SCHEMA: { [P in keyof Ledger]: z.ZodType<Ledger[P][number]> } = {
  units: unitSchema,
  schemes: schemeSchema,
  inspections: inspectionSchema,
  coverage: coverageSchema,
  findings: findingSchema,
  findingRechecks: findingRecheckSchema,
  findingEvents: findingEntrySchema,
  annualReports: annualReportSchema,
  rectificationRules: rectificationRulesSchema,
  rectificationCases: rectificationCaseSchema,
  rectificationEvents: caseEventSchema,
  applications: applicationSchema,
  disputes: disputeSchema,
  mockInspections: mockInspectionSchema,
};

const PARTS = Object.keys(EMPTY_LEDGER) as (keyof Ledger)[];
const PART_OF_LABEL = new Map(PARTS.map((part) => [LEDGER_PART_LABEL[part] as string, part]));

/** True for an object that names the parts of a ledger rather than sheets. */
export function isLedgerShaped(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && PARTS.some((part) => part in value);
}

/** Parts whose rows may not tell who anybody is. */
const PRIVATE_PARTS: readonly (keyof Ledger)[] = ["applications", "disputes", "mockInspections"];

type Report = (part: keyof Ledger, index: number, column: string, value: unknown, reason: string) => void;

function readPart<P extends keyof Ledger>(
  part: P,
  rows: unknown,
  report: Report,
): { row: Ledger[P][number]; at: number }[] {
  if (rows === undefined) return [];
  if (!Array.isArray(rows)) {
    report(part, 0, "", "", "应是数组");
    return [];
  }
  const keyOf = LEDGER_KEY[part];
  const first = new Map<string, number>();
  return rows.flatMap((row: unknown, at) => {
    const personal = PRIVATE_PARTS.includes(part) ? personalFaultOf(row) : null;
    if (personal !== null) {
      report(part, at, "", personal.value, personal.reason);
      return [];
    }
    const parsed = PART_SCHEMA[part].safeParse(row);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) report(part, at, issue.path.join("."), "", issue.message);
      return [];
    }
    const key = keyOf(parsed.data);
    const twin = first.get(key);
    if (twin !== undefined) report(part, at, "", key, `与第 ${twin + 1} 行重复`);
    else first.set(key, at);
    return twin === undefined ? [{ row: parsed.data, at }] : [];
  });
}

/** What rows may refer to. */
interface References {
  units: ReadonlySet<string>;
  rounds: ReadonlyMap<string, Inspection>;
  indicators: ReadonlyMap<string, ReadonlySet<string>>;
}

function toReferences(ledger: Ledger, held: HeldLedger): References {
  const schemes: Scheme[] = [...held.schemes, ...ledger.schemes];
  const inspections = [...held.inspections, ...ledger.inspections];
  return {
    units: new Set([...held.units, ...ledger.units].map((unit) => unit.id)),
    rounds: new Map(inspections.map((inspection) => [inspection.quarter, inspection])),
    indicators: new Map(schemes.map((scheme) => [scheme.id, new Set(scheme.indicators.map((entry) => entry.id))])),
  };
}

function faultOf(
  row: Coverage | Finding,
  references: References,
): [column: string, value: string, reason: string] | null {
  const round = references.rounds.get(row.quarter);
  if (round === undefined) return ["quarter", row.quarter, "这个季度没有检查记录"];
  if (!references.units.has(row.unitId)) return ["unitId", row.unitId, "没有这个单位"];
  const known = references.indicators.get(round.schemeId);
  const named = "indicatorId" in row ? [row.indicatorId] : [...row.notApplicable, ...row.notReported];
  const stranger = named.find((id) => !known?.has(id));
  return stranger === undefined ? null : ["indicatorId", stranger, "当季所用方案中没有这个指标"];
}

/** Checks a ledger in JSON row by row: its shape, its keys, and what it refers to. */
export function checkLedger(value: Record<string, unknown>, held: HeldLedger): CheckedLedger {
  const errors: RowError[] = [];
  const report: Report = (part, index, column, cell, reason) =>
    errors.push({ sheet: LEDGER_PART_LABEL[part], row: index + 1, column, value: String(cell), reason });
  const inspections = readPart("inspections", value["inspections"], report);
  const ledger: Ledger = {
    ...EMPTY_LEDGER,
    units: readPart("units", value["units"], report).map(({ row }) => row),
    schemes: readPart("schemes", value["schemes"], report).map(({ row }) => row),
    annualReports: readPart("annualReports", value["annualReports"], report).map(({ row }) => row),
  };
  const schemeIds = new Set([...held.schemes, ...ledger.schemes].map((scheme) => scheme.id));
  ledger.inspections = inspections.flatMap(({ row, at }) => {
    if (schemeIds.has(row.schemeId)) return [row];
    report("inspections", at, "schemeId", row.schemeId, "没有这个考核方案");
    return [];
  });
  const references = toReferences(ledger, held);
  const known = <P extends "coverage" | "findings">(part: P) =>
    readPart(part, value[part], report).flatMap(({ row, at }) => {
      const fault = faultOf(row, references);
      if (fault === null) return [row];
      report(part, at, ...fault);
      return [];
    });
  ledger.coverage = known("coverage");
  ledger.findings = known("findings");
  const findingIds = new Set(ledger.findings.map((finding) => finding.id));
  ledger.findingRechecks = readPart("findingRechecks", value["findingRechecks"], report).flatMap(({ row, at }) => {
    if (findingIds.has(row.findingId) || held.hasFinding(row.findingId)) return [row];
    report("findingRechecks", at, "findingId", row.findingId, "没有这个编号的扣分明细");
    return [];
  });
  ledger.findingEvents = readPart("findingEvents", value["findingEvents"], report).flatMap(({ row, at }) => {
    if (findingIds.has(row.findingId) || held.hasFinding(row.findingId)) return [row];
    report("findingEvents", at, "findingId", row.findingId, "没有这个编号的扣分明细");
    return [];
  });
  ledger.rectificationRules = readPart("rectificationRules", value["rectificationRules"], report).flatMap(
    ({ row, at }) => {
      const fault = faultOfRules(row, held.rectifications.rules);
      if (fault === null) return [row];
      report("rectificationRules", at, fault.column, row[fault.column], fault.reason);
      return [];
    },
  );
  const rules = withVersions(held.rectifications.rules, ledger.rectificationRules);
  const rectifications = checkRectifications(
    {
      cases: readPart("rectificationCases", value["rectificationCases"], report),
      events: readPart("rectificationEvents", value["rectificationEvents"], report),
    },
    { units: references.units, logs: new RectificationLogs({ ...held.rectifications, rules }) },
    report,
  );
  const applications = checkApplications(value, { units: references.units, held }, report);
  return { ledger: { ...ledger, ...rectifications, ...applications }, errors, partOf: PART_OF_LABEL };
}

function checkApplications(
  value: Record<string, unknown>,
  { units, held }: { units: ReadonlySet<string>; held: HeldLedger },
  report: Report,
): Pick<Ledger, "applications" | "disputes" | "mockInspections"> {
  const today = dayOfReading(held.rectifications.now);
  const takenOf = <P extends "applications" | "disputes" | "mockInspections">(
    part: P,
    fault: (row: Ledger[P][number]) => [column: string, value: string, reason: string] | null,
  ) =>
    readPart(part, value[part], report).flatMap(({ row, at }) => {
      const found = fault(row);
      if (found === null) return [row];
      report(part, at, ...found);
      return [];
    });
  const { ownerOf } = held;
  const applications = takenOf("applications", (row) => faultOfApplication(row, { units, ownerOf, today }));
  const ids = new Set(applications.map(({ id }) => id));
  const isKnown = (id: string) => ids.has(id) || ownerOf(id) !== undefined;
  const disputes = takenOf("disputes", (row) => faultOfDispute(row, { units, isKnown, today }));
  const mockInspections = takenOf("mockInspections", ({ unitId }) =>
    units.has(unitId) ? null : ["unitId", unitId, "没有这个单位"],
  );
  return { applications, disputes, mockInspections };
}
