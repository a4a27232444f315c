import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, readViews, renamed, type SavedView, without, withView } from "./saved-view-list.ts";

const view = (id: string, name = id): SavedView => ({ id, name, address: "/deductions?quarter=2026Q2" });

describe("readViews", () => {
  it("keeps what it understands and leaves the rest out", () => {
    const stored = JSON.stringify([view("a"), null, 3, { id: "b" }, { ...view("c"), address: "//elsewhere" }]);
    expect(readViews(stored)).toEqual([view("a")]);
  });

  it("never throws, whatever the storage holds", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (stored) => Array.isArray(readViews(stored))));
    expect(readViews(null)).toEqual([]);
    expect(readViews("{broken")).toEqual([]);
  });

  it("reads back what it wrote", () => {
    const views = [view("a"), view("b", "三季度镇街")];
    expect(readViews(JSON.stringify(views))).toEqual(views);
  });
});

describe("the list", () => {
  it("has a name once: saving it again replaces the address and moves it to the front", () => {
    const views = withView([view("a", "镇街"), view("b")], { ...view("c", "镇街"), address: "/units" });
    expect(views.map(({ id, address }) => [id, address])).toEqual([
      ["c", "/units"],
      ["b", view("b").address],
    ]);
  });

  it("renames, also to a name that another one had, and deletes", () => {
    expect(renamed([view("a"), view("b")], "a", "b").map(({ id, name }) => [id, name])).toEqual([["a", "b"]]);
    expect(without([view("a"), view("b")], "a")).toEqual([view("b")]);
  });

  it("takes one line of a name", () => {
    expect(cleanName("  三季度\n镇街\u202e ")).toBe("三季度 镇街");
    expect(cleanName("   ")).toBe("");
    expect(cleanName("长".repeat(90))).toHaveLength(40);
  });
});
