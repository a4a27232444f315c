/** Look of a mark: colour and shape go together, and the word stands beside them. */
export type MarkLook = "square" | "diamond" | "circle" | "triangle" | "ring";

/** A list of remarks, each with its mark, its word, what it is about and what is said. */
export interface MarkListRow {
  id: string;
  look: MarkLook;
  /** 不一致 */
  word: string;
  head: string;
  text: string;
}

export interface MarkListSeries {
  rows: readonly MarkListRow[];
}
