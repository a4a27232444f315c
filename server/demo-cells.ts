/** Printed cells of the tables 二, 三, 四 by cell id. */
export type Cells = Record<string, string>;

/** What a unit without such business prints. */
export const DASH = "——";

const AMOUNT = "t2.administrativeFees.amount";

/** Hundredths keep the sum of decimal amounts exact. */
function hundredths(text: string): number {
  return Math.round(Number(text) * 100);
}

function isCounted(text: string | undefined): text is string {
  return text !== undefined && text !== "" && text !== DASH;
}

/** Adds tables cell by cell; blanks and dashes add nothing. */
export function addCells(tables: readonly Cells[]): Cells {
  const sums = new Map<string, number>();
  for (const table of tables)
    for (const [cell, text] of Object.entries(table))
      sums.set(cell, (sums.get(cell) ?? 0) + (isCounted(text) ? hundredths(text) : 0));
  return Object.fromEntries(
    [...sums].map(([cell, sum]) => [cell, cell === AMOUNT ? (sum / 100).toFixed(2) : String(sum / 100)]),
  );
}
