import { DEFAULT_RULES, type ErrorSeverity, type RectificationCase } from "#domain/rectification.ts";
import type { Actor, EventDraft, PauseReason, RectificationEvent } from "#domain/rectification-event.ts";
import { toMoment } from "#domain/rectification-limit.ts";
import { toEvent } from "#domain/rectification-log.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import { drawError, type KindPicker } from "./demo-errors.ts";
import type { Random } from "./demo-random.ts";
import type { DemoUnit } from "./demo-units.ts";

export const HOUR = 3600;

/** A case with its whole log. */
export interface DemoCase {
  row: RectificationCase;
  events: RectificationEvent[];
}

type Saying<D> = D extends EventDraft ? Omit<D, "id" | "by" | "note"> : never;

const OFFICE: Actor = { role: "office", organisation: "区政府办公室" };
const THIRD_PARTY: Actor = { role: "thirdParty", organisation: "第三方测评机构" };

const PAUSE_REASONS = ["siteOutage", "awaitingWording", "awaitingWording", "objection", "transfer"] as const;

/** Where a case begins. */
export interface DemoCaseStart {
  id: string;
  demo: DemoUnit;
  severity: ErrorSeverity;
  /** In seconds. */
  dispatched: number;
  pickKinds: KindPicker;
}

/** What was found at a unit. */
export function demoCase(
  { id, demo, severity, foundAt, pickKinds }: Omit<DemoCaseStart, "dispatched"> & { foundAt: number },
  random: Random,
): RectificationCase {
  const unitId = demo.unit.id;
  const url = `https://gov.example/${unitId}/${id}.html`;
  return { id, unitId, severity, ...drawError(severity, random, pickKinds), url, foundAt: toMoment(foundAt) };
}

/** One case of the invented district; what is recorded in it is written as the server would write it. */
export class DemoCaseWriter {
  readonly row: RectificationCase;
  readonly events: RectificationEvent[] = [];
  private readonly unit: Actor;

  constructor(start: DemoCaseStart, random: Random) {
    const { dispatched } = start;
    this.row = demoCase({ ...start, foundAt: dispatched - random.int(40, 18 * 60) * 60 }, random);
    this.unit = { role: "unit", organisation: start.demo.unit.shortName };
    this.record(dispatched, { kind: "dispatched", limit: null });
  }

  record(seconds: number, said: Saying<EventDraft>): void {
    const draft: EventDraft = {
      id: `${this.row.id}-${this.events.length + 1}`,
      by: this.actorOf(said),
      note: "",
      ...said,
    };
    const log = { severity: this.row.severity, events: this.events };
    this.events.push(toEvent(log, draft, toMoment(seconds), { rules: DEFAULT_RULES, calendar: WORKING_DAY_CALENDAR }));
  }

  pause(seconds: number, random: Random): void {
    const reason = random.pick<PauseReason>(PAUSE_REASONS);
    this.record(seconds, { kind: "paused", reason, approver: OFFICE });
  }

  report(seconds: number): void {
    this.record(seconds, { kind: "reportedFixed", evidenceUrl: this.row.url });
  }

  private actorOf({ kind }: Saying<EventDraft>): Actor {
    if (kind === "received" || kind === "reportedFixed") return this.unit;
    return kind === "recheckPassed" || kind === "recheckFailed" ? THIRD_PARTY : OFFICE;
  }
}

/** Hours that the default rules give. */
export function limitHours(severity: ErrorSeverity): number {
  const limit = DEFAULT_RULES.limits[severity];
  return limit.kind === "elapsedHours" ? limit.hours : 48;
}
