import { type UIEvent, useState } from "react";

/** Fewer rows than this are drawn as they are. */
const WINDOW_FROM = 200;
const MARGIN = 12;

interface RowWindowing {
  from: number;
  to: number;
  windowed: boolean;
  onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** The rows near the visible part of a scrolling box; the rest is empty room of the right height. */
export function useRowWindow(count: number, rowHeight: number, boxHeight: number | undefined): RowWindowing {
  const [top, setTop] = useState(0);
  const windowed = boxHeight !== undefined && count > WINDOW_FROM;
  // Steps of half a margin: not every pixel of scrolling draws again.
  const step = (rowHeight * MARGIN) / 2;
  const onScroll = (event: UIEvent<HTMLElement>) => setTop(Math.floor(event.currentTarget.scrollTop / step) * step);
  if (!windowed) return { from: 0, to: count, windowed, onScroll };
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight) - MARGIN, count - MARGIN));
  const to = Math.min(count, Math.ceil((top + boxHeight) / rowHeight) + MARGIN * 2);
  return { from, to, windowed, onScroll };
}
