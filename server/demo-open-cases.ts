import type { ErrorSeverity } from "#domain/rectification.ts";
import { toMoment, toSeconds } from "#domain/rectification-limit.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { type DemoCase, DemoCaseWriter, demoCase, HOUR, limitHours } from "./demo-case-log.ts";
import { drawer, type Random, randomFor } from "./demo-random.ts";
import { DemoRecurrence } from "./demo-recurrence.ts";
import type { DemoUnit } from "./demo-units.ts";

/** Open cases of the district at any moment. */
const DEMO_OPEN_CASES = 40;

/** Where an open case stands; hours are counted from now. */
interface Situation {
  severity: ErrorSeverity;
  /** Hours left of the limit, negative when past due; what is reported or stopped had so many left then. */
  left: number;
  course: "waiting" | "working" | "paused" | "reported" | "reportedAgain" | "failed";
  /** Hours since the latest entry of the course. */
  since?: number;
}

const FIXED: readonly Situation[] = [
  { severity: "serious", left: -1.2, course: "working" },
  { severity: "general", left: -2.1, course: "working" },
  { severity: "general", left: -3.2, course: "waiting" },
  { severity: "serious", left: -4.7, course: "working" },
  { severity: "serious", left: 0.7, course: "working" },
  { severity: "general", left: 1.6, course: "working" },
  { severity: "serious", left: 2.5, course: "working" },
  { severity: "general", left: 3.7, course: "waiting" },
  { severity: "general", left: 19.5, course: "paused", since: 3 },
  { severity: "serious", left: 11, course: "paused", since: 9.3 },
  { severity: "general", left: 30, course: "reported", since: 0.6 },
  { severity: "serious", left: 12, course: "reported", since: 2.2 },
  { severity: "general", left: 22, course: "reported", since: 5.1 },
  { severity: "general", left: 9, course: "reported", since: 8.4 },
  { severity: "general", left: -1.5, course: "reported", since: 12.8 },
  { severity: "serious", left: 3, course: "reported", since: 16.5 },
  { severity: "general", left: 36, course: "reported", since: 21.2 },
  { severity: "general", left: 7.5, course: "reportedAgain", since: 1.4 },
  { severity: "general", left: 14.3, course: "failed", since: 2.6 },
  { severity: "serious", left: 6.2, course: "failed", since: 0.9 },
  { severity: "general", left: 5.1, course: "failed", since: 4.4 },
];

/** The rest lies spread over the limits, the youngest not yet received. */
function situations(count: number): Situation[] {
  const rest = Math.max(0, count - FIXED.length);
  const spread = Array.from({ length: rest }, (_, at): Situation => {
    const severity = at % 4 === 1 ? "serious" : "general";
    const hours = limitHours(severity);
    const left = 5 + ((at + 0.5) / rest) * (hours - 5);
    return { severity, left, course: hours - left < 5 ? "waiting" : "working" };
  });
  return [...FIXED, ...spread].slice(0, count);
}

/** Seconds after dispatch at which the unit received a case that it has worked on since. */
function receive(writer: DemoCaseWriter, dispatched: number, until: number, random: Random): void {
  const after = Math.min(random.int(8, 110) * 60, Math.floor((until - dispatched) / 3));
  writer.record(dispatched + after, { kind: "received" });
}

/** A report that failed its re-check, within a part of the time between dispatch and `failed`. */
function failOnce(writer: DemoCaseWriter, dispatched: number, failed: number): void {
  writer.report(dispatched + Math.floor((failed - dispatched) * 0.55));
  writer.record(failed, { kind: "recheckFailed" });
}

function drawUnit({ now, units, recurrence }: Scene, random: Random): DemoUnit {
  const demo = drawer(units, ({ unit, habit }) => (0.6 + habit) * recurrence.care(unit.id, now))(random.next());
  if (demo === undefined) throw new RangeError("A district without units has no errors");
  return demo;
}

interface Scene {
  /** In seconds. */
  now: number;
  units: readonly DemoUnit[];
  recurrence: DemoRecurrence;
}

function openCase(situation: Situation, at: number, scene: Scene): DemoCase {
  const { now, recurrence } = scene;
  const { severity, course } = situation;
  const random = randomFor(`open|${shanghaiDate(toMoment(now))}|${at}`);
  const demo = drawUnit(scene, random);
  const jitter = random.int(0, 299);
  const latest = now - Math.floor((situation.since ?? 0) * HOUR) - jitter;
  const isStopped = course === "paused" || course === "reported" || course === "reportedAgain";
  const limit = limitHours(severity) * HOUR;
  // Dispatched a minute ago at the latest: nothing lies ahead of now.
  const left = Math.min(Math.floor(situation.left * HOUR) + (isStopped ? 0 : jitter), limit - 60);
  const dispatched = (isStopped ? latest : now) + left - limit;
  const id = `CM${shanghaiDate(toMoment(dispatched)).replaceAll("-", "")}-${at + 51}`;
  const pickKinds = recurrence.picker(demo.unit.id, dispatched, random);
  const writer = new DemoCaseWriter({ id, demo, severity, dispatched, pickKinds }, random);
  recurrence.note(demo.unit.id, writer.row.errorType, Number.POSITIVE_INFINITY);
  if (course !== "waiting") receive(writer, dispatched, latest, random);
  if (course === "paused") writer.pause(latest, random);
  if (course === "reported") writer.report(latest);
  if (course === "failed") failOnce(writer, dispatched, latest);
  if (course === "reportedAgain") {
    failOnce(writer, dispatched, dispatched + Math.floor((latest - dispatched) * 0.8));
    writer.report(latest);
  }
  return { row: writer.row, events: writer.events };
}

/** `count` open cases around their limits as they stand at `now`. */
export function openCases(
  now: Date,
  units: readonly DemoUnit[],
  { count = DEMO_OPEN_CASES, recurrence = new DemoRecurrence() }: { count?: number; recurrence?: DemoRecurrence } = {},
): DemoCase[] {
  const scene = { now: toSeconds(now.toISOString()), units, recurrence };
  return situations(count).map((situation, at) => openCase(situation, at, scene));
}

/** Minutes since the errors were found that nobody has dispatched yet. */
const FOUND_MINUTES = [25, 70, 150, 240] as const;

/** Found shortly before `now` and not dispatched: no clock runs yet. */
export function undispatchedCases(
  now: Date,
  units: readonly DemoUnit[],
  recurrence = new DemoRecurrence(),
): DemoCase[] {
  const seconds = toSeconds(now.toISOString());
  return FOUND_MINUTES.map((minutes, at) => {
    const foundAt = seconds - minutes * 60;
    const day = shanghaiDate(toMoment(foundAt));
    const random = randomFor(`undispatched|${day}|${at}`);
    const demo = drawUnit({ now: seconds, units, recurrence }, random);
    const pickKinds = recurrence.picker(demo.unit.id, foundAt, random);
    const id = `CM${day.replaceAll("-", "")}-${at + 41}`;
    const severity = at === 1 ? "serious" : "general";
    return { row: demoCase({ id, demo, severity, foundAt, pickKinds }, random), events: [] };
  });
}
