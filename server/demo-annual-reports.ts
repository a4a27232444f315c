import { type AnnualReport, formOfYear } from "#domain/annual-report.ts";
import { casesOf, countCases, type DemoCase } from "./demo-applications.ts";
import { addCells, type Cells } from "./demo-cells.ts";
import { disclosureCells } from "./demo-disclosure.ts";
import { disputeCells } from "./demo-disputes.ts";
import type { DemoUnit } from "./demo-units.ts";

export const ROLL_UP_ID = "district";
const ROLL_UP_NAME = "示范区（汇总）";
/** One cell that nobody filled in: blank is neither 0 nor `——`. */
const BLANK = { key: "石笋沟镇", cell: "t2.coercion.decisions" };

/** One closed case of a law firm that no outcome row counts, so that rule R2 misses by one. */
function unclassified(cases: readonly DemoCase[]): DemoCase | undefined {
  const eligible = cases.filter(({ column, state }) => column === "legalService" && state === "closed");
  return eligible.find(({ outcome }) => outcome === "other.misc") ?? eligible[0];
}

function unitReport(demo: DemoUnit, year: number, cells: Cells): AnnualReport {
  const { id, name } = demo.unit;
  return { bodyId: id, bodyName: name, level: "unit", year, form: formOfYear(year), cells };
}

/** The district's own report is the sum of its units, mistakes included. */
function rollUp(year: number, reports: readonly AnnualReport[]): AnnualReport {
  const cells = addCells(reports.map((report) => report.cells));
  return { bodyId: ROLL_UP_ID, bodyName: ROLL_UP_NAME, level: "rollUp", year, form: formOfYear(year), cells };
}

function reportsOf(year: number, units: readonly DemoUnit[], isLatest: boolean): AnnualReport[] {
  const founded = units.filter(({ unit }) => (unit.activeFrom ?? "") <= `${year}-12-31`);
  const cases = casesOf(year, units);
  const forgotten = isLatest ? unclassified(cases) : undefined;
  const ownCases = new Map<string, DemoCase[]>(founded.map(({ unit }) => [unit.id, []]));
  for (const entry of cases) ownCases.get(entry.unitId)?.push(entry);
  const reports = founded.map((demo) => {
    const own = ownCases.get(demo.unit.id) ?? [];
    // Assigned, not spread: spreading tables of this width costs a second per thousand reports.
    const cells: Cells = Object.assign(
      countCases(own, forgotten),
      disclosureCells(demo, year),
      disputeCells(demo, year),
    );
    if (isLatest && demo.unit.shortName === BLANK.key) cells[BLANK.cell] = "";
    return unitReport(demo, year, cells);
  });
  return [rollUp(year, reports), ...reports];
}

/** Reports of the last three years that are over, oldest first; the 2021 form is the oldest that the district keeps. */
export function demoAnnualReports(lastYear: number, units: readonly DemoUnit[]): AnnualReport[] {
  return [lastYear - 2, lastYear - 1, lastYear]
    .filter((year) => formOfYear(year) === "2021")
    .flatMap((year) => reportsOf(year, units, year === lastYear));
}
