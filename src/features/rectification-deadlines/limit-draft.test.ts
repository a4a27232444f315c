import { expect, it } from "vitest";
import { type LimitDraft, RULES_DRAFT, toLimit } from "./limit-draft.ts";

const draft = (changes: Partial<LimitDraft>) => toLimit({ ...RULES_DRAFT, ...changes });

it("leaves the limit to the rules unless the notice sets its own", () => {
  expect(draft({})).toBeNull();
  expect(draft({ choice: "elapsedHours", amount: "12" })).toEqual({ kind: "elapsedHours", hours: 12 });
  expect(draft({ choice: "workingDays", amount: "3" })).toEqual({ kind: "workingDays", days: 3 });
  expect(draft({ choice: "fixedDate", date: "2026-11-20" })).toEqual({ kind: "fixedDate", date: "2026-11-20" });
  expect(draft({ choice: "immediately" })).toEqual({ kind: "immediately" });
});

it("is no limit yet while a field is empty or out of range", () => {
  expect(draft({ choice: "elapsedHours" })).toBeUndefined();
  expect(draft({ choice: "workingDays", amount: "251" })).toBeUndefined();
  expect(draft({ choice: "fixedDate", date: "2026-02-30" })).toBeUndefined();
});
