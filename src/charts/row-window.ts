import { type RefObject, useEffect, useState } from "react";
import type { RowWindow } from "./chart.ts";

/** Shorter charts are drawn whole: scrolling them would cost more than it saves. */
const LONG = 120;
/** Rows drawn beyond the screen on either side, in steps, so that scrolling redraws every 20 rows at most. */
const MARGIN = 20;

/** Rows of a long chart that are near the screen; undefined for a chart that is drawn whole. */
export function useRowWindow(
  ref: RefObject<HTMLElement | null>,
  rowHeight: number,
  rowCount: number,
): RowWindow | undefined {
  const [rows, setWindow] = useState<RowWindow>({ from: 0, to: 60 });
  const isLong = rowCount > LONG;
  useEffect(() => {
    if (!isLong) return;
    const update = () => {
      const top = ref.current?.getBoundingClientRect().top ?? 0;
      const next = toRowWindow(-top, window.innerHeight, rowHeight);
      setWindow((old) => (old.from === next.from && old.to === next.to ? old : next));
    };
    update();
    // Captured: the page scrolls in an inner element as well as in the window.
    window.addEventListener("scroll", update, { passive: true, capture: true });
    window.addEventListener("resize", update);
    return () => {
      window.removeEventListener("scroll", update, { capture: true });
      window.removeEventListener("resize", update);
    };
  }, [ref, rowHeight, isLong]);
  return isLong ? rows : undefined;
}

/** Pixels scrolled past the top and height of the screen → rows, in steps of the margin. */
export function toRowWindow(scrolled: number, screen: number, rowHeight: number): RowWindow {
  const first = Math.floor(scrolled / rowHeight / MARGIN) * MARGIN - MARGIN;
  const last = Math.ceil((scrolled + screen) / rowHeight / MARGIN) * MARGIN + MARGIN;
  return { from: Math.max(0, first), to: Math.max(0, last) };
}
