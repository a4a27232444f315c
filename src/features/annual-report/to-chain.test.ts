import { expect, it } from "vitest";
import { PUBLISHED_REPORTS, publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { describeChain, toChain } from "./to-chain.ts";

const pingtan = PUBLISHED_REPORTS.map(({ report }) => report)
  .filter(({ bodyId, year }) => bodyId === "pingtan" && year >= 2022)
  .sort((a, b) => a.year - b.year);

it("平潭 2022→2023→2024 is held together in each of the seven columns", () => {
  const chain = toChain(pingtan);
  expect(chain.map(({ column }) => column)).toHaveLength(7);
  const total = chain.find(({ column }) => column === "total");
  expect(total?.links.map(({ year, left, taken, result }) => [year, left.text, taken.text, result.verdict])).toEqual([
    [2023, "0", "0", "pass"],
    [2024, "0", "0", "pass"],
  ]);
  expect(describeChain(chain)).toBe("2022 年至 2024 年逐年相接，7 列 14 处无断链。");
});

it("names the year and the column of a broken link", () => {
  const [first, second, ...rest] = pingtan;
  if (first === undefined || second === undefined) throw new Error("two years needed");
  const cells = { ...second.cells, "t3.carriedOver.commercial": "9" };
  expect(describeChain(toChain([first, { ...second, cells }, ...rest]))).toMatch(
    /^1 处断链：2022→2023 年商业企业列。$/,
  );
});

it("says what cannot be judged", () => {
  expect(describeChain(toChain([publishedReport("tongnan-office", 2024)]))).toBe(
    "没有相邻两年的报告，不能判定是否相接。",
  );
  const [first, second] = pingtan;
  if (first === undefined || second === undefined) throw new Error("two years needed");
  const cells = { ...second.cells, "t3.carriedOver.research": "" };
  expect(describeChain(toChain([first, { ...second, cells }]))).toBe("2022 年至 2023 年：6 处相接，1 处不能判定。");
});
