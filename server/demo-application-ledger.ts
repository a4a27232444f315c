import type { Ledger } from "#domain/ledger.ts";
import { demoDisputes } from "./demo-disputes.ts";
import { demoMockInspections } from "./demo-mock-inspections.ts";
import { openApplications } from "./demo-open-applications.ts";
import { pastApplications, runApplications } from "./demo-past-applications.ts";
import type { DemoUnit } from "./demo-units.ts";

/** Applications, disputes and mock inspections of the three report years and since, as they stand on `today`. */
export function demoApplicationLedger(
  today: string,
  units: readonly DemoUnit[],
): Pick<Ledger, "applications" | "disputes" | "mockInspections"> {
  const current = Number(today.slice(0, 4));
  const run = runApplications(current - 1, current, units);
  const past = pastApplications(run, today);
  return {
    applications: [...past, ...openApplications(today, units, firstFree(past, current))],
    disputes: demoDisputes(current - 3, today, units, run),
    mockInspections: demoMockInspections(today, units),
  };
}

/** Open cases are numbered from 901, or behind those of the year where a larger district has more. */
function firstFree(past: Ledger["applications"], year: number): number {
  const taken = past.map(({ id }) => (id.startsWith(`SQ${year}-`) ? Number(id.slice(7)) : 0));
  return taken.reduce((most, number) => Math.max(most, number), 900) + 1;
}
