import type { Finding } from "#domain/finding.ts";
import type { FindingRecheck, RecheckTotal } from "#domain/finding-recheck.ts";
import { byText } from "./by-text.ts";

/** Sums by the latest look at each finding; `findings` are those asked for. */
export function addRechecks(findings: readonly Finding[], rechecks: readonly FindingRecheck[]): RecheckTotal[] {
  const latest = new Map<string, FindingRecheck>();
  for (const look of rechecks) {
    const known = latest.get(look.findingId);
    if (known === undefined || known.recheckedOn < look.recheckedOn) latest.set(look.findingId, look);
  }
  const totals = new Map<string, RecheckTotal>();
  for (const { id, quarter, unitId, indicatorId, status, points } of findings) {
    const look = latest.get(id);
    if (look === undefined || status === "exempted") continue;
    const key = `${quarter}|${unitId}|${indicatorId}`;
    const total = totals.get(key) ?? { quarter, unitId, indicatorId, fixed: 0, notFixed: 0, pointsLeft: 0 };
    totals.set(key, total);
    if (look.result === "fixed") total.fixed += 1;
    else {
      total.notFixed += 1;
      total.pointsLeft += points;
    }
  }
  return [...totals.values()].sort(
    (a, b) => byText(a.quarter, b.quarter) || byText(a.unitId, b.unitId) || byText(a.indicatorId, b.indicatorId),
  );
}
