import { useEffect, useMemo, useRef, useState } from "react";
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

/** One clock on the page: shows the moment where its next edge is reached, and tells when that will be. */
interface Clock {
  /** Looks at the moment `now` (ms) and returns the clock's next edge. */
  look: (now: number) => number;
  /** Shows the present moment at once. */
  read: () => void;
}

const clocks = new Set<Clock>();
let timer = 0;

/**
 * One timer for all clocks, so that a second costs one task however many marks follow it. It looks each second even
 * where the edge is a minute away, because a desk may wake up or be set right in between; looking draws nothing.
 */
function lookAround(): void {
  window.clearTimeout(timer);
  const now = serverNow().getTime();
  let next = nextSecond(now);
  for (const clock of clocks) next = Math.min(next, clock.look(now));
  timer = window.setTimeout(lookAround, Math.max(1, next - now) + LATE);
}

/** The page is back in sight: its timers may have slept. */
function readAll(): void {
  for (const clock of clocks) clock.read();
}

function start(clock: Clock): () => void {
  if (clocks.size === 0) {
    document.addEventListener("visibilitychange", readAll);
    window.addEventListener("focus", readAll);
  }
  clocks.add(clock);
  lookAround();
  return () => {
    clocks.delete(clock);
    if (clocks.size > 0) return;
    window.clearTimeout(timer);
    document.removeEventListener("visibilitychange", readAll);
    window.removeEventListener("focus", readAll);
  };
}

/**
 * The server's moment, read anew from absolute times when the next edge is reached, and when the page comes back into
 * sight. Nothing counts down: a timer that sleeps in a background tab can only be late, never wrong.
 */
function useServerClock(nextEdge: (now: number) => number): string {
  const [moment, setMoment] = useState(readServerMoment);
  const shown = useRef(Date.parse(moment));
  useEffect(() => {
    // Other edges leave the moment shown as it is until the first of them: a pick must not draw everything twice.
    let edge = nextEdge(shown.current);
    const read = () => {
      const now = readServerMoment();
      shown.current = Date.parse(now);
      edge = nextEdge(shown.current);
      setMoment(now);
    };
    const look = (now: number) => {
      if (now >= edge || now < shown.current) read();
      return edge;
    };
    return start({ look, read });
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
