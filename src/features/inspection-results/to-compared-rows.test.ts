import { expect, it } from "vitest";
import type { InspectionSummary } from "#domain/inspection-summary.ts";
import { toPoints } from "#domain/points.ts";
import { aTier } from "#domain/test-builders.ts";
import { toComparedRows } from "./to-compared-rows.ts";

const summary: InspectionSummary = {
  due: 54,
  inspected: 53,
  missed: 1,
  averageScore: toPoints(96.04),
  scores: 52,
  deduction: toPoints(180.26),
  averageDeduction: toPoints(3.4),
  findings: 120,
  disputedFindings: 2,
  tiers: [{ tier: aTier(1, "一档", 95, null), count: 30 }],
  vetoed: 1,
};
const now = { summary, groups: [{ groupId: "g1", name: "主动公开", deduction: toPoints(60), units: 20 }] };

function rowOf(rows: ReturnType<typeof toComparedRows>, id: string) {
  const row = rows.find((entry) => entry.id === id);
  return row && [row.before, row.now, row.changeText];
}

it("subtracts what is printed, so that a reader can check the change", () => {
  const before = { ...now, summary: { ...summary, averageScore: toPoints(95.96), deduction: toPoints(190.34) } };
  const rows = toComparedRows(now, before);
  expect(rowOf(rows, "score")).toEqual(["96.0", "96.0", "0.0"]);
  expect(rowOf(rows, "deduction")).toEqual(["190.3", "180.3", "−10.0"]);
});

it("gives no change where one period has no such figure", () => {
  const before = { summary: { ...summary, averageScore: null }, groups: [] };
  const rows = toComparedRows(now, before);
  expect(rowOf(rows, "score")).toEqual(["——", "96.0", "——"]);
  expect(rowOf(rows, "g1")).toEqual(["——", "60.0", "——"]);
});

it("shows the tiers of both periods, a missing one as 0", () => {
  const rows = toComparedRows(now, {
    ...now,
    summary: { ...summary, tiers: [{ tier: aTier(2, "二档", 90, 95), count: 4 }] },
  });
  expect(rowOf(rows, "tier1")).toEqual(["0", "30", "+30"]);
  expect(rowOf(rows, "tier2")).toEqual(["4", "0", "−4"]);
});

it("a period in which nobody was inspected found nothing, which is no 0 and no progress", () => {
  const rows = toComparedRows({ ...now, summary: { ...summary, inspected: 0, deduction: 0, findings: 0 } }, now);
  expect(rowOf(rows, "deduction")).toEqual(["180.3", "——", "——"]);
  expect(rowOf(rows, "findings")).toEqual(["120", "——", "——"]);
  expect(rowOf(rows, "g1")).toEqual(["60.0", "——", "——"]);
});
