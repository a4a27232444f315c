import { CalendarNotMaintained, isWorkingDay, nextDate, type WorkingDayCalendar } from "./workday.ts";

/** Neighbouring maintained years with their working days in order. */
interface Block {
  last: string;
  days: string[];
  /** Every date of the block → working days up to and including it. */
  countAt: Map<string, number>;
}

/**
 * The functions of `workday.ts` over a calendar that has been counted through once: a ledger asks thousands of times,
 * and each answer is then two look-ups. It refuses the same years.
 */
export class WorkingDays {
  readonly #blockOf = new Map<string, Block>();

  constructor(calendar: WorkingDayCalendar) {
    let block: Block | undefined;
    for (const year of [...calendar.keys()].sort((a, b) => a - b)) {
      const isNext = block !== undefined && Number(block.last.slice(0, 4)) === year - 1;
      if (!isNext) block = { last: `${year - 1}-12-31`, days: [], countAt: new Map() };
      if (block !== undefined) this.#extend(block, year, calendar);
    }
  }

  #extend(block: Block, year: number, calendar: WorkingDayCalendar): void {
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = nextDate(date)) {
      if (isWorkingDay(date, calendar)) block.days.push(date);
      block.countAt.set(date, block.days.length);
      this.#blockOf.set(date, block);
    }
    block.last = `${year}-12-31`;
  }

  /** The n-th working day after `date`, which is day 0 itself. */
  after(date: string, n: number): string {
    if (n === 0) return date;
    const block = this.#blockAfter(date);
    const found = block.days[(block.countAt.get(date) ?? 0) + n - 1];
    if (found === undefined) throw new CalendarNotMaintained(Number(block.last.slice(0, 4)) + 1);
    return found;
  }

  /** Working days after `from` up to and including `to`, negative when `to` is earlier. */
  between(from: string, to: string): number {
    if (to < from) return -this.between(to, from) + 0;
    if (to === from) return 0;
    const block = this.#blockAfter(from);
    const count = block.countAt.get(to);
    if (count === undefined) throw new CalendarNotMaintained(Number(block.last.slice(0, 4)) + 1);
    return count - (block.countAt.get(from) ?? 0);
  }

  #blockAfter(date: string): Block {
    const next = nextDate(date);
    const block = this.#blockOf.get(next);
    if (block === undefined) throw new CalendarNotMaintained(Number(next.slice(0, 4)));
    return block;
  }
}

const counted = new WeakMap<WorkingDayCalendar, WorkingDays>();

/** The working days of a calendar, counted through once. */
export function workingDaysOf(calendar: WorkingDayCalendar): WorkingDays {
  const known = counted.get(calendar) ?? new WorkingDays(calendar);
  counted.set(calendar, known);
  return known;
}

const REFERENCE_YEARS = { first: 2008, last: 2050 };
const references = new WeakMap<WorkingDayCalendar, WorkingDays>();

/**
 * The same with weekends alone in every year that is not maintained. Whatever comes out of it is 仅供参考 and must say
 * so wherever it is shown; nothing is ever judged by it.
 */
export function referenceDaysOf(calendar: WorkingDayCalendar): WorkingDays {
  const known = references.get(calendar) ?? new WorkingDays(withPlainYears(calendar));
  references.set(calendar, known);
  return known;
}

function withPlainYears(calendar: WorkingDayCalendar): WorkingDayCalendar {
  const years = new Map(calendar);
  for (let year = REFERENCE_YEARS.first; year <= REFERENCE_YEARS.last; year += 1)
    if (!years.has(year)) years.set(year, { offDays: [], workDays: [] });
  return years;
}

/** What `ask` answers; null where it reaches a year that is not maintained. */
export function knownDays<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarNotMaintained) return null;
    throw error;
  }
}
