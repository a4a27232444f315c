import { type MergedGrid, type PlacedCell, placeCells } from "#charts/merged-grid.ts";

const STEP: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next figure for a key: along the row or the column, across heads and labels; null where there is none. */
export function moveInGrid(grid: MergedGrid, from: string | null, key: string): string | null {
  const figures = placeCells(grid).filter(({ cell }) => cell.role === "figure");
  const here = figures.find(({ cell }) => cell.key === from);
  if (here === undefined) return null;
  if (key === "Home" || key === "End") {
    const row = figures.filter((place) => place.row === here.row);
    return row.at(key === "Home" ? 0 : -1)?.cell.key ?? null;
  }
  const step = STEP[key];
  if (step === undefined) return null;
  const [down, right] = step;
  const found = figures
    .filter((place) => (down === 0 ? isBeside(here, place, right) : isAbove(here, place, down)))
    .sort((a, b) => distance(here, a) - distance(here, b))[0];
  return found?.cell.key ?? null;
}

function isBeside(here: PlacedCell, place: PlacedCell, right: number): boolean {
  return place.row === here.row && Math.sign(place.column - here.column) === right;
}

/** A figure that covers the column counts, whatever its width. */
function isAbove(here: PlacedCell, place: PlacedCell, down: number): boolean {
  const covers = place.column <= here.column && here.column < place.column + place.cell.colSpan;
  return covers && Math.sign(place.row - here.row) === down;
}

function distance(here: PlacedCell, place: PlacedCell): number {
  return Math.abs(place.row - here.row) + Math.abs(place.column - here.column);
}
