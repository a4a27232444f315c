import { sideOf, type Unit } from "#domain/unit.ts";
import type { ReportView } from "./report-view.ts";

/** Units of the register without a report of the year: with them missing the sum says nothing of the district. */
export function unitsWithoutReport(view: ReportView, units: readonly Unit[]): Unit[] {
  const { year } = view.report;
  const reported = new Set(view.parts.map(({ bodyId }) => bodyId));
  return units.filter((unit) => existedIn(unit, year) && !reported.has(unit.id));
}

function existedIn({ activeFrom, activeTo }: Unit, year: number): boolean {
  return (activeFrom ?? "") <= `${year}-12-31` && (activeTo === null || activeTo >= `${year}-01-01`);
}

/** "54 家单位之和：158 格相符；2 格有单位未报，不判定。" */
export function describeRollUp(view: ReportView, missing: readonly Unit[]): string {
  const results = view.results.filter(({ ruleId }) => ruleId === "R7");
  const failed = results.filter(({ verdict }) => verdict === "fail");
  const passed = results.filter(({ verdict }) => verdict === "pass").length;
  const silent = results.filter(({ verdict }) => verdict === "notAssessable").length;
  const named = [...new Set(failed.flatMap(({ units }) => units.map(({ bodyName }) => bodyName)))];
  return [
    `${view.parts.length} 家单位之和：相符 ${passed} 格`,
    failed.length > 0 ? `不符 ${failed.length} 格${named.length > 0 ? `，涉及${firstNames(named)}` : ""}` : "",
    silent > 0 ? `不判定 ${silent} 格` : "",
    missing.length > 0 ? `${missing.length} 家没有报告：${firstNames(missing.map(({ shortName }) => shortName))}` : "",
  ]
    .filter((part) => part !== "")
    .join("；")
    .concat("。");
}

function firstNames(names: readonly string[]): string {
  return names.length <= 4 ? names.join("、") : `${names.slice(0, 3).join("、")}等 ${names.length} 家`;
}

/** 部门 31 家（含办公室）、镇街 23 家. */
export function describeParts(view: ReportView, units: readonly Unit[]): string {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const known = view.parts.flatMap(({ bodyId }) => byId.get(bodyId) ?? []);
  const townships = known.filter((unit) => sideOf(unit) === "township").length;
  const others = view.parts.length - known.length;
  return [
    `部门（含办公室）${known.length - townships} 家`,
    `镇街 ${townships} 家`,
    others > 0 ? `名册外 ${others} 家` : "",
  ]
    .filter((part) => part !== "")
    .join("、");
}
