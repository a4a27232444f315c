import type { DeductionTotal, Finding } from "./finding.ts";

/** Sums of one quarter by unit and indicator; exempted findings count for nothing. */
export function addFindings(findings: readonly Finding[]): DeductionTotal[] {
  const totals = new Map<string, DeductionTotal>();
  for (const { quarter, unitId, indicatorId, status, points } of findings) {
    if (status === "exempted") continue;
    const key = `${unitId}|${indicatorId}`;
    const total = totals.get(key) ?? {
      quarter,
      unitId,
      indicatorId,
      confirmed: 0,
      disputed: 0,
      confirmedCount: 0,
      disputedCount: 0,
    };
    totals.set(key, total);
    if (status === "confirmed") {
      total.confirmed += points;
      total.confirmedCount += 1;
    } else {
      total.disputed += points;
      total.disputedCount += 1;
    }
  }
  return [...totals.values()].sort((a, b) => byText(a.unitId, b.unitId) || byText(a.indicatorId, b.indicatorId));
}

/** By code unit, as the databases order keys. */
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
