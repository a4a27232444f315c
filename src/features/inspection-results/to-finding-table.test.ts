import { expect, it } from "vitest";
import type { Finding } from "#domain/finding.ts";
import type { FindingEvent } from "#domain/finding-event.ts";
import { toQuarter } from "#domain/quarter.ts";
import { aScheme, aUnit } from "#domain/test-builders.ts";
import { toFindingTable } from "./to-finding-table.ts";

const QUARTER = toQuarter(2026, 3);
const [indicator] = aScheme().indicators;
const register = {
  units: [aUnit({ id: "u1" })],
  schemes: [aScheme()],
  inspections: [
    {
      quarter: QUARTER,
      kind: "quarterly" as const,
      name: "三季度",
      schemeId: aScheme().id,
      periodStart: "2026-07-01",
      periodEnd: "2026-09-30",
      status: "draft" as const,
      publishedOn: null,
    },
  ],
};
const finding: Finding = {
  id: "f1",
  quarter: QUARTER,
  unitId: "u1",
  indicatorId: indicator?.id ?? "",
  occurredOn: "2026-08-03",
  count: 2,
  ratio: null,
  points: 6_000,
  problem: "栏目空白",
  evidenceUrl: "https://gov.example/f1.png",
  status: "exempted",
  parentId: null,
};
const entry: FindingEvent = {
  id: "k1",
  sequence: 2,
  at: "2026-10-09T02:00:00.000Z",
  kind: "exempted",
  by: { role: "office", organisation: "区政府办公室" },
  reason: "核对职责清单，情况属实",
  evidenceUrl: "https://gov.example/list.pdf",
};
const cellsOf = (row: Parameters<typeof toFindingTable>[0][number]) => toFindingTable([row], register).rows[0]?.cells;

it("a line leaves with its status, the reason, the time and who said so", () => {
  expect(cellsOf({ ...finding, lastEntry: entry })).toMatchObject({
    status: "已免除",
    step: "免除扣分",
    reason: "核对职责清单，情况属实",
    at: "2026-10-09 10:00",
    by: "区政府办公室",
    stepEvidence: "https://gov.example/list.pdf",
  });
});

it("a line that nobody argued about has a status and no step", () => {
  expect(cellsOf({ ...finding, status: "confirmed" })).toMatchObject({ status: "已确认", step: null, reason: null });
});

it("names the clause and what kind of points these are; an unknown indicator keeps its code", () => {
  expect(cellsOf(finding)).toMatchObject({ clause: indicator?.clause, effect: "扣分", points: 6_000 });
  expect(cellsOf({ ...finding, indicatorId: "gone" })).toMatchObject({ indicator: "gone", clause: null, effect: null });
});
