import type { ComponentType } from "react";
import type { ChartHeight, ChartProps, MarkFill } from "./chart.ts";
import type { MergedGrid } from "./merged-grid.ts";

/** Entry of a legend; the order is that of the stack. */
export type LegendItem =
  | { kind: "fill"; label: string; fill: MarkFill }
  | { kind: "ramp"; label: string; step: 1 | 2 | 3 | 4 | 5 | 6 }
  /** Limit nearly used up, rest of a limit, tick of a due moment. */
  | { kind: "soon" | "rest" | "dueTick"; label: string }
  /** ±0.5 band, hatch, dashed cell, outline of last period, dash of "not applicable", a digit 0. */
  | { kind: "band" | "hatch" | "dashed" | "outline" | "dash" | "zero"; label: string }
  /** Words only: 单元格为扣分（分）： */
  | { kind: "text"; label: string };

/** null prints as —— (not applicable); a text in a number column stands as it is: 未报, 样本少. */
export type FigureCell = string | number | null;

export interface FigureColumn {
  key: string;
  head: string;
  align: "left" | "right";
  /** points: integers in 1/10,000; change: the same with its sign; percent: a ratio of 1. */
  kind: "text" | "number" | "points" | "change" | "percent";
  /** Digits after the point; 1 for points, changes and percent, 0 for numbers. */
  decimals?: number;
}

export interface FigureRow {
  id: string;
  cells: Readonly<Record<string, FigureCell>>;
  /** 合计 and the like, set bold. */
  isTotal?: boolean;
  /** Search part of the address that the row leads to on the page; files do not carry it. */
  to?: string;
}

/** Text alternative of the chart and source of CSV and XLSX. */
export interface FigureTable {
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  /** A table with merged cells; files then follow it instead of columns and rows. */
  grid?: MergedGrid;
}

export type FigureMark = "演示数据" | "草稿" | "推演";

/** Parts of the file name: 2024Q3_各单位扣分_镇街_截至20241008. */
export interface FileStem {
  /** 2024Q3, or 2024Q3-2025Q2. */
  quarters: string;
  subject: string;
  /** 镇街, 全部, 3家; empty leaves it out. */
  scope: string;
  /** ISO time of the data, shown as the date in Asia/Shanghai; null leaves it out. */
  asOf: string | null;
}

/** One picture where a figure is split per class: its own words and its own part of the series. */
export interface FigurePicture<S> {
  /** 镇街: names the menu entry and replaces the scope in the file name. */
  suffix: string;
  title: string;
  finding: string;
  caption: string;
  /** Where the part has fewer kinds of marks, or other denominators, than the whole. */
  legend?: readonly LegendItem[];
  note?: string;
  series: S;
}

/** Words of a figure as a file carries them. */
export interface FigureWords {
  title: string;
  finding: string;
  caption: string;
  note: string;
  source: string;
  marks: readonly FigureMark[];
  /** 2026-10-08 20:41, Shanghai. */
  madeAt: string;
}

/** Everything that a figure shows and that its files are made from; nothing is read back from the screen. */
export interface FigureContent<S> {
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
  pictures?: readonly FigurePicture<S>[];
  /** The figure is a whole A4 page (单位一页纸), so its picture has that format and no other. */
  sheet?: boolean;
  /** 图 3, in pictures only. */
  number?: string;
}
