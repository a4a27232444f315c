import { type RectificationCase, type RectificationRules, rulesAt } from "./rectification.ts";
import type { EventDraft, RectificationEvent } from "./rectification-event.ts";
import { judgeEvent, readLog, toEvent } from "./rectification-log.ts";
import { REFUSAL_TEXT, type RefusalCode } from "./rectification-progress.ts";
import { CalendarNotMaintained } from "./workday.ts";
import { WORKING_DAY_CALENDAR } from "./working-day-calendar.ts";

/** A case with the log it has so far. */
export interface HeldCase {
  row: RectificationCase;
  events: readonly RectificationEvent[];
}

/** What is known before a file is read, and the moment of reading: nothing can have happened after it. */
export interface RectificationContext {
  cases: readonly HeldCase[];
  rules: readonly RectificationRules[];
  now: string;
}

/** What became of an entry: the one that the log now holds, or why it cannot. */
export type Addition =
  | { added: true; event: RectificationEvent }
  | { added: false; code: RefusalCode | null; reason: string };

/** The logs while a file is read. Entries are only ever added; one that is held already stays as it is. */
export class RectificationLogs {
  readonly #context: RectificationContext;
  readonly #held: Map<string, HeldCase>;

  constructor(context: RectificationContext) {
    this.#context = context;
    this.#held = new Map(context.cases.map((held) => [held.row.id, held]));
  }

  find(id: string): HeldCase | undefined {
    return this.#held.get(id);
  }

  /** A case of the file, new or with other texts than before; its log stays. */
  put(row: RectificationCase): void {
    this.#held.set(row.id, { row, events: this.#held.get(row.id)?.events ?? [] });
  }

  /** Why a case of the file cannot take the place of the one that is held. */
  faultOfSeverity({ id, severity }: Pick<RectificationCase, "id" | "severity">): string | null {
    const held = this.#held.get(id);
    const isDispatched = held?.events.some((event) => event.kind === "dispatched") ?? false;
    if (!isDispatched || held?.row.severity === severity) return null;
    return "该件已经交办，级别不能在这里改，请在“整改记录”登记调整级别";
  }

  /** Adds what a row says as the server would have recorded it at that time. */
  record(row: RectificationCase, draft: EventDraft, at: string): Addition {
    const rules = rulesAt(this.#context.rules, at);
    return this.#guarded(() => {
      const log = { severity: row.severity, events: this.#held.get(row.id)?.events ?? [] };
      return this.#add(row, toEvent(log, draft, at, { rules, calendar: WORKING_DAY_CALENDAR }));
    });
  }

  /** Adds an entry that comes complete, from a ledger in its own words. */
  add(row: RectificationCase, event: RectificationEvent): Addition {
    return this.#guarded(() => this.#add(row, event));
  }

  #add(row: RectificationCase, event: RectificationEvent): Addition {
    const events = this.#held.get(row.id)?.events ?? [];
    const log = { severity: row.severity, events };
    const known = events.find((entry) => entry.id === event.id);
    if (known !== undefined && isChanged(known, event))
      return { added: false, code: "keyReused", reason: `${REFUSAL_TEXT.keyReused}，登记过的不能更改` };
    const judgement = judgeEvent(log, event, this.#context.now, WORKING_DAY_CALENDAR);
    if (!judgement.accepted) return { added: false, code: judgement.code, reason: judgement.reason };
    const after = known === undefined ? [...events, event] : events;
    readLog({ ...log, events: after }, WORKING_DAY_CALENDAR);
    this.#held.set(row.id, { row, events: after });
    return { added: true, event: known ?? event };
  }

  #guarded(add: () => Addition): Addition {
    try {
      return add();
    } catch (error) {
      if (!(error instanceof CalendarNotMaintained)) throw error;
      return { added: false, code: null, reason: `${error.year} 年的工作日历未维护，算不出到期时间` };
    }
  }
}

/** The same key must say the same thing of the same moment; a limit counts as part of a dispatch. */
function isChanged(known: RectificationEvent, event: RectificationEvent): boolean {
  if (Date.parse(known.at) !== Date.parse(event.at)) return true;
  if (known.kind !== "dispatched" || event.kind !== "dispatched") return false;
  return JSON.stringify(known.terms.limits) !== JSON.stringify(event.terms.limits);
}
