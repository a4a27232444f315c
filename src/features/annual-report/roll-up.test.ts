import { expect, it } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { aUnit } from "#domain/test-builders.ts";
import { toReportView } from "./report-view.ts";
import { describeParts, describeRollUp, unitsWithoutReport } from "./roll-up.ts";

const base = publishedReport("tongnan-office", 2024);
const one: AnnualReport = { ...base, bodyId: "u1", bodyName: "甲局" };
const two: AnnualReport = { ...base, bodyId: "u2", bodyName: "乙镇", cells: zeroed(base.cells) };
const district: AnnualReport = { ...base, bodyId: "district", bodyName: "全区", level: "rollUp" };
const units = [
  aUnit({ id: "u1", shortName: "甲局", kind: "department" }),
  aUnit({ id: "u2", shortName: "乙镇", kind: "township" }),
  aUnit({ id: "u3", shortName: "丙镇", kind: "township" }),
  aUnit({ id: "u4", shortName: "新镇", kind: "township", activeFrom: "2025-03-01" }),
];

function zeroed(cells: AnnualReport["cells"]): AnnualReport["cells"] {
  return Object.fromEntries(Object.keys(cells).map((id) => [id, cells[id] === "——" ? "——" : "0"]));
}

function viewOf(rollUp: AnnualReport) {
  const view = toReportView(rollUp, { reports: [rollUp], ofYear: [one, two, rollUp], notes: [], sources: [] });
  if (view === null) throw new Error("no view");
  return view;
}

it("names the units of the register that did not report; one founded later is not missed", () => {
  expect(unitsWithoutReport(viewOf(district), units).map(({ shortName }) => shortName)).toEqual(["丙镇"]);
});

it("says how many cells hold and which units stand behind a difference", () => {
  expect(describeRollUp(viewOf(district), [])).toMatch(/^2 家单位之和：相符 \d+ 格；不判定 1 格。$/);
  const wrong = { ...district, cells: { ...district.cells, "t3.newReceived.total": "25" } };
  expect(describeRollUp(viewOf(wrong), [])).toContain("不符 1 格，涉及甲局");
});

it("says of whom the sum is made", () => {
  expect(describeParts(viewOf(district), units)).toBe("部门（含办公室）1 家、镇街 1 家");
});
