/** A link of one applicant column: held, different, different with a remark that says why, or not to be judged. */
export type ChainCellKind = "held" | "broken" | "explained" | "unjudged";

export interface ChainCell {
  kind: ChainCellKind;
  /** −9 · 未; a link that holds is the tick alone. */
  text: string;
  /** 2022年结转下年度 0 件，2023年上年结转 9 件，差 −9: for hover and for the ear. */
  detail: string;
}

/** From one year to the next at one body: a cell per column, one word across all of them, or nothing at all. */
export type ChainSpan =
  | { kind: "joined"; cells: readonly ChainCell[] }
  | { kind: "alone"; text: string; detail: string }
  | { kind: "none" };

export interface ChainRow {
  id: string;
  name: string;
  spans: readonly ChainSpan[];
  picked: boolean;
}

export interface ChainPanel {
  id: string;
  title: string;
  rows: readonly ChainRow[];
  /** Bodies with a difference, per span and column. */
  broken: readonly (readonly string[])[];
}

/** Bodies × (year → next year) × applicant columns: where what was left is not what was taken over. */
export interface ChainMatrixSeries {
  /** 2023→2024, oldest first. */
  spans: readonly { id: string; label: string }[];
  /** `short` stands over the column where `label` finds no room. */
  columns: readonly { id: string; name: string; label: string; short: string }[];
  panels: readonly ChainPanel[];
}
