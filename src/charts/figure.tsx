import { type ReactNode, Suspense, useId, useMemo, useRef, useState } from "react";
import { CHART_ROW } from "./chart.ts";
import { ExportMenu } from "./export-menu.tsx";
import styles from "./figure.module.css";
import { FigureLegend } from "./figure-legend.tsx";
import type { FigureContent } from "./figure-spec.ts";
import { FigureTableView } from "./figure-table-view.tsx";
import { FigureTabs, type FigureView } from "./figure-tabs.tsx";
import { screenPalette } from "./palette.ts";
import { useRowWindow } from "./row-window.ts";
import { usePlotWidth } from "./use-plot-width.ts";

export interface FigureProps<S> extends FigureContent<S> {
  /** The data shown is not the data asked for: the plot is dimmed and nothing leaves the page. */
  stale: boolean;
  /** Extra controls left of the tabs. */
  actions?: ReactNode;
  /** The page's own lists. They fill the room that a shorter panel leaves, or stand under the plot. Not in pictures. */
  children?: ReactNode;
  onPick?: (id: string) => void;
}

/** Card of one figure: the words belong to the frame, the plot and the table are two views of one series. */
export function Figure<S>(props: FigureProps<S>) {
  const { title, finding, caption, note, source, marks, table, stale, actions, children } = props;
  const id = useId();
  const [view, setView] = useState<FigureView>("chart");
  return (
    <figure className={styles["figure"]} aria-labelledby={`${id}-title`} aria-describedby={`${id}-finding`}>
      <header className={styles["head"]}>
        <h2 id={`${id}-title`}>{title}</h2>
        <div className={styles["controls"]}>
          {stale && <span className={styles["refreshing"]}>更新中</span>}
          {actions}
          <FigureTabs id={id} view={view} onChange={setView} />
          <ExportMenu content={props} stale={stale} />
        </div>
      </header>
      <p id={`${id}-finding`} className={styles["finding"]}>
        {finding}
      </p>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${view}`}
        aria-busy={stale}
        className={stale ? styles["stale"] : undefined}
      >
        {view === "chart" ? (
          <>
            <FigureLegend items={props.legend} />
            <Plot {...props} />
          </>
        ) : (
          <FigureTableView title={title} caption={caption} table={table} />
        )}
      </div>
      {children}
      <footer className={styles["foot"]}>
        {note !== "" && <p>{note}</p>}
        <p>来源：{[source, ...marks].join(" · ")}</p>
      </footer>
    </figure>
  );
}

/** Measured box of the chart; it keeps its height while a chart loads, so nothing jumps. */
function Plot<S>({ chartKey, series, Chart, chartHeight, onPick }: FigureProps<S>) {
  const ref = useRef<HTMLDivElement>(null);
  const width = usePlotWidth(ref);
  const height = useMemo(() => (width === 0 ? 0 : chartHeight(series, width)), [chartHeight, series, width]);
  const rows = useRowWindow(ref, CHART_ROW, Math.ceil(height / CHART_ROW));
  return (
    <div ref={ref} data-chart={chartKey} className={styles["plot"]} style={{ minHeight: height }}>
      {width > 0 && (
        <Suspense fallback={<div className={styles["loading"]} style={{ height }} />}>
          <Chart series={series} width={width} palette={screenPalette} rows={rows} onPick={onPick} />
        </Suspense>
      )}
    </div>
  );
}
