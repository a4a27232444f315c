import { DEFAULT_RULES, freezeTerms, type Limit, type Terms } from "./rectification.ts";
import type { Actor, RectificationEvent } from "./rectification-event.ts";
import { type CaseLog, readLog } from "./rectification-log.ts";
import { WORKING_DAY_CALENDAR } from "./working-day-calendar.ts";

export const OFFICE: Actor = { role: "office", organisation: "区政府办公室" };
export const UNIT: Actor = { role: "unit", organisation: "区教育委员会" };
export const THIRD_PARTY: Actor = { role: "thirdParty", organisation: "测评机构" };

/** Terms with one limit for both severities. */
export function termsOf(limit: Limit, changes: Partial<Terms> = {}): Terms {
  return { ...freezeTerms(DEFAULT_RULES), limits: { serious: limit, general: limit }, ...changes };
}

type Detail<E> = E extends RectificationEvent ? Omit<E, "id" | "sequence" | "at" | "by" | "note"> : never;
type Step = readonly [at: string, detail: Detail<RectificationEvent>];

const ACTOR_OF = {
  dispatched: OFFICE,
  received: UNIT,
  paused: OFFICE,
  resumed: OFFICE,
  reportedFixed: UNIT,
  recheckPassed: THIRD_PARTY,
  recheckFailed: THIRD_PARTY,
  severityChanged: OFFICE,
} satisfies Record<RectificationEvent["kind"], Actor>;

/** An event recorded by whoever usually records it. */
export function anEvent(at: string, detail: Detail<RectificationEvent>, sequence = 0): RectificationEvent {
  return { id: `e${sequence}`, sequence, at, by: ACTOR_OF[detail.kind], note: "", ...detail };
}

export const DISPATCHED = { kind: "dispatched", terms: freezeTerms(DEFAULT_RULES) } as const;
export const RECEIVED = { kind: "received" } as const;
export const PAUSED = { kind: "paused", reason: "siteOutage", approver: OFFICE } as const;
export const RESUMED = { kind: "resumed" } as const;
export const REPORTED = { kind: "reportedFixed", evidenceUrl: null } as const;
export const PASSED = { kind: "recheckPassed", settled: null } as const;
export const FAILED = { kind: "recheckFailed" } as const;

/** A log of a 一般错误 with its steps numbered as they are listed. */
export function aLog(steps: readonly Step[], changes: Partial<CaseLog> = {}): CaseLog {
  return { severity: "general", events: steps.map(([at, detail], index) => anEvent(at, detail, index)), ...changes };
}

/** What follows from a log under the published calendar. */
export function read(log: CaseLog) {
  return readLog(log, WORKING_DAY_CALENDAR);
}

const START = Date.parse("2026-10-08T00:00:00Z");
export const HOUR = 3600;
/** Of a 一般错误, in seconds. */
export const LIMIT = 48 * HOUR;

/** So many seconds after the dispatch. */
export function later(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}

export const dispatched = [later(0), DISPATCHED] as const;
