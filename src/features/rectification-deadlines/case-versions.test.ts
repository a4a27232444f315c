import { expect, it } from "vitest";
import { DEFAULT_RULES } from "#domain/rectification.ts";
import { versionsOfCases } from "./case-versions.ts";

const V2 = { ...DEFAULT_RULES, ruleVersion: "v2", effectiveFrom: "2026-08-15T00:00:00.000Z" };
const VERSIONS = [DEFAULT_RULES, V2];

it("without cases the version in force is named", () => {
  expect(versionsOfCases([], VERSIONS, "2026-08-14T23:59:59.000Z")).toEqual(["v1"]);
  expect(versionsOfCases([], VERSIONS, "2026-08-15T00:00:00.000Z")).toEqual(["v2"]);
});
