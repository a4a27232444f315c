import { useServerMinute } from "#api/live-clock.ts";
import { type Quarter, quarterOfDate } from "#domain/quarter.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";

const NO_TURNS: readonly number[] = [];

/** The quarter that the server's day lies in. */
export function useRunningQuarter(): Quarter {
  return quarterOfDate(shanghaiDate(useServerMinute(NO_TURNS)));
}
