import { useEffect, useMemo, useState } from "react";
import { serverMoment } from "#domain/rectification-clock.ts";
import { serverNow } from "./call-endpoint.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
/** Behind the edge of a second, so that a timer that fires a little early does not read the second before. */
const LATE = 20;

/** The server's moment now (UTC, whole seconds): the desk's clock with the measured offset, whatever it shows. */
function readServerMoment(): string {
  return serverMoment(serverNow().getTime(), 0);
}

/**
 * The server's moment, read anew from absolute times when the next edge is reached, and when the page comes back into
 * sight. Nothing counts down: a timer that sleeps in a background tab can only be late, never wrong. The clock is looked
 * at each second even where the edge is a minute away, because a desk may wake up or be set right in between; looking
 * draws nothing.
 */
function useServerClock(nextEdge: (now: number) => number): string {
  const [moment, setMoment] = useState(readServerMoment);
  useEffect(() => {
    let timer = 0;
    let readAt = 0;
    let edge = 0;
    const read = () => {
      readAt = serverNow().getTime();
      edge = nextEdge(readAt);
      setMoment(readServerMoment());
    };
    const look = () => {
      const now = serverNow().getTime();
      if (now >= edge || now < readAt) read();
      timer = window.setTimeout(look, Math.max(1, Math.min(edge, nextSecond(now)) - now) + LATE);
    };
    look();
    document.addEventListener("visibilitychange", read);
    window.addEventListener("focus", read);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", read);
      window.removeEventListener("focus", read);
    };
  }, [nextEdge]);
  return moment;
}

function nextSecond(now: number): number {
  return (Math.floor(now / SECOND) + 1) * SECOND;
}

function nextMinute(now: number): number {
  return (Math.floor(now / MINUTE) + 1) * MINUTE;
}

/** For what shows seconds: keep it to the few marks in their last hour. */
export function useServerSecond(): string {
  return useServerClock(nextSecond);
}

/** For lists and counts: each minute, and in the very second in which one of the sorted `turns` (ms) is reached. */
export function useServerMinute(turns: readonly number[]): string {
  const nextEdge = useMemo(() => edgeBefore(turns), [turns]);
  return useServerClock(nextEdge);
}

function edgeBefore(turns: readonly number[]): (now: number) => number {
  return (now) => Math.min(nextMinute(now), turns.find((turn) => turn > now) ?? Number.POSITIVE_INFINITY);
}
