import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from "react";
import styles from "./chart-surface.module.css";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { cellBox, findCell, type HitModel, type MarkDescription, type MarkPosition, moveCell } from "./hit-model.ts";

interface ChartSurfaceProps {
  width: number;
  height: number;
  print: boolean | undefined;
  model: HitModel;
  onPick: ((id: string) => void) | undefined;
  /** The children bring their own svg (Recharts). */
  isFramed?: boolean;
  /** Marks of the chart; only the parent redraws them, hovering does not. */
  children: ReactNode;
}

/**
 * The one pointer and keyboard layer of all charts. Rows have no nodes of their own: the cell under the pointer is
 * computed, and a listbox with a single option moves with the arrow keys, so a screen reader hears each mark in turn.
 */
export function ChartSurface({ width, height, print, model, onPick, isFramed = false, children }: ChartSurfaceProps) {
  const svg = isFramed ? (
    <div aria-hidden="true">{children}</div>
  ) : (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} fontSize={12} aria-hidden="true">
      {children}
    </svg>
  );
  if (print) return svg;
  return (
    <Reader width={width} model={model} onPick={onPick}>
      {svg}
    </Reader>
  );
}

function Reader({
  width,
  model,
  onPick,
  children,
}: Pick<ChartSurfaceProps, "width" | "model" | "onPick" | "children">) {
  const [active, setActive] = useState<MarkPosition | null>(null);
  const id = useId();
  const shown = active !== null && cellBox(model, active) !== null ? active : null;
  const current = shown ?? moveCell(model, null, "ArrowDown");
  const mark = current === null ? null : model.describe(current);
  if (current === null || mark === null) return <div className={styles["surface"]}>{children}</div>;

  function pick() {
    if (shown !== null && mark?.id !== undefined && mark.id !== null) onPick?.(mark.id);
  }
  function follow(event: PointerEvent<HTMLDivElement>) {
    const origin = event.currentTarget.getBoundingClientRect();
    const found = findCell(model, event.clientX - origin.left, event.clientY - origin.top);
    if (!isSame(found, active)) setActive(found);
  }
  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pick();
      return;
    }
    if (event.key === "Escape") {
      setActive(null);
      return;
    }
    const next = moveCell(model, shown, event.key);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }

  const optionId = `${id}-${current.panel}-${current.row}-${current.column}`;
  const box = cellBox(model, current);
  const isPickable = onPick !== undefined && mark.id !== null;
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={model.label}
      aria-activedescendant={optionId}
      className={isPickable && shown !== null ? styles["pickable"] : styles["surface"]}
      onPointerDown={follow}
      onPointerMove={follow}
      onPointerLeave={() => setActive(null)}
      onBlur={() => setActive(null)}
      onClick={pick}
      onKeyDown={handleKey}
    >
      {children}
      <div
        role="option"
        tabIndex={-1}
        id={optionId}
        aria-selected={mark.picked}
        className={shown === null ? styles["idle"] : styles["active"]}
        style={box === null ? undefined : { left: box.x, top: box.y, width: box.width, height: box.height }}
      >
        <span className={styles["spoken"]}>{[mark.title, ...mark.lines.map((line) => line.join(" "))].join("，")}</span>
      </div>
      {shown !== null && box !== null && (
        <ChartTooltip mark={mark} box={box} width={width} hint={isPickable ? hintOf(mark, model) : null} />
      )}
    </div>
  );
}

function hintOf(mark: MarkDescription, model: HitModel): string {
  return mark.picked ? "再次点击取消选择" : model.hint;
}

function isSame(a: MarkPosition | null, b: MarkPosition | null): boolean {
  return a?.panel === b?.panel && a?.row === b?.row && a?.column === b?.column;
}
