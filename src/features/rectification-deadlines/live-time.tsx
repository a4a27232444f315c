import { useServerSecond } from "#api/live-clock.ts";
import { describeTimeLeft } from "#domain/duration-text.ts";
import { toSeconds } from "#domain/rectification-limit.ts";

/** Time left to the second, for a running clock in its last hour; the rest of the page keeps to minutes. */
export function LiveTime({ dueAt }: { dueAt: string }) {
  const now = useServerSecond();
  return describeTimeLeft(toSeconds(dueAt) - toSeconds(now));
}
