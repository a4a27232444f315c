/** How often a whole number occurred: cases answered on their twelfth working day. */
export interface HistogramBin {
  value: number;
  /** 12, or 60 以上 for the last bin of a cut axis. */
  label: string;
  onTime: number;
  late: number;
}

/** One kind of case with its own limit; kinds never share bars, because their limits differ. */
export interface HistogramPanel {
  id: string;
  /** 未延期 389 件 */
  title: string;
  weight: 1 | 2;
  bins: readonly HistogramBin[];
  /** The line is named on itself: 法定 20 个工作日. */
  limit: { value: number; label: string } | null;
  /** 超期 4 件, in red beyond the line; empty without any. */
  lateText: string;
}

/** Panels one under the other on one axis from 0 and one scale of counts. */
export interface HistogramSeries {
  panels: readonly HistogramPanel[];
  /** Last value of the axis. */
  maximum: number;
  /** 个工作日, behind the last number of the axis. */
  axisUnit: string;
  /** 件 */
  unit: string;
}
