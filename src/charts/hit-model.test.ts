import { describe, expect, it } from "vitest";
import { cellBox, findCell, type HitModel, moveCell } from "./hit-model.ts";

const columns = [
  { x: 0, width: 10 },
  { x: 10, width: 10 },
];
const model: HitModel = {
  label: "",
  hint: "",
  panels: [
    { x: 0, y: 40, rowHeight: 20, rowCount: 3, columns: () => columns },
    { x: 100, y: 40, rowHeight: 20, rowCount: 2, columns: () => [{ x: 100, width: 50 }] },
  ],
  describe: () => null,
};
const at = (panel: number, row: number, column: number) => ({ panel, row, column });

describe("findCell", () => {
  it("computes the mark under the pointer", () => {
    expect(findCell(model, 15, 65)).toEqual(at(0, 1, 1));
    expect(findCell(model, 120, 79)).toEqual(at(1, 1, 0));
  });

  it("finds nothing in the head, under the last row and between panels", () => {
    expect([findCell(model, 5, 39), findCell(model, 120, 80), findCell(model, 60, 50)]).toEqual([null, null, null]);
  });
});

describe("moveCell", () => {
  it("begins at the first mark", () => expect(moveCell(model, null, "ArrowDown")).toEqual(at(0, 0, 0)));
  it("stops at the last row", () => expect(moveCell(model, at(0, 2, 1), "ArrowDown")).toEqual(at(0, 2, 1)));
  it("goes on to the neighbouring panel at the last column", () =>
    expect(moveCell(model, at(0, 2, 1), "ArrowRight")).toEqual(at(1, 1, 0)));
  it("comes back to the last column", () => expect(moveCell(model, at(1, 0, 0), "ArrowLeft")).toEqual(at(0, 0, 1)));
  it("leaves other keys alone", () => expect(moveCell(model, at(0, 0, 0), "Tab")).toBeNull());
});

it("has no box for a mark that the data has lost", () => {
  expect(cellBox(model, at(0, 3, 0))).toBeNull();
  expect(cellBox(model, at(0, 1, 1))).toEqual({ x: 10, y: 60, width: 10, height: 20 });
});
