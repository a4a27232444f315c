import { expect, it } from "vitest";
import { toRowWindow } from "./row-window.ts";

it("draws the rows of the screen and a margin, in steps of twenty", () => {
  expect(toRowWindow(-200, 800, 20)).toEqual({ from: 0, to: 60 });
  expect(toRowWindow(4_010, 800, 20)).toEqual({ from: 180, to: 280 });
});

it("is the same window for small scrolls, so that nothing is drawn again", () => {
  expect(toRowWindow(4_050, 750, 20)).toEqual(toRowWindow(4_010, 750, 20));
});
