import type { MockInspection } from "#domain/mock-inspection.ts";
import { randomFor } from "./demo-random.ts";
import type { DemoUnit } from "./demo-units.ts";
import { DEMO_DAYS, onWorkingDay } from "./demo-working-days.ts";

/** Units of one round: two rounds of 53 make the 106 家次 of the published report. */
const ROUND_SIZE = 53;
const SENT_ON = ["05-12", "10-19"] as const;
/** The one unit whose channel could not be found in the first round of the latest year. */
const MISSED = "映山坪镇";

function unitsOfRound(date: string, units: readonly DemoUnit[]): DemoUnit[] {
  const active = units.filter(({ unit }) => (unit.activeFrom ?? "") <= date);
  return active.length > ROUND_SIZE ? active.filter(({ unit }) => unit.kind !== "office") : active;
}

function rowOf(
  demo: DemoUnit,
  round: Pick<MockInspection, "year" | "round" | "sentOn">,
  today: string,
): MockInspection {
  const { unit, key, habit } = demo;
  const random = randomFor(`mock|${round.year}|${round.round}|${unit.id}`);
  const base = { ...round, unitId: unit.id };
  const isLatest = String(round.year) === today.slice(0, 4);
  if (isLatest && round.round === 1 && key === MISSED)
    return { ...base, covered: false, answeredInTime: null, formErrors: null };
  const isLate = random.next() < 0.02 + habit * 0.011;
  const answeredOn = DEMO_DAYS.after(round.sentOn, isLate ? random.int(21, 26) : random.int(3, 20));
  const isDue = DEMO_DAYS.after(round.sentOn, 20) < today;
  const isAnswered = answeredOn <= today;
  const draw = random.next();
  const errors = draw < 0.12 + habit * 0.02 ? random.int(1, 3) : 0;
  return {
    ...base,
    covered: true,
    answeredInTime: isAnswered || isDue ? !isLate : null,
    formErrors: isAnswered ? errors : null,
  };
}

/** Two rounds a year, from the year before the last to today. */
export function demoMockInspections(today: string, units: readonly DemoUnit[]): MockInspection[] {
  const current = Number(today.slice(0, 4));
  return [current - 2, current - 1, current].flatMap((year) =>
    SENT_ON.flatMap((day, at) => {
      const sentOn = onWorkingDay(`${year}-${day}`);
      if (sentOn > today) return [];
      return unitsOfRound(sentOn, units).map((demo) => rowOf(demo, { year, round: at + 1, sentOn }, today));
    }),
  );
}
