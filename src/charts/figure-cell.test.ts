import { expect, it } from "vitest";
import { formatCell, plainCell } from "./figure-cell.ts";
import type { FigureColumn } from "./figure-spec.ts";

const column = (kind: FigureColumn["kind"]): FigureColumn => ({ key: "k", head: "", align: "right", kind });

it("prints 0, not applicable and not reported as three different things", () => {
  expect([0, null, "未报"].map((cell) => formatCell(cell, column("points")))).toEqual(["0.0", "——", "未报"]);
});

it("prints points, percent and counts each in its own way, with a true minus", () => {
  expect(formatCell(-6_000, column("points"))).toBe("−0.6");
  expect(formatCell(6_000, column("change"))).toBe("+0.6");
  expect(formatCell(0.359, column("percent"))).toBe("35.9%");
  expect(formatCell(1_234_567, column("number"))).toBe("1,234,567");
});

it("stores points in points, not in ten-thousandths", () => expect(plainCell(98_000, column("points"))).toBe(9.8));
