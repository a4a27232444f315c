/** How a rule stands at one body. partial: what can be judged holds; none: the rule has no place there. */
export type VerdictKind = "pass" | "partial" | "fail" | "unjudged" | "none";

export interface VerdictCell {
  kind: VerdictKind;
  /** 差 2 · 未2 · 未判; a whole pass is the tick alone. */
  text: string;
  /** 相符 5 处，未判 2 处: for hover and for the ear. */
  detail: string;
}

export interface VerdictRow {
  id: string;
  name: string;
  cells: readonly VerdictCell[];
  /** Failing places of the body. */
  failures: number;
  picked: boolean;
}

export interface VerdictPanel {
  id: string;
  title: string;
  rows: readonly VerdictRow[];
  /** Bodies that fail each rule. */
  failing: readonly string[];
}

/** Bodies × rules: who passes, who fails which. */
export interface VerdictMatrixSeries {
  columns: readonly { id: string; name: string }[];
  panels: readonly VerdictPanel[];
}
