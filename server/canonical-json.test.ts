import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

/** What the text means, said with the language's own means: every object copied with its keys in order. */
function byReplacer(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

describe("canonicalJson", () => {
  it("does not depend on the order of keys, at any depth", () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: "甲" })).toBe('{"a":"甲","b":[{"c":null,"d":1}]}');
  });

  it("leaves out what is undefined, and keeps its place in a list", () => {
    expect(canonicalJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}');
  });

  it("loses no key, whatever its name", () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });

  it("orders whole numbers by size", () => {
    expect(canonicalJson({ "10": 1, "9": 2, a: 3, "-": 4 })).toBe('{"9":2,"10":1,"-":4,"a":3}');
  });

  it("is the text that digests of published quarters were made of", () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => canonicalJson(value) === byReplacer(value)));
  });
});
