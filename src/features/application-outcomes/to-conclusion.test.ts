import { expect, it } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { checkApplications } from "#domain/reconciliation.ts";
import { toConclusion } from "./to-conclusion.ts";

function conclusion(report: AnnualReport, previous: AnnualReport | null = null) {
  return toConclusion(report, previous, checkApplications(report, previous));
}

it("concludes 潼南 2024 from its own numbers", () => {
  expect(conclusion(publishedReport("tongnan-office", 2024)).clauses.join("")).toBe(
    "2024 年应办 24 件，办结 23 件，结转下年度 1 件；表三各等式全部相符。",
  );
});

it("names the base of each change, and takes more applications neither for good nor for bad", () => {
  const { figures } = conclusion(publishedReport("suqian", 2024), publishedReport("suqian", 2023));
  expect(
    figures.map((figure) => [figure.value, figure.changes[0]?.text ?? figure.basis, figure.changes[0]?.meaning]),
  ).toEqual([
    ["3,525", "较 2023 年 +14", "same"],
    ["121", "较 2023 年 +25", "same"],
    ["3,521", "较 2023 年 +35", "same"],
    ["125", "较 2023 年 +4", "same"],
    ["0", "判定 46 处", undefined],
  ]);
});

it("says which sums are wrong", () => {
  const { clauses, figures } = conclusion(publishedReport("pingtan", 2020));
  expect(clauses.at(-1)).toBe("表三 2 处不平：R2 自然人列、总计列。");
  expect(figures.at(-1)).toMatchObject({ value: "2", unit: "处不平", basis: "R2 自然人列、总计列", isFault: true });
});

it("says what is not judged because cells are blank", () => {
  expect(conclusion(publishedReport("shanghai-office", 2019)).clauses.at(-1)).toMatch(
    /^表三可判定的 2 处等式相符，\d+ 处因未报不判定。$/,
  );
});
