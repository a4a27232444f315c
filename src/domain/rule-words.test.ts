import { expect, it } from "vitest";
import { publishedReport } from "./fixtures/published-annual-reports.ts";
import { checkApplications } from "./reconciliation.ts";
import { describeChecks } from "./rule-words.ts";

it("says which rules balance, which fail and which cannot be judged", () => {
  expect(describeChecks(checkApplications(publishedReport("pingtan", 2020), null))).toBe(
    "R1、R3 全部平衡；2 处不平：R2 自然人列、总计列；R5 有不能判定之处。",
  );
});
