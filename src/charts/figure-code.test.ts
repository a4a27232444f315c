import { expect, it } from "vitest";
import { figureCode } from "./figure-code.ts";

it("gives the same data the same code of twice four hex digits", () => {
  expect(figureCode(["甲", 1])).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect(figureCode(["甲", 1])).toBe(figureCode(["甲", 1]));
});

it("changes with a single number or filter", () => {
  expect(new Set([figureCode([9.8, "镇街"]), figureCode([9.7, "镇街"]), figureCode([9.8, "部门"])]).size).toBe(3);
});
