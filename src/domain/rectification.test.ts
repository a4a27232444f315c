import { expect, it } from "vitest";
import { DEFAULT_RULES, describeLimit, freezeTerms, limitSchema, rulesAt } from "./rectification.ts";

it("gives 严重 24 hours and 一般 48 hours unless the rules say otherwise", () => {
  const { serious, general } = freezeTerms(DEFAULT_RULES).limits;
  expect([serious, general].map(describeLimit)).toEqual(["24 小时（自然时间）", "48 小时（自然时间）"]);
});

it("takes the latest rules that had begun at the moment, whatever order they are listed in", () => {
  const newer = { ...DEFAULT_RULES, ruleVersion: "v2", effectiveFrom: "2026-01-01T00:00:00Z" };
  const rules = [newer, DEFAULT_RULES];
  expect(rulesAt(rules, "2025-12-31T23:59:59Z").ruleVersion).toBe("v1");
  expect(rulesAt(rules, "2026-01-01T00:00:00Z").ruleVersion).toBe("v2");
  expect(rulesAt(rules, "2020-01-01T00:00:00Z").ruleVersion).toBe("v1");
});

it("knows four shapes of limit and no other", () => {
  const shapes = [
    { kind: "workingDays", days: 7 },
    { kind: "fixedDate", date: "2026-10-20" },
    { kind: "immediately" },
  ] as const;
  expect(shapes.map(describeLimit)).toEqual(["7 个工作日", "2026-10-20 前", "立即"]);
  expect(limitSchema.safeParse({ kind: "workingDays", days: 0 }).success).toBe(false);
  expect(limitSchema.safeParse({ kind: "elapsedHours", hours: 1.5 }).success).toBe(false);
});
