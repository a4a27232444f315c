import type { Coverage, Inspection } from "#domain/inspection.ts";
import { calendarPeriod, describeQuarter, numberOf, type Quarter, yearOf } from "#domain/quarter.ts";
import type { Scheme } from "#domain/scheme.ts";
import { schemeInForce } from "#domain/scheme.ts";
import { isActiveIn } from "#domain/unit.ts";
import { occasionOf } from "./demo-occasions.ts";
import type { DemoUnit } from "./demo-units.ts";

const DAY = 86_400_000;

/** ("2026-09-30", 8) → "2026-10-08". */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days the inspectors worked. Second quarters start late and end early, as real ones do (青神 2022: 24 May to 29 August). */
export function inspectedPeriod(quarter: Quarter): { start: string; end: string } {
  const { start, end } = calendarPeriod(quarter);
  return numberOf(quarter) === 2 ? { start: addDays(start, 11), end: addDays(end, -5) } : { start, end };
}

/** Results are published eight days after the quarter, or today when that lies ahead. */
function publishedOn(quarter: Quarter, today: string): string {
  const due = addDays(calendarPeriod(quarter).end, 8);
  return due < today ? due : today;
}

export function inspectionOf(quarter: Quarter, schemes: readonly Scheme[], today: string): Inspection {
  const { start, end } = inspectedPeriod(quarter);
  return {
    quarter,
    kind: "quarterly",
    name: `${describeQuarter(quarter)}政务公开检查`,
    schemeId: schemeInForce(schemes, quarter)?.id ?? "",
    periodStart: start,
    periodEnd: end,
    status: "published",
    publishedOn: publishedOn(quarter, today),
  };
}

/** Units that exist in the quarter, each inspected or missed. */
export function coverageOf(quarter: Quarter, units: readonly DemoUnit[]): Coverage[] {
  const occasion = occasionOf(quarter);
  const month = String(((numberOf(quarter) * 3) % 12) + 1);
  return units
    .filter(({ unit }) => isActiveIn(unit, quarter))
    .map(({ unit, key, notApplicable }) => {
      const missed = occasion.missed[key];
      const notReported = occasion.notReported[key];
      return {
        quarter,
        unitId: unit.id,
        state: missed === undefined ? "inspected" : "missed",
        reason: missed === undefined ? null : missed.replace("{month}", month),
        notApplicable: [...notApplicable],
        notReported: missed === undefined && notReported !== undefined ? [notReported] : [],
      };
    });
}

/** Time makes the district better, and every spring a little worse again. */
export function severityOf(quarter: Quarter): number {
  const age = Math.max(0, (2026 - yearOf(quarter)) * 4 + 3 - numberOf(quarter));
  const season = [1.05, 1.06, 1, 1.02][numberOf(quarter) - 1] ?? 1;
  return season * (1 + 0.045 * age);
}
