import { expect, it } from "vitest";
import { PUBLISHED_REPORTS } from "#domain/fixtures/published-annual-reports.ts";
import { judgeReports } from "#domain/judge-reports.ts";
import { aUnit } from "#domain/test-builders.ts";
import { describeVerdicts, groupVerdicts, toVerdictMatrix, toVerdictTable } from "./to-verdict-matrix.ts";

const verdicts = judgeReports(
  PUBLISHED_REPORTS.map(({ report }) => ({ ...report, level: "unit" as const })),
  [2020, 2024],
);
const units = [aUnit({ id: "tongnan-office", kind: "office" }), aUnit({ id: "suqian", kind: "township", order: 2 })];
const nameOf = ({ bodyName, year }: (typeof verdicts)[number]) => `${bodyName} ${year}`;

it("keeps departments, townships and other bodies apart; the most failing first, or in fixed order", () => {
  const groups = groupVerdicts(verdicts, units, "points");
  expect(groups.map(({ id }) => id)).toEqual(["department", "township", "other"]);
  const other = groups.at(-1)?.bodies.map(({ failures }) => failures.length) ?? [];
  expect(other).toEqual([...other].sort((a, b) => b - a));
});

it("says ✓, the number of wrong places, 未判 or —— for each rule, and how many bodies fail it", () => {
  const groups = groupVerdicts(verdicts, units, "points");
  const series = toVerdictMatrix(groups, nameOf, "pingtan");
  const rows = series.panels.flatMap((panel) => panel.rows);
  const pingtan = rows.find(({ name }) => name.endsWith("2020"));
  expect(pingtan).toMatchObject({ picked: true });
  expect(pingtan?.cells.slice(0, 2).map(({ text }) => text)).toEqual(["✓", "差 2"]);
  const tongnan = rows.find(({ id }) => id === "tongnan-office");
  expect(tongnan?.cells.map(({ kind }) => kind)).toEqual([
    "pass",
    "pass",
    "pass",
    "pass",
    "unjudged",
    "unjudged",
    "none",
    "unjudged",
    "unjudged",
    "partial",
  ]);
  expect(series.panels.at(-1)?.failing[1]).toBe("1");
});

it("the table says the same, counts the failing places and leads to each body's form", () => {
  const { rows } = toVerdictTable(
    groupVerdicts(verdicts, units, "register"),
    nameOf,
    (body, year) => `?body=${body}&year=${year}`,
  );
  expect(rows).toHaveLength(verdicts.length);
  const tongnan = rows.find(({ id }) => id === "tongnan-office");
  expect(tongnan?.to).toBe("?body=tongnan-office&year=2024");
  expect(tongnan?.cells).toMatchObject({ R1: "✓", R7: null, failures: 0 });
});

it("counts bodies by rule in one sentence", () => {
  expect(describeVerdicts([])).toBe("这一年没有年度报告。");
  expect(describeVerdicts(verdicts)).toMatch(/^\d+ 家中 \d+ 家没有不平；\d+ 家有不平：.*R2 1 家/);
});
