import type { Ledger } from "#domain/ledger.ts";
import { calendarPeriod, latestCompleteQuarter, type Quarter, shiftQuarter } from "#domain/quarter.ts";
import { demoAnnualReports } from "./demo-annual-reports.ts";
import { demoApplicationLedger } from "./demo-application-ledger.ts";
import { demoDraft } from "./demo-draft.ts";
import { withFindingLogs } from "./demo-finding-events.ts";
import { findingsOf } from "./demo-findings.ts";
import { addDays, coverageOf, inspectionOf } from "./demo-inspections.ts";
import { rechecksOf } from "./demo-rechecks.ts";
import { demoRectifications } from "./demo-rectifications.ts";
import { demoSchemes } from "./demo-scheme.ts";
import { DEMO_UNIT_COUNT, demoUnits } from "./demo-units.ts";

const QUARTERS = 8;
/** Asia/Shanghai has no summer time. */
const SHANGHAI_OFFSET = 8 * 3_600_000;

function shanghaiDate(now: Date): string {
  return new Date(now.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

function quartersUpTo(latest: Quarter): Quarter[] {
  return Array.from({ length: QUARTERS }, (_, at) => shiftQuarter(latest, at - QUARTERS + 1));
}

/** When the demonstration ledger was closed: eight days after its latest quarter at 17:30, never after now. */
export function demoAsOf(now: Date): string {
  const { end } = calendarPeriod(latestCompleteQuarter(shanghaiDate(now)));
  const closed = Date.parse(`${addDays(end, 8)}T17:30:00+08:00`);
  return new Date(Math.min(closed, now.getTime())).toISOString();
}

/** The first day of the eight quarters that the demonstration tells of. */
export function demoBegin(now: Date): string {
  return calendarPeriod(shiftQuarter(latestCompleteQuarter(shanghaiDate(now)), 1 - QUARTERS)).start;
}

/** The demonstration district with any number of units; beyond 54 the pattern repeats under numbered names. */
export function demoLedgerOfSize(now: Date, units: number): Ledger {
  const today = shanghaiDate(now);
  const latest = latestCompleteQuarter(today);
  const quarters = quartersUpTo(latest);
  const schemes = demoSchemes(latest);
  const demos = demoUnits(units);
  const draft = demoDraft(shiftQuarter(latest, 1), shanghaiDate(new Date(demoAsOf(now))), { schemes, demos });
  const inspections = quarters.map((quarter) => inspectionOf(quarter, schemes, today));
  const findings = quarters.flatMap((quarter) => findingsOf(quarter, demos));
  return {
    units: demos.map(({ unit }) => unit),
    schemes,
    inspections: [...inspections, ...draft.inspections],
    coverage: [...quarters.flatMap((quarter) => coverageOf(quarter, demos)), ...draft.coverage],
    ...withFindingLogs([...findings, ...draft.findings], demos, now),
    findingRechecks: inspections.flatMap((inspection) => rechecksOf(inspection, findings, today)),
    annualReports: demoAnnualReports(Number(today.slice(0, 4)) - 1, demos),
    ...demoRectifications(demoBegin(now), now, demos),
    ...demoApplicationLedger(today, demos),
  };
}

/** An invented district of 54 units, eight published quarters and the draft of the next, three years of reports and the errors of those quarters: pure, and the same for a given now. */
export function demoLedger(now: Date): Ledger {
  return demoLedgerOfSize(now, DEMO_UNIT_COUNT);
}
