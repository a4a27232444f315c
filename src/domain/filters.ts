import { z } from "zod";
import { reportFormSchema } from "./annual-report.ts";
import { type Quarter, quarterSchema } from "./quarter.ts";
import { errorSeveritySchema, errorSourceSchema, errorTypeSchema, rectificationStateSchema } from "./rectification.ts";
import { onTimeMeasureSchema, onTimeViewSchema } from "./rectification-facts.ts";
import { schemeChangeSchema } from "./scheme-draft.ts";
import { sideOf, type Unit, unitSideSchema } from "./unit.ts";

export const comparisonSchema = z.enum(["qoq", "yoy", "picked", "none"]);
export type Comparison = z.infer<typeof comparisonSchema>;
export const COMPARISON_LABEL = {
  qoq: "环比",
  yoy: "同比",
  picked: "指定季度",
  none: "不比较",
} satisfies Record<Comparison, string>;

export const unitSortSchema = z.enum(["points", "register"]);
export type UnitSort = z.infer<typeof unitSortSchema>;
export const UNIT_SORT_LABEL = { points: "扣分从多到少", register: "固定顺序" } satisfies Record<UnitSort, string>;

/** A score that is opened: whose, of which quarter, and the step whose findings are shown. */
export const explainSchema = z.object({
  quarter: quarterSchema,
  unitId: z.string().min(1),
  /** Id of a step of the waterfall; null shows every finding. */
  step: z.string().nullable(),
});
export type Explain = z.infer<typeof explainSchema>;

/** 口径 of 依申请公开: counted from the ledger, or as annual reports print it. */
export const applicationBasisSchema = z.enum(["ledger", "report"]);
export type ApplicationBasis = z.infer<typeof applicationBasisSchema>;
export const APPLICATION_BASIS_LABEL = { ledger: "台账", report: "年报" } satisfies Record<ApplicationBasis, string>;

/** Steps of the time axis of reconsideration and litigation. */
export const disputeSpanSchema = z.enum(["year", "quarter"]);
export type DisputeSpan = z.infer<typeof disputeSpanSchema>;
export const reportViewSchema = z.enum(["printed", "computed", "compare"]);
export type ReportViewName = z.infer<typeof reportViewSchema>;
export const REPORT_VIEW_LABEL = { printed: "报表", computed: "台账计算", compare: "对照" } satisfies Record<
  ReportViewName,
  string
>;
/** 按当时规则, or with 按现行规则回算 beside it. */
export const rulesViewSchema = z.enum(["own", "both"]);
export type RulesView = z.infer<typeof rulesViewSchema>;
export const RULES_VIEW_LABEL = { own: "按当时规则", both: "加现行规则回算" } satisfies Record<RulesView, string>;

/** Everything that changes a number on a page. The address bar holds exactly this record. */
export const filtersSchema = z.object({
  /** Empty means the latest published quarter. */
  quarters: z.array(quarterSchema),
  side: unitSideSchema.nullable(),
  unitClass: z.string().nullable(),
  /** Empty means all units. */
  units: z.array(z.string()),
  compare: comparisonSchema,
  /** The quarter that `picked` compares with; null means the same quarter a year before, or the one before. */
  base: quarterSchema.nullable(),
  sort: unitSortSchema,
  /** Reporting body of the annual report; null means the first body of the list. */
  body: z.string().nullable(),
  /** Reporting year; null means the body's latest year. */
  year: z.int().nullable(),
  /** Only reports of this form; null means both. */
  reportForm: reportFormSchema.nullable(),
  /** Imported, computed from the ledger, or both held against each other. */
  reportView: reportViewSchema,
  /** Cell or equation of a report that is looked at: t3.granted.total, R2.total. */
  pick: z.string().nullable(),
  /** Of an error; null means both. */
  severity: errorSeveritySchema.nullable(),
  /** Empty means all kinds of error. */
  errorTypes: z.array(errorTypeSchema),
  /** Empty means whoever found the error. */
  errorSources: z.array(errorSourceSchema),
  /** Empty means every state of a case. */
  caseStates: z.array(rectificationStateSchema),
  /** What the on-time rate is told of, and by which report. */
  onTimeView: onTimeViewSchema,
  onTimeMeasure: onTimeMeasureSchema,
  /** The case whose drawer is open; null means none. */
  caseId: z.string().nullable(),
  /** The score whose explanation is open, and the step of it that is looked into; null means none. */
  explain: explainSchema.nullable(),
  /** null means the ledger where there is one, else the reports. */
  basis: applicationBasisSchema.nullable(),
  disputeSpan: disputeSpanSchema,
  /** The application whose reply period is explained; null means none. */
  applicationId: z.string().nullable(),
  /** What a draft of the scheme changes; empty means the scheme in force. */
  draft: z.array(schemeChangeSchema),
  /** Trends under the rules of each quarter, or those of today drawn beside them. */
  rules: rulesViewSchema,
  /** The figure that meeting mode shows, from 1; null means the page itself. */
  slide: z.int().nullable(),
});
export type Filters = z.infer<typeof filtersSchema>;

export const DEFAULT_FILTERS: Filters = {
  quarters: [],
  side: null,
  unitClass: null,
  units: [],
  compare: "qoq",
  base: null,
  sort: "points",
  body: null,
  year: null,
  reportForm: null,
  reportView: "printed",
  pick: null,
  severity: null,
  errorTypes: [],
  errorSources: [],
  caseStates: [],
  onTimeView: "units",
  onTimeMeasure: "verified",
  caseId: null,
  explain: null,
  basis: null,
  disputeSpan: "year",
  applicationId: null,
  draft: [],
  rules: "own",
  slide: null,
};

/** Filters whose quarters are settled: at least one, oldest first. */
export interface ResolvedFilters extends Filters {
  quarters: [Quarter, ...Quarter[]];
}

/** True when the unit is inside the side, class and units that are picked. */
export function isUnitPicked(unit: Unit, filters: Pick<Filters, "side" | "unitClass" | "units">): boolean {
  return (
    (filters.side === null || sideOf(unit) === filters.side) &&
    (filters.unitClass === null || unit.class === filters.unitClass) &&
    (filters.units.length === 0 || filters.units.includes(unit.id))
  );
}

/** Narrowed to part of the district, so that totals must say whose they are. */
export function isNarrowed(filters: Pick<Filters, "side" | "unitClass" | "units">): boolean {
  return filters.side !== null || filters.unitClass !== null || filters.units.length > 0;
}
