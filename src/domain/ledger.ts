import { z } from "zod";
import { annualReportSchema } from "./annual-report.ts";
import { applicationSchema } from "./application.ts";
import { disputeSchema } from "./dispute.ts";
import { findingSchema } from "./finding.ts";
import { findingEntrySchema } from "./finding-event.ts";
import { findingRecheckSchema } from "./finding-recheck.ts";
import { coverageSchema, inspectionSchema } from "./inspection.ts";
import { mockInspectionSchema } from "./mock-inspection.ts";
import { rectificationCaseSchema, rectificationRulesSchema } from "./rectification.ts";
import { caseEventSchema } from "./rectification-event.ts";
import { schemeSchema } from "./scheme.ts";
import { unitSchema } from "./unit.ts";

/** The office's ledger (台账): everything one import brings in, and all that a store holds. */
export const ledgerSchema = z.object({
  units: z.array(unitSchema),
  schemes: z.array(schemeSchema),
  inspections: z.array(inspectionSchema),
  coverage: z.array(coverageSchema),
  findings: z.array(findingSchema),
  findingRechecks: z.array(findingRecheckSchema),
  findingEvents: z.array(findingEntrySchema),
  annualReports: z.array(annualReportSchema),
  rectificationRules: z.array(rectificationRulesSchema),
  rectificationCases: z.array(rectificationCaseSchema),
  rectificationEvents: z.array(caseEventSchema),
  applications: z.array(applicationSchema),
  disputes: z.array(disputeSchema),
  mockInspections: z.array(mockInspectionSchema),
});
export type Ledger = z.infer<typeof ledgerSchema>;

export const EMPTY_LEDGER: Ledger = {
  units: [],
  schemes: [],
  inspections: [],
  coverage: [],
  findings: [],
  findingRechecks: [],
  findingEvents: [],
  annualReports: [],
  rectificationRules: [],
  rectificationCases: [],
  rectificationEvents: [],
  applications: [],
  disputes: [],
  mockInspections: [],
};

/** What an import did to the rows of one part of the ledger. */
export const ledgerChangeSchema = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });
export type LedgerChange = z.infer<typeof ledgerChangeSchema>;
export type LedgerChanges = Record<keyof Ledger, LedgerChange>;

export const LEDGER_PART_LABEL = {
  units: "单位",
  schemes: "考核方案",
  inspections: "季度检查",
  coverage: "检查覆盖",
  findings: "扣分明细",
  findingRechecks: "问题复查",
  findingEvents: "扣分办理记录",
  annualReports: "年报表",
  rectificationRules: "时限规则",
  rectificationCases: "错敏信息",
  rectificationEvents: "整改记录",
  applications: "依申请公开",
  disputes: "复议诉讼",
  mockInspections: "模拟检查",
} satisfies Record<keyof Ledger, string>;

/** The natural key of each part: the same key twice is a change, not a new row. */
export const LEDGER_KEY: { [P in keyof Ledger]: (row: Ledger[P][number]) => string } = {
  units: (row) => row.id,
  schemes: (row) => row.id,
  inspections: (row) => row.quarter,
  coverage: (row) => `${row.quarter}|${row.unitId}`,
  findings: (row) => row.id,
  findingRechecks: (row) => `${row.findingId}|${row.recheckedOn}`,
  findingEvents: (row) => `${row.findingId}|${row.event.id}`,
  annualReports: (row) => `${row.bodyId}|${row.year}`,
  rectificationRules: (row) => row.ruleVersion,
  rectificationCases: (row) => row.id,
  rectificationEvents: (row) => `${row.caseId}|${row.event.id}`,
  applications: (row) => row.id,
  disputes: (row) => row.id,
  mockInspections: (row) => `${row.year}|${row.round}|${row.unitId}`,
};
