import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState, useTransition } from "react";
import { flushSync } from "react-dom";

/** The page rests this long after the last pick before panels out of sight are drawn: the next pick goes first. */
const REST_MS = 800;

/** One panel's place in the order of drawing. */
interface Turn {
  isInSight: boolean;
  /** Shows the newest content; null while nothing newer waits. */
  draw: (() => void) | null;
}

const turns = new Map<Element, Turn>();
let restTimer: ReturnType<typeof setTimeout> | undefined;
let everyPanelHolders = 0;
let isPrinting = false;

const observer = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver(noteSight);

function noteSight(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    const turn = turns.get(target);
    if (turn === undefined) continue;
    turn.isInSight = isIntersecting;
    if (isIntersecting) takeTurn(turn);
  }
}

function takeTurn(turn: Turn): void {
  const { draw } = turn;
  turn.draw = null;
  draw?.();
}

/** Restarted by every panel that begins to wait. */
function rest(): void {
  clearTimeout(restTimer);
  restTimer = setTimeout(drawNext, REST_MS);
}

/** One panel in one idle moment, so that no task grows with the length of the page. */
function drawNext(): void {
  const turn = [...turns.values()].find(({ draw }) => draw !== null);
  if (turn === undefined) return;
  takeTurn(turn);
  if (typeof requestIdleCallback === "undefined") restTimer = setTimeout(drawNext, 16);
  else requestIdleCallback(drawNext, { timeout: 200 });
}

/** Draws at once whatever waits: paper shows the whole page. */
function drawAll(): void {
  isPrinting = true;
  flushSync(() => {
    for (const turn of turns.values()) takeTurn(turn);
  });
  isPrinting = false;
}

if (typeof window !== "undefined") window.addEventListener("beforeprint", drawAll);

/** For as long as a reader sees figures that are not in the window, as in meeting mode, none of them waits. */
export function useEveryPanel(): void {
  useLayoutEffect(() => {
    everyPanelHolders++;
    for (const turn of turns.values()) takeTurn(turn);
    return () => {
      everyPanelHolders--;
    };
  }, []);
}

export interface PanelTurn {
  content: ReactNode;
  /** The content is not the newest. */
  waits: boolean;
  /** Its turn has come and its data is still on the way. */
  isLoading: boolean;
}

/**
 * New content at once where the panel is in sight; out of sight the content before, untouched, until it comes into
 * sight, the page rests or is printed. A pick then costs what the reader sees of it.
 */
export function usePanelTurn(place: RefObject<Element | null>, newest: ReactNode): PanelTurn {
  const [allowed, setAllowed] = useState(newest);
  const [isLoading, startTransition] = useTransition();
  const shown = useRef(newest);
  const turn = useRef<Turn>({ isInSight: true, draw: null });
  const isDue = turn.current.isInSight || everyPanelHolders > 0 || allowed === newest;
  const content = isDue ? newest : shown.current;
  const waits = content !== newest;
  useLayoutEffect(() => {
    shown.current = content;
    const allow = () => setAllowed(newest);
    // In a transition, what the panel shows stays until its new data is there; paper does not wait.
    turn.current.draw = waits ? () => (isPrinting ? allow() : startTransition(allow)) : null;
    if (waits) rest();
  }, [content, newest, waits]);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || observer === null) return;
    turns.set(element, turn.current);
    observer.observe(element);
    return () => {
      turns.delete(element);
      observer.unobserve(element);
    };
  }, [place]);
  return { content, waits, isLoading };
}
