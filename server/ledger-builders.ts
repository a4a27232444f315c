import type { AnnualReport } from "#domain/annual-report.ts";
import type { Finding } from "#domain/finding.ts";
import type { Inspection } from "#domain/inspection.ts";
import { EMPTY_LEDGER, type Ledger } from "#domain/ledger.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import type { RectificationCase } from "#domain/rectification.ts";
import type { RectificationEvent } from "#domain/rectification-event.ts";
import { aCoverage, aScheme, aUnit } from "#domain/test-builders.ts";

/** A confirmed finding of unit u1 in 2025Q3 that costs one point. */
export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: "f1",
    quarter: toQuarter(2025, 3),
    unitId: "u1",
    indicatorId: "i1",
    occurredOn: "2025-08-20",
    count: 1,
    ratio: null,
    points: toPoints(1),
    problem: "“依申请公开”答复超期，未按第三十三条办理",
    evidenceUrl: null,
    status: "confirmed",
    parentId: null,
    ...changes,
  };
}

/** The quarterly inspection of 2025Q3 under scheme s1, still a draft: its rows answer for it. */
export function anInspection(changes: Partial<Inspection> = {}): Inspection {
  return {
    quarter: toQuarter(2025, 3),
    kind: "quarterly",
    name: "2025年三季度政务公开检查",
    schemeId: "s1",
    periodStart: "2025-07-01",
    periodEnd: "2025-09-30",
    status: "draft",
    publishedOn: null,
    ...changes,
  };
}

/** The report for 2024 of one organ, with two printed cells. */
export function anAnnualReport(changes: Partial<AnnualReport> = {}): AnnualReport {
  return {
    bodyId: "b1",
    bodyName: "区政府办公室",
    level: "unit",
    year: 2024,
    form: "2021",
    cells: { "t2.regulation.made": "22（其中修订16）", "t3.new.person": "24" },
    ...changes,
  };
}

/** A 一般错误 at unit u1. */
export function aCase(changes: Partial<RectificationCase> = {}): RectificationCase {
  return {
    id: "c1",
    unitId: "u1",
    severity: "general",
    errorType: "typo",
    source: "thirdParty",
    wrongText: "既往开来",
    suggestedText: "继往开来",
    excerpt: "……既往开来……",
    url: "https://example.gov.cn/1.html",
    foundAt: "2025-09-01T00:30:00.000Z",
    ...changes,
  };
}

/** A log as a ledger holds it. */
export function logOf(caseId: string, events: readonly RectificationEvent[]) {
  return events.map((event) => ({ caseId, event }));
}

/** Two departments and a township with one scheme, one inspection and no findings. */
export function aLedger(changes: Partial<Ledger> = {}): Ledger {
  return {
    ...EMPTY_LEDGER,
    units: [
      aUnit({ id: "u1", order: 1 }),
      aUnit({ id: "u2", name: "临江街道办事处", shortName: "临江街道", kind: "township", class: "二类", order: 3 }),
      aUnit({ id: "u3", name: "区政府办公室", shortName: "区政府办", kind: "office", class: "二类", order: 2 }),
    ],
    schemes: [aScheme()],
    inspections: [anInspection()],
    coverage: [aCoverage()],
    ...changes,
  };
}
