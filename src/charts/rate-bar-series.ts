/** One unit or quarter: the share as a bar on a track to 100 %, the missed part in red. */
export interface RateBarRow {
  id: string;
  name: string;
  /** 0 to 1; null for a base too small for a rate, or none. */
  share: number | null;
  /** 77.8%, 样本少 or —— */
  rateText: string;
  /** 7/9 */
  countText: string;
  /** 2 for open cases past due, beside the rate and not in it; empty without any. */
  openOverdueText: string;
  picked: boolean;
}

export interface RateBarSeries {
  rows: readonly RateBarRow[];
  /** 按时/到期, over the counts. */
  countHead: string;
  /** Leaves the right third to the page's own list where the plot is wide. */
  hasList: boolean;
}
