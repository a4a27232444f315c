import { expect, it } from "vitest";
import { toQuarter } from "./quarter.ts";
import { DEFAULT_RULES } from "./rectification.ts";
import { describeCaseProvenance, versionsInQuarters } from "./rectification-provenance.ts";

const V2 = { ...DEFAULT_RULES, ruleVersion: "v2", effectiveFrom: "2026-08-15T00:00:00.000Z" };
const VERSIONS = [DEFAULT_RULES, V2];
const Q2 = toQuarter(2026, 2);
const Q3 = toQuarter(2026, 3);
const Q4 = toQuarter(2026, 4);

it("every figure names the versions of the rules behind its source", () => {
  expect(describeCaseProvenance([], ["v1", "v2"]).source).toBe("错误整改台账 · 尚未导入 · 时限规则 v1、v2");
});

it("a quarter names all versions that were in force in it, oldest first", () => {
  expect(versionsInQuarters([Q2], VERSIONS)).toEqual(["v1"]);
  expect(versionsInQuarters([Q3], VERSIONS)).toEqual(["v1", "v2"]);
  expect(versionsInQuarters([Q4], VERSIONS)).toEqual(["v2"]);
  expect(versionsInQuarters([Q2, Q4], VERSIONS)).toEqual(["v1", "v2"]);
});
