import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPoints } from "./points.ts";
import type { Scheme } from "./scheme.ts";
import { applyChanges, onlyDifferences, readChanges, type SchemeChange, writeChanges } from "./scheme-draft.ts";
import { anIndicator, aScheme } from "./test-builders.ts";

const id = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.length <= 20);
const value = fc.integer({ min: 0, max: 10_000_000 });
const change: fc.Arbitrary<SchemeChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom("points", "each", "weight"), id, value }),
  fc.record({ kind: fc.constant("cap" as const), id, value: fc.constantFrom("indicator", "parent", "none") }),
  fc.record({ kind: fc.constant("edge" as const), id, level: fc.integer({ min: 1, max: 6 }), value }),
) as fc.Arbitrary<SchemeChange>;

describe("a draft in the address", () => {
  it("is a version and the numbers that differ, short enough to read", () => {
    const changes: SchemeChange[] = [
      { kind: "points", id: "links", value: toPoints(3) },
      { kind: "edge", id: "一类", level: 1, value: toPoints(2.5) },
      { kind: "cap", id: "links", value: "none" },
    ];
    expect(writeChanges(changes)).toBe("1;c:links:n;t:一类.1:2.5;p:links:3");
    expect(writeChanges([])).toBe("");
  });

  it("comes back as it went, whatever the ids are made of", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const text = writeChanges(changes);
        const { value: read, ignored } = readChanges(text);
        expect(ignored).toEqual([]);
        expect(writeChanges(read)).toBe(text);
        for (const entry of read) expect(changes).toContainEqual(entry);
      }),
    );
  });

  it("takes an edge of any name, a line break in it too", () => {
    const changes: SchemeChange[] = [{ kind: "edge", id: "一类\n甲.2", level: 1, value: 0 }];
    expect(readChanges(writeChanges(changes))).toEqual({ value: changes, ignored: [] });
  });

  it("never throws, and names what means nothing", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value: read, ignored } = readChanges(text);
        expect(read.length > 0 || ignored.length > 0 || text === "" || text === "1").toBe(true);
      }),
    );
  });

  it.each([
    "2;p:links:3",
    "1;p:links:-3",
    "1;p:links:1e9",
    "1;p:links:99999",
    "1;p:links:0.00001",
    "1;p::3",
    "1;x:links:3",
    "1;t:一类.9:2",
    "1;c:links:z",
    "1;p:links:3:4",
    "1;__proto__:1:1",
  ])("ignores %s", (text) => {
    const { value: read, ignored } = readChanges(text);
    expect([read, ignored.length]).toEqual([[], 1]);
  });
});

const tiers = [
  { level: 1, name: "一档", lower: null, upper: { value: toPoints(2), inclusive: true }, qualified: true },
  {
    level: 2,
    name: "二档",
    lower: { value: toPoints(2), inclusive: false },
    upper: { value: toPoints(5), inclusive: true },
    qualified: true,
  },
  { level: 3, name: "三档", lower: { value: toPoints(5), inclusive: false }, upper: null, qualified: false },
];
const scheme: Scheme = aScheme({
  tierBasis: "deduction",
  classTiers: [{ unitClass: "一类", tiers }],
  indicators: [anIndicator({ points: toPoints(100) }), anIndicator({ id: "v", effect: "veto" })],
});

describe("a draft on a scheme", () => {
  it("moves an edge as the end of one tier and the beginning of the next, its side kept", () => {
    const { scheme: draft } = applyChanges(scheme, [{ kind: "edge", id: "一类", level: 1, value: toPoints(3) }]);
    expect(draft.classTiers[0]?.tiers.map((tier) => [tier.lower, tier.upper])).toEqual([
      [null, { value: toPoints(3), inclusive: true }],
      [
        { value: toPoints(3), inclusive: false },
        { value: toPoints(5), inclusive: true },
      ],
      [{ value: toPoints(5), inclusive: false }, null],
    ]);
  });

  it.each<[string, SchemeChange]>([
    ["an indicator that is not there", { kind: "points", id: "x", value: 1 }],
    ["a group that is not there", { kind: "weight", id: "x", value: 1 }],
    ["a class that has no tiers", { kind: "edge", id: "二类", level: 1, value: 1 }],
    ["an edge behind the last tier", { kind: "edge", id: "一类", level: 3, value: toPoints(9) }],
    ["an edge beyond the next one", { kind: "edge", id: "一类", level: 1, value: toPoints(6) }],
    ["points for a veto", { kind: "points", id: "v", value: 1 }],
    ["a price of nothing", { kind: "each", id: "i1", value: 0 }],
    ["a parent's cap without a parent", { kind: "cap", id: "i1", value: "parent" }],
  ])("refuses %s and stays as it was", (_, entry) => {
    expect(applyChanges(scheme, [entry])).toEqual({ scheme, refused: [entry] });
  });

  it("takes the other changes all the same", () => {
    const good: SchemeChange = { kind: "weight", id: "g1", value: toPoints(90) };
    const { scheme: draft, refused } = applyChanges(scheme, [good, { kind: "points", id: "x", value: 1 }]);
    expect([draft.groups[0]?.weight, refused.length]).toEqual([toPoints(90), 1]);
  });

  it("leaves out what the scheme says anyway", () => {
    const same: SchemeChange = { kind: "points", id: "i1", value: toPoints(100) };
    expect(onlyDifferences(scheme, [same, { kind: "cap", id: "i1", value: "indicator" }])).toEqual([]);
    expect(onlyDifferences(scheme, [{ ...same, value: toPoints(90) }])).toHaveLength(1);
  });
});
