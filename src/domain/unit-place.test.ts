import { describe, expect, it } from "vitest";
import { describePlace } from "./unit-place.ts";

const group = { id: "township|二类", side: "township" as const, unitClass: "二类", label: "镇街" };

describe("describePlace", () => {
  it("names the place and the number of ranked units of the class", () =>
    expect(describePlace({ group, rank: 3, of: 23 })).toBe("第 3 / 23"));
  it("has no place for a vetoed or missed unit", () => expect(describePlace({ group, rank: null, of: 22 })).toBe("——"));
});
