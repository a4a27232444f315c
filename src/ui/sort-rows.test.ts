import { describe, expect, it } from "vitest";
import { nextSort, sortRows } from "./sort-rows.ts";

describe("sortRows", () => {
  const rows = [
    { id: "a", points: 1 },
    { id: "b", points: null },
    { id: "c", points: 3 },
    { id: "d", points: 1 },
  ];
  const ids = (direction: "ascending" | "descending") =>
    sortRows(rows, (row) => row.points, direction).map((row) => row.id);

  it("keeps rows without a value last in both directions, and ties in their fixed order", () => {
    expect(ids("ascending")).toEqual(["a", "d", "c", "b"]);
    expect(ids("descending")).toEqual(["c", "a", "d", "b"]);
  });
});

describe("nextSort", () => {
  it("goes largest, smallest, fixed order", () => {
    const first = nextSort(null, "points");
    const second = nextSort(first, "points");
    expect([first?.direction, second?.direction, nextSort(second, "points")]).toEqual([
      "descending",
      "ascending",
      null,
    ]);
  });
});
