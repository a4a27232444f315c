import { useLayoutEffect, useRef, useState } from "react";
import styles from "./chart-surface.module.css";
import type { Box, MarkDescription } from "./hit-model.ts";

interface ChartTooltipProps {
  mark: MarkDescription;
  /** The mark, in pixels of the chart. */
  box: Box;
  /** Width of the chart, to stay inside it. */
  width: number;
  hint: string | null;
}

const GAP = 6;

/** Full name, value, denominator, change; hidden from screen readers, which hear the option of the surface. */
export function ChartTooltip({ mark, box, width, hint }: ChartTooltipProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: box.x, top: box.y + box.height + GAP });
  const { x, y, width: boxWidth, height: boxHeight } = box;
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const chartTop = element.parentElement?.getBoundingClientRect().top ?? 0;
    const fitsBelow = chartTop + y + boxHeight + GAP + element.offsetHeight <= window.innerHeight;
    setPlace({
      left: Math.max(0, Math.min(x + Math.min(boxWidth, 240) / 2, width - element.offsetWidth)),
      top: fitsBelow ? y + boxHeight + GAP : y - element.offsetHeight - GAP,
    });
  }, [x, y, boxWidth, boxHeight, width]);
  return (
    <div ref={ref} data-tooltip className={styles["tooltip"]} style={place} aria-hidden="true">
      <b>{mark.title}</b>
      {mark.lines.map(([label, text]) => (
        <span key={label} className={styles["line"]}>
          <span>{label}</span>
          <span>{text}</span>
        </span>
      ))}
      {hint !== null && <em>{hint}</em>}
    </div>
  );
}
