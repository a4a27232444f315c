import { cellAnchor } from "./cell-anchor.ts";

export function markAnchor(offset: number): string {
  return `text-mark-${offset}`;
}

export function rowAnchor(offset: number): string {
  return `text-row-${offset}`;
}

/** Brings a place of the page into sight and gives it the focus; false when it is not on the page. */
export function leadTo(anchor: string): boolean {
  const element = document.getElementById(anchor);
  if (element === null) return false;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
  return true;
}

const LED = "data-led";

/** Lights up the cells of a number and leads to the first; false when none of them stands on the page. */
export function leadToCells(ids: readonly string[]): boolean {
  dimCells();
  const cells = ids.map((id) => document.getElementById(cellAnchor(id))).filter((cell) => cell !== null);
  for (const cell of cells) cell.setAttribute(LED, "");
  const [first] = cells;
  return first !== undefined && leadTo(first.id);
}

/** Puts out what `leadToCells` lit. */
export function dimCells(): void {
  for (const cell of document.querySelectorAll(`[${LED}]`)) cell.removeAttribute(LED);
}
