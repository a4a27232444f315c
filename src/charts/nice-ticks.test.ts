import { expect, it } from "vitest";
import { niceTicks } from "./nice-ticks.ts";

it("steps in ones, twos and fives from 0", () => {
  expect(niceTicks(412, 5)).toEqual([0, 100, 200, 300, 400]);
  expect(niceTicks(0.6, 4)).toEqual([0, 0.2, 0.4, 0.6]);
});

it("has no halves of a unit that is counted", () => expect(niceTicks(2, 8)).toEqual([0, 1, 2]));
it("survives an empty axis", () => expect(niceTicks(0, 5)).toEqual([0]));
