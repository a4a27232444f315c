import { describe, expect, it } from "vitest";
import type { AnnualReport } from "#domain/annual-report.ts";
import { carryOverChains } from "#domain/carry-over-chain.ts";
import { APPLICANT_COLUMNS } from "#domain/outcome.ts";
import { aUnit } from "#domain/test-builders.ts";
import { describeChains } from "./describe-chains.ts";
import { groupChains, toChainMatrix, toChainTable, yearsShown } from "./to-chain-matrix.ts";

function aYear(bodyId: string, year: number, figures: { taken?: number; left?: number; own?: Record<string, string> }) {
  const cells = Object.fromEntries(
    APPLICANT_COLUMNS.flatMap((column) => [
      [`t3.carriedOver.${column}`, String(figures.taken ?? 0)],
      [`t3.carriedForward.${column}`, String(figures.left ?? 0)],
    ]),
  );
  const report: AnnualReport = { bodyId, bodyName: bodyId, level: "unit", year, form: "2021", cells };
  return { ...report, cells: { ...cells, ...figures.own } };
}

/** 甲局 took over one natural person less than it had left; 乙镇 is whole; 丙镇 began in 2024. */
const REPORTS = [
  aYear("甲局", 2023, {}),
  aYear("甲局", 2024, { left: 1 }),
  aYear("甲局", 2025, { taken: 1, own: { "t3.carriedOver.naturalPerson": "0", "t3.carriedOver.research": "" } }),
  aYear("乙镇", 2023, { left: 2 }),
  aYear("乙镇", 2024, { taken: 2 }),
  aYear("乙镇", 2025, {}),
  aYear("丙镇", 2024, { taken: 4 }),
  aYear("丙镇", 2025, {}),
];
const UNITS = [
  aUnit({ id: "乙镇", kind: "township", order: 1 }),
  aUnit({ id: "丙镇", kind: "township", order: 2 }),
  aUnit({ id: "甲局", kind: "department", order: 3 }),
];
const chains = carryOverChains(REPORTS);
const nameOf = ({ bodyName }: (typeof chains)[number]) => bodyName;
const linkTo = (body: string, year: number) => `?body=${body}&year=${year}`;

describe("chains of several bodies as a chart", () => {
  const years = yearsShown(chains, 2025);
  const series = toChainMatrix(groupChains(chains, UNITS, "points"), { years, nameOf, shownBody: "甲局" });

  it("boxes the exact difference in its column, says what is not judged, and counts bodies under the columns", () => {
    const [department] = series.panels;
    expect(department?.rows[0]).toMatchObject({ name: "甲局", picked: true });
    const [whole, broken] = department?.rows[0]?.spans ?? [];
    expect(whole?.kind === "joined" && whole.cells.every(({ kind }) => kind === "held")).toBe(true);
    const cells = broken?.kind === "joined" ? broken.cells.map(({ kind, text }) => `${kind} ${text}`.trim()) : [];
    expect(cells).toEqual(["broken +1", "held", "unjudged 未", "held", "held", "held", "held"]);
    expect(department?.broken).toEqual([
      ["0", "0", "0", "0", "0", "0", "0"],
      ["1", "0", "0", "0", "0", "0", "0"],
    ]);
  });

  it("a body without the neighbouring year stands above those that hold, and says which year is missing", () => {
    const township = series.panels[1];
    expect(township?.rows.map(({ name }) => name)).toEqual(["丙镇", "乙镇"]);
    expect(township?.rows[0]?.spans[0]).toEqual({
      kind: "alone",
      text: "无法核对：缺 2023 年",
      detail: "没有 2023 年的报告，无法核对；2024 年上年结转 4",
    });
    const inOrder = groupChains(chains, UNITS, "register")[1]?.bodies.map(({ bodyId }) => bodyId);
    expect(inOrder).toEqual(["乙镇", "丙镇"]);
  });
});

it("draws three pairs of years around the chosen one; the table holds all of them", () => {
  const long = carryOverChains([2019, 2020, 2021, 2022, 2023, 2024].map((year) => aYear("甲局", year, {})));
  expect(yearsShown(long, 2024)).toEqual([2022, 2023, 2024]);
  expect(yearsShown(long, 2022)).toEqual([2021, 2022, 2023]);
  expect(yearsShown(long, 2019)).toEqual([2020, 2021, 2022]);
  expect(yearsShown(carryOverChains([aYear("甲局", 2024, {})]), 2024)).toEqual([]);
  expect(toChainTable(groupChains(long, UNITS, "points"), nameOf, linkTo).rows).toHaveLength(5);
});

it("the table has the difference as a number, both totals, the place in words and the way to the form", () => {
  const { rows } = toChainTable(groupChains(chains, UNITS, "points"), nameOf, linkTo);
  expect(rows.find(({ id }) => id === "甲局 2025")).toMatchObject({
    to: "?body=甲局&year=2025",
    cells: {
      verdict: "断链 1 列，未判 1 列",
      naturalPerson: 1,
      research: "未判",
      total: 0,
      left: 1,
      taken: 1,
      why: expect.stringContaining("自然人列：2024 年结转下年度 1，上年结转 0，差 +1"),
    },
  });
  expect(rows.find(({ id }) => id === "丙镇 2024")?.cells).toMatchObject({
    verdict: "无法核对",
    why: "缺 2023 年报告",
    total: "无法核对",
    left: "无报告",
    taken: 4,
  });
});

describe("the finding", () => {
  it("names bodies, years and columns that differ, and the bodies that nobody could check", () => {
    expect(describeChains(chains, nameOf)).toBe(
      "可核对的 3 家 35 处中 33 处相接；断链 1 家 1 处：甲局 2024→2025 年自然人 +1；1 处空白或“——”未判；无法核对 1 家：丙镇（缺 2023 年）。",
    );
  });

  it("says so where all hold, and where nothing can be checked", () => {
    const whole = chains.filter(({ bodyId }) => bodyId === "乙镇");
    expect(describeChains(whole, nameOf)).toBe("可核对的 1 家 14 处全部相接。");
    expect(describeChains(carryOverChains([aYear("甲局", 2024, {})]), nameOf)).toBe(
      "没有相邻两年的报告，一处也不能核对；无法核对 1 家：甲局（只有一年报告）。",
    );
  });
});
