import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPoints } from "./points.ts";
import { inAdministrativeOrder, type Rankable, rankChange, rankGroups, rankUnits } from "./ranking.ts";
import { aUnit } from "./test-builders.ts";

function scored(unitId: string, deduction: number): Rankable {
  return { unitId, state: "scored", countedDeduction: toPoints(deduction) };
}

const units = ["a", "b", "c", "d", "e"].map((id, index) => aUnit({ id, order: index + 1 }));

function ranks(scores: Rankable[], first: "fewest" | "most") {
  return rankUnits(scores, units, first)[0]?.rows.map((row) => [row.unit.id, row.rank]);
}

describe("ranks", () => {
  it("怀远: equal points share a rank and the next rank is skipped (1-1-3)", () => {
    const scores = [scored("a", 3), scored("b", 1), scored("c", 1), scored("d", 5)];
    expect(ranks(scores, "fewest")).toEqual([
      ["b", 1],
      ["c", 1],
      ["a", 3],
      ["d", 4],
    ]);
  });

  it("puts the most points first when asked", () => {
    expect(ranks([scored("a", 3), scored("b", 1), scored("c", 3)], "most")).toEqual([
      ["a", 1],
      ["c", 1],
      ["b", 3],
    ]);
  });

  it("closes the list with 否决 and then 未检, both unranked", () => {
    const scores: Rankable[] = [
      { unitId: "a", state: "missed", countedDeduction: 0 },
      { unitId: "b", state: "vetoed", countedDeduction: toPoints(1) },
      scored("c", 9),
      { unitId: "d", state: "vetoed", countedDeduction: toPoints(8) },
      scored("e", 1),
    ];
    const closing = [
      ["b", null],
      ["d", null],
      ["a", null],
    ];
    expect(ranks(scores, "fewest")).toEqual([["e", 1], ["c", 2], ...closing]);
    expect(ranks(scores, "most")).toEqual([["c", 1], ["e", 2], ...closing]);
  });

  it("keeps the ranks in the fixed administrative order", () => {
    const rows = rankUnits([scored("a", 3), scored("b", 1)], units, "fewest")[0]?.rows ?? [];
    expect(inAdministrativeOrder(rows).map((row) => [row.unit.id, row.rank])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });

  it("counts a move to the front as positive and says nothing about an unranked quarter", () => {
    expect([rankChange(3, 5), rankChange(5, 3), rankChange(1, null), rankChange(null, 1)]).toEqual([2, -2, null, null]);
  });

  it("never depend on the order of the input, and are 1 + the units strictly ahead", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }), (deductions) => {
        const scores = deductions.map((points, index) => scored(units[index]?.id ?? "", points));
        const rows = rankUnits(scores, units, "fewest")[0]?.rows ?? [];
        expect(rankUnits([...scores].reverse(), [...units].reverse(), "fewest")[0]?.rows ?? []).toEqual(rows);
        for (const row of rows) {
          const ahead = scores.filter((score) => score.countedDeduction < row.score.countedDeduction).length;
          expect(row.rank).toBe(ahead + 1);
        }
      }),
    );
  });
});

describe("rank groups", () => {
  it("rank the office with the departments and the townships apart", () => {
    const mixed = [
      aUnit({ id: "town", kind: "township", order: 3 }),
      aUnit({ id: "office", kind: "office", order: 1 }),
      aUnit({ id: "bureau", order: 2 }),
    ];
    const groups = rankUnits([scored("town", 1), scored("office", 1), scored("bureau", 2)], mixed, "fewest");
    expect(groups.map((entry) => [entry.group.label, entry.rows.map((row) => [row.unit.id, row.rank])])).toEqual([
      [
        "部门",
        [
          ["office", 1],
          ["bureau", 2],
        ],
      ],
      ["镇街", [["town", 1]]],
    ]);
  });

  it("name the class only on a side that has more than one", () => {
    const mixed = [
      aUnit({ id: "a", class: "二类", order: 2 }),
      aUnit({ id: "b", class: "一类", order: 1 }),
      aUnit({ id: "c", class: "三类", kind: "township", order: 3 }),
    ];
    expect(rankGroups(mixed).map((group) => group.label)).toEqual(["部门 · 一类", "部门 · 二类", "镇街"]);
  });
});
