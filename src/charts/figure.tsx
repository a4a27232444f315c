import type { ComponentType, ReactNode } from "react";
import type { ChartHeight, ChartProps } from "./chart.ts";
import type { FigureMark, FigurePicture, FigureTable, FileStem, LegendItem } from "./figure-spec.ts";

export interface FigureProps<S> {
  /** Value of data-chart on the plot. */
  chartKey: string;
  title: string;
  /** One sentence with its numbers, computed from the data. */
  finding: string;
  /** Filters in words. */
  caption: string;
  legend: readonly LegendItem[];
  note: string;
  /** Source · data as of · rule version. */
  source: string;
  marks: readonly FigureMark[];
  series: S;
  Chart: ComponentType<ChartProps<S>>;
  chartHeight: ChartHeight<S>;
  table: FigureTable;
  fileStem: FileStem;
  /** The data shown is not the data asked for: the plot is dimmed and nothing leaves the page. */
  stale: boolean;
  pictures?: readonly FigurePicture<S>[];
  /** 图 3, in pictures only. */
  number?: string;
  /** Extra controls left of the tabs. */
  actions?: ReactNode;
  /** Under the plot, inside the card: leftover lists of the page. Not in pictures. */
  children?: ReactNode;
  onPick?: (id: string) => void;
}

export function Figure<S>(_props: FigureProps<S>) {
  return null;
}
