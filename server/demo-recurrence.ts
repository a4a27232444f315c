import type { ErrorType } from "#domain/rectification.ts";
import { HOUR } from "./demo-case-log.ts";
import type { Random } from "./demo-random.ts";

const DAY = 24 * HOUR;
/** Longer than the days of the rules, so that a kind of error that is left alone is no relapse. */
const REST = 96 * DAY;
/** Part of the cases that repeat a kind of error on purpose, where the unit has one to repeat. */
const REPEATED_SHARE = 0.05;
/** Kinds of error that a unit has within the time of rest, about. */
const MOST_KINDS = 9;

/**
 * What kinds of error a unit had lately. Without it every unit would repeat its typos each week; a district learns, and
 * a few per cent of its errors come back.
 */
export class DemoRecurrence {
  /** Unit → kind → when it was last closed; far ahead while it is open. */
  private readonly closings = new Map<string, Map<ErrorType, number>>();

  note(unitId: string, errorType: ErrorType, closedAt: number): void {
    const own = this.closings.get(unitId) ?? new Map<ErrorType, number>();
    this.closings.set(unitId, own.set(errorType, closedAt));
  }

  /** 1 for a unit without recent errors, less with each kind it had lately: who was told eight times looks closer. */
  care(unitId: string, at: number): number {
    let recent = 0;
    for (const closed of this.closings.get(unitId)?.values() ?? []) if (at - closed < REST) recent += 1;
    return Math.max(0.04, 1 - recent / MOST_KINDS);
  }

  /** Decides for one case which kinds it may be of. */
  picker(unitId: string, dispatched: number, random: Random): (kinds: readonly ErrorType[]) => readonly ErrorType[] {
    const isRepeating = random.next() < REPEATED_SHARE;
    return (kinds) => {
      const since = (kind: ErrorType) =>
        dispatched - (this.closings.get(unitId)?.get(kind) ?? Number.NEGATIVE_INFINITY);
      const repeatable = kinds.filter((kind) => since(kind) > 0 && since(kind) < 85 * DAY);
      if (isRepeating && repeatable.length > 0) return repeatable;
      const rested = kinds.filter((kind) => since(kind) >= REST);
      return rested.length > 0 ? rested : kinds;
    };
  }
}
