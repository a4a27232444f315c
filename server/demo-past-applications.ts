import type { Application } from "#domain/application.ts";
import { asOfToday, drawCourse, runCourse } from "./demo-application-course.ts";
import { type DemoCase, newCases } from "./demo-applications.ts";
import { addDays } from "./demo-inspections.ts";
import { type Random, randomFor } from "./demo-random.ts";
import type { DemoUnit } from "./demo-units.ts";
import { onWorkingDay, workingDaysBefore } from "./demo-working-days.ts";

type Amendment = (entry: DemoCase) => Partial<Pick<DemoCase, "outcome" | "column">> | null;

/**
 * Where the ledger deliberately says something else than the annual report of the same year, so that comparing the two
 * finds it: 区住建委 printed a 部分公开 as 予以公开, and 区公安局 the year before a company's application under 自然人.
 * The third difference is the report's own: a closed application of a law firm that stands in no outcome row (R2).
 */
export const DEMO_DIFFERENCES = [
  { unit: "区住建委", yearsBack: 1, what: "台账为部分公开，年报填在予以公开" },
  { unit: "区公安局", yearsBack: 2, what: "台账申请人为商业企业，年报填在自然人" },
] as const;

/** Applications received in a year, each run to its end, in the order of their numbers. */
function yearOfApplications(year: number, units: readonly DemoUnit[], amend: Amendment): Application[] {
  const founded = new Map(units.map(({ unit }) => [unit.id, unit.activeFrom]));
  const cases = newCases(year, units);
  const run = cases.map((entry) => {
    const random = randomFor(`application|${year}|${entry.at}`);
    const earliest = founded.get(entry.unitId) ?? `${year}-01-01`;
    return toApplication(entry, amend(entry), { random, earliest, count: cases.length });
  });
  return run
    .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : Number(a.receivedOn > b.receivedOn)))
    .map((application, at) => ({ ...application, id: `SQ${year}-${String(at + 1).padStart(4, "0")}` }));
}

function toApplication(
  entry: DemoCase,
  amendment: ReturnType<Amendment>,
  { random, earliest, count }: { random: Random; earliest: string; count: number },
): Application {
  const { year, at, unitId, column, state, outcome } = { ...entry, ...amendment };
  const base = { id: "", unitId, applicantKind: column };
  // Drawn for what the report counts, so that an amended application keeps its days.
  const course = drawCourse(entry.outcome, random);
  if (state === "carriedForward") {
    const on = workingDaysBefore(`${year}-12-31`, random.int(0, 9));
    return withoutClosing(runCourse(base, { ...course, used: Math.max(course.used, 12) }, on, outcome));
  }
  const first = earliest > `${year}-01-01` ? earliest : `${year}-01-01`;
  let on = onWorkingDay(addDays(first, Math.floor((daysLeft(first, year) * at) / count)));
  for (let closed = runCourse(base, course, on, outcome); ; closed = runCourse(base, course, on, outcome)) {
    if (closed.closedOn <= `${year}-12-31`) return withoutClosing(closed);
    on = onWorkingDay(addDays(on, -9));
  }
}

function daysLeft(from: string, year: number): number {
  return (Date.parse(`${year}-12-22`) - Date.parse(from)) / 86_400_000;
}

function withoutClosing({ closedOn: _closedOn, ...application }: Application & { closedOn: string }): Application {
  return application;
}

/** The first ordinary application of the unit that can be amended. */
function amendmentsFor(lastYear: number, units: readonly DemoUnit[]): Amendment {
  const idOf = (key: string) => units.find((demo) => demo.key === key)?.unit.id;
  const find = (key: string, year: number) =>
    newCases(year, units).find(
      ({ unitId, state, outcome, column }) =>
        unitId === idOf(key) && state === "closed" && outcome === "granted" && column === "naturalPerson",
    );
  const [split, company] = DEMO_DIFFERENCES.map(({ unit, yearsBack }) => find(unit, lastYear + 1 - yearsBack));
  return ({ year, at }) => {
    if (split?.year === year && split.at === at) return { outcome: "partiallyGranted" };
    return company?.year === year && company.at === at ? { column: "commercial" } : null;
  };
}

/** Every application of the report years and since, and what was carried into the first of them, run to the end. */
export function runApplications(lastYear: number, currentYear: number, units: readonly DemoUnit[]): Application[] {
  const amend = amendmentsFor(lastYear, units);
  const first = lastYear - 2;
  const years = Array.from({ length: currentYear - first + 1 }, (_, at) => first + at);
  const carried = yearOfApplications(first - 1, units, amend).filter(
    ({ events }) => (events.find(({ kind }) => kind === "replied")?.on ?? "") >= `${first}-01-01`,
  );
  return [...carried, ...years.flatMap((year) => yearOfApplications(year, units, amend))];
}

/** The same as a ledger has them on `today`. */
export function pastApplications(applications: readonly Application[], today: string): Application[] {
  return applications.flatMap((application) => asOfToday(application, today) ?? []);
}
