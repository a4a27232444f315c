import { isActiveIn } from "#domain/unit.ts";
import { demoLedger } from "#server/demo-district.ts";
import { LATEST_QUARTER, NOW } from "./now.ts";

export const ledger = demoLedger(new Date(NOW));

/** Figures of the demonstration district that a page has to show for its latest quarter, taken from the seed itself. */
export function demoDistrict() {
  const quarter = ledger.inspections.filter(({ status }) => status === "published").at(-1)?.quarter;
  if (quarter !== LATEST_QUARTER) throw new Error("now.ts and the seed disagree on the latest quarter");
  const coverage = ledger.coverage.filter((entry) => entry.quarter === quarter);
  const findings = ledger.findings.filter((finding) => finding.quarter === quarter);
  return {
    due: ledger.units.filter((unit) => isActiveIn(unit, quarter)).length,
    inspected: coverage.filter((entry) => entry.state === "inspected").length,
    findings: findings.filter((finding) => finding.status === "confirmed").length,
    units: ledger.units.filter((unit) => isActiveIn(unit, quarter)),
    unitNames: ledger.units.filter((unit) => isActiveIn(unit, quarter)).map((unit) => unit.shortName),
  };
}
