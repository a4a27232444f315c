import { type ReactNode, Suspense, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { CHART_ROW } from "./chart.ts";
import styles from "./figure.module.css";
import { FigureAside } from "./figure-aside.tsx";
import { useDeckSlide } from "./figure-deck.ts";
import { FigureExport, FigurePanel, RefreshMark } from "./figure-frame.tsx";
import { FigureLegend } from "./figure-legend.tsx";
import type { FigureContent } from "./figure-spec.ts";
import { FigureTableView, type RowLink } from "./figure-table-view.tsx";
import { FigureTabs, type FigureView } from "./figure-tabs.tsx";
import type { Box } from "./hit-model.ts";
import { screenPalette } from "./palette.ts";
import { useRowWindow } from "./row-window.ts";
import { usePlotWidth } from "./use-plot-width.ts";

export interface FigureProps<S> extends FigureContent<S> {
  /** The data shown is not the data asked for: the plot is dimmed and nothing leaves the page. */
  stale?: boolean;
  /** Extra controls left of the tabs. */
  actions?: ReactNode;
  /** The page's own lists, not in pictures. They stand under the plot, or in the free box where they fit it. */
  children?: ReactNode;
  /** Room that a shorter panel leaves: rankedBarFreeBox. */
  freeBox?: (series: S, width: number) => Box | null;
  onPick?: (id: string) => void;
  /** Makes a link of the name of a table row that leads somewhere; its identity must be steady. */
  linkRow?: RowLink;
}

/** Card of one figure: the words belong to the frame, the plot and the table are two views of one series. */
export function Figure<S>(props: FigureProps<S>) {
  const { title, finding, caption, note, source, marks, table, stale = false, actions, children } = props;
  const id = useId();
  const [view, setView] = useState<FigureView>("chart");
  const element = useRef<HTMLElement>(null);
  useDeckSlide(element, props);
  return (
    <figure
      ref={element}
      className={styles["figure"]}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-finding`}
    >
      <div className={styles["head"]}>
        <h2 id={`${id}-title`}>{title}</h2>
        <div className={styles["controls"]}>
          <RefreshMark stale={stale} />
          {actions}
          <FigureTabs id={id} view={view} onChange={setView} />
          <FigureExport content={props} stale={stale} />
        </div>
      </div>
      <p id={`${id}-finding`} className={styles["finding"]}>
        {finding}
      </p>
      <FigurePanel id={id} view={view} stale={stale}>
        {view === "chart" ? (
          <>
            <FigureLegend items={props.legend} />
            <Plot {...props} />
          </>
        ) : (
          <>
            <FigureTableView title={title} caption={caption} table={table} linkRow={props.linkRow} />
            <FigureAside box={null}>{children}</FigureAside>
          </>
        )}
      </FigurePanel>
      <div className={styles["foot"]}>
        {note !== "" && <p>{note}</p>}
        <p>来源：{[source, ...marks].join(" · ")}</p>
      </div>
    </figure>
  );
}

/** Measured box of the chart; it keeps its height while a chart loads, so nothing jumps. */
function Plot<S>({ chartKey, series, Chart, chartHeight, onPick, freeBox, children }: FigureProps<S>) {
  const ref = useRef<HTMLDivElement>(null);
  const width = usePlotWidth(ref);
  const height = useMemo(() => (width === 0 ? 0 : chartHeight(series, width)), [chartHeight, series, width]);
  const rows = useRowWindow(ref, CHART_ROW, Math.ceil(height / CHART_ROW));
  const box = freeBox === undefined || width === 0 ? null : freeBox(series, width);
  const pick = useSteadyPick(onPick);
  // The same element while nothing of it changed: a frame that only dims does not draw its chart again.
  const chart = useMemo(
    () => <Chart series={series} width={width} palette={screenPalette} rows={rows} onPick={pick} />,
    [Chart, series, width, rows, pick],
  );
  return (
    <div className={styles["stage"]}>
      <div ref={ref} data-chart={chartKey} className={styles["plot"]} style={{ minHeight: height }}>
        {width > 0 && <Suspense fallback={<div className={styles["loading"]} style={{ height }} />}>{chart}</Suspense>}
      </div>
      <FigureAside box={box}>{children}</FigureAside>
    </div>
  );
}

/** One function for the life of the plot that calls the latest `onPick`; undefined where nothing can be picked. */
function useSteadyPick(onPick: ((id: string) => void) | undefined): ((id: string) => void) | undefined {
  const latest = useRef(onPick);
  useLayoutEffect(() => {
    latest.current = onPick;
  });
  const steady = useCallback((id: string) => latest.current?.(id), []);
  return onPick === undefined ? undefined : steady;
}
