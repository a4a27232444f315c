import type { DisputeFact } from "./dispute.ts";
import type { Quarter } from "./quarter.ts";
import { type Rate, rate } from "./share.ts";

/** Disputes of a period as table 四 counts them: what was decided in it, and what is pending at its end. */
export interface DisputeTally {
  filed: number;
  upheld: number;
  corrected: number;
  otherResult: number;
  pending: number;
}

/** Results add over quarters; the stock of pending ones is that of the last quarter alone. */
export function tallyDisputes(facts: readonly DisputeFact[], quarters: readonly Quarter[]): DisputeTally {
  const last = [...quarters].sort().at(-1);
  const tally: DisputeTally = { filed: 0, upheld: 0, corrected: 0, otherResult: 0, pending: 0 };
  for (const fact of facts) {
    if (!quarters.includes(fact.quarter)) continue;
    tally.filed += fact.filed;
    tally.upheld += fact.upheld;
    tally.corrected += fact.corrected;
    tally.otherResult += fact.otherResult;
    if (fact.quarter === last) tally.pending += fact.pending;
  }
  return tally;
}

export function decidedOf({ upheld, corrected, otherResult }: DisputeTally): number {
  return upheld + corrected + otherResult;
}

/**
 * 纠错率 has two denominators in use, all cases and decided ones (荣昌 2024: 2/10 = 20 % or 2/4 = 50 %); whoever prints
 * one names which.
 */
export function correctionRates(tally: DisputeTally): { ofAll: Rate | null; ofDecided: Rate | null } {
  const decided = decidedOf(tally);
  return { ofAll: rate(tally.corrected, decided + tally.pending), ofDecided: rate(tally.corrected, decided) };
}
