/** Share of the cases done within so many hours, as a step line. */
export interface StepCurve {
  id: string;
  name: string;
  weight: 1 | 2;
  /** Rising; `share` of 1 is all. */
  steps: readonly { hours: number; share: number }[];
  /** Where the curve meets its limit; null when its limit is not one of hours. */
  limit: {
    hours: number;
    /** 严重 24 小时限 */
    label: string;
    share: number;
    /** 限内 38/41 */
    text: string;
  } | null;
}

export interface StepSeries {
  curves: readonly StepCurve[];
  /** End of the axis; later steps are not drawn. */
  maximum: number;
  /** Hours named on the axis; the chart names as many of them as fit. */
  ticks: readonly number[];
  /** For hover and screen readers, from left to right. */
  readings: readonly { hours: number; title: string; lines: readonly (readonly [string, string])[] }[];
}
