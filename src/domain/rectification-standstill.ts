import type { Terms } from "./rectification.ts";
import { type Span, toSeconds } from "./rectification-limit.ts";
import type { Pause, RecheckWait } from "./rectification-progress.ts";

interface ClockHistory {
  pauses: readonly Pause[];
  waits: readonly RecheckWait[];
  terms: Terms | null;
}

/** The finished spans in which the clock of a case stood still. */
export function stopsOf({ pauses, waits, terms }: ClockHistory): Span[] {
  const failedWaits = terms?.recheckWait === "stops" ? waits.filter((wait) => wait.result === "failed") : [];
  return [...pauses, ...failedWaits].flatMap(({ from, to }) =>
    to === null ? [] : [{ from: toSeconds(from), to: toSeconds(to) }],
  );
}
