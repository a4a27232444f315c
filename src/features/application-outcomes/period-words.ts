import { numberOf, type Quarter, yearOf } from "#domain/quarter.ts";

/** What comes in, what is brought along and what is handed on, named after the length of the period. */
export interface PeriodWords {
  received: string;
  carriedOver: string;
  carriedForward: string;
}

const YEAR: PeriodWords = { received: "本年新收", carriedOver: "上年结转", carriedForward: "结转下年度" };
const QUARTER: PeriodWords = { received: "本季新收", carriedOver: "上季结转", carriedForward: "结转下季" };
const SPAN: PeriodWords = { received: "期内新收", carriedOver: "期初结转", carriedForward: "期末结转" };

/**
 * The words of table 三 belong to a year; a quarter or any other choice has its own. Where the choice holds the running
 * quarter nothing is handed on yet: what is not closed is open now.
 */
export function periodWords(quarters: readonly Quarter[], running: Quarter): PeriodWords {
  const words = lengthWords(quarters);
  return quarters.includes(running) ? { ...words, carriedForward: "目前在办" } : words;
}

function lengthWords(quarters: readonly Quarter[]): PeriodWords {
  if (quarters.length === 1) return QUARTER;
  const years = new Set(quarters.map(yearOf));
  return years.size === 1 && new Set(quarters.map(numberOf)).size === 4 ? YEAR : SPAN;
}
