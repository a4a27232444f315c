import { describe, expect, it } from "vitest";
import { fifthRows, freeBoxOf, placePanels, rowsInWindow } from "./panel-layout.ts";

const size = { overhead: 80, minimum: 360, print: false };

describe("placePanels", () => {
  it("stands two panels abreast from 900 px on and one above the other below", () => {
    expect(placePanels([31, 23], { ...size, width: 900 }).places.map((place) => place.x)).toEqual([0, 470]);
    expect(placePanels([31, 23], { ...size, width: 899 }).places.map((place) => place.x)).toEqual([0, 0]);
  });

  it("puts a third class under the shorter column", () => {
    const { places } = placePanels([31, 22, 1], { ...size, width: 1200 });
    expect(places[2]).toMatchObject({ x: 620, y: 22 * 20 + 80 + 24 });
  });

  it("draws 17 px rows in a picture with more than 27 rows, so that it stays on the page", () => {
    expect(placePanels([27], { ...size, width: 562, print: true }).rowHeight).toBe(20);
    expect(placePanels([31], { ...size, width: 562, print: true }).rowHeight).toBe(17);
    expect(placePanels([31], { ...size, width: 562 }).rowHeight).toBe(20);
  });

  it("offers the room under the shorter column", () => {
    const layout = placePanels([31, 23], { ...size, width: 1200 });
    expect(freeBoxOf(layout)).toEqual({ x: 620, y: 564, width: 580, height: 136 });
    expect(freeBoxOf(placePanels([31, 30], { ...size, width: 1200 }))).toBeNull();
  });
});

describe("rowsInWindow", () => {
  const rows = Array.from({ length: 300 }, (_, index) => index);

  it("draws everything without a window", () => {
    expect(rowsInWindow(rows, undefined, 40, 20)).toHaveLength(300);
  });

  it("keeps the place of a row when rows above it are not drawn", () => {
    expect(rowsInWindow(rows, { from: 100, to: 110 }, 40, 20).map(({ index }) => index)).toEqual([
      98, 99, 100, 101, 102, 103, 104, 105, 106, 107,
    ]);
  });

  it("draws nothing of a panel that is far away", () => {
    expect(rowsInWindow(rows, { from: 0, to: 60 }, 6000, 20)).toEqual([]);
  });
});

it("rules off every five rows, never the last", () => {
  expect(fifthRows(23)).toEqual([5, 10, 15, 20]);
  expect(fifthRows(5)).toEqual([]);
});
