import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnualReport } from "./annual-report.ts";
import { type BodyChain, carryOverChains, summarizeChains } from "./carry-over-chain.ts";
import { publishedReport } from "./fixtures/published-annual-reports.ts";
import { APPLICANT_COLUMNS } from "./outcome.ts";
import type { ReportNote } from "./report-note.ts";

const pingtan = [2022, 2023, 2024].map((year) => publishedReport("pingtan", year));

/** A report that says of table 三 only what the chain needs: taken over, and left, the same in each column. */
function aYear(bodyId: string, year: number, taken: string, left: string): AnnualReport {
  const cells = Object.fromEntries(
    APPLICANT_COLUMNS.flatMap((column) => [
      [`t3.carriedOver.${column}`, taken],
      [`t3.carriedForward.${column}`, left],
    ]),
  );
  return { bodyId, bodyName: `${bodyId}局`, level: "unit", year, form: "2021", cells };
}

function stepsOf(chains: readonly BodyChain[], bodyId: string) {
  return chains.find((chain) => chain.bodyId === bodyId)?.steps ?? [];
}

describe("R5 over years and bodies", () => {
  it("平潭 2022→2023→2024 is held together in each of the seven columns", () => {
    const [chain] = carryOverChains(pingtan);
    expect(chain?.steps.map(({ kind, year }) => [kind, year])).toEqual([
      ["joined", 2023],
      ["joined", 2024],
    ]);
    expect(summarizeChains(carryOverChains(pingtan))).toMatchObject({ held: 14, broken: [], unjudged: 0, alone: [] });
  });

  it("names body, year and column of a difference, exactly: 结转下年度 − 上年结转", () => {
    const [first, second, third] = pingtan as [AnnualReport, AnnualReport, AnnualReport];
    const cells = { ...second.cells, "t3.carriedOver.commercial": "9" };
    const { broken, held } = summarizeChains(carryOverChains([first, { ...second, cells }, third, ...twoYears()]));
    expect(
      broken.map(({ bodyName, year, column, left, taken, result }) => [
        bodyName,
        year,
        column,
        left.text,
        taken.text,
        result.difference,
      ]),
    ).toEqual([[first.bodyName, 2023, "commercial", "0", "9", -9]]);
    expect(held).toBe(13 + 7);
  });

  it("a body without the neighbouring year is named with the year it lacks, and counts as no pass", () => {
    const chains = carryOverChains([...twoYears(), aYear("丙", 2024, "2", "0"), aYear("丁", 2023, "0", "3")]);
    expect(stepsOf(chains, "丙")).toEqual([
      { kind: "alone", year: 2024, missing: 2023, left: null, taken: { value: 2, text: "2" } },
    ]);
    expect(stepsOf(chains, "丁")).toEqual([
      { kind: "alone", year: 2024, missing: 2024, left: { value: 3, text: "3" }, taken: null },
    ]);
    expect(summarizeChains(chains)).toMatchObject({
      held: 7,
      alone: [
        { bodyName: "丙局", missing: [2023] },
        { bodyName: "丁局", missing: [2024] },
      ],
    });
  });

  it("a year in between that was never reported joins nothing; years on both sides of it stay unchecked", () => {
    const chains = carryOverChains([aYear("甲", 2022, "0", "1"), aYear("甲", 2024, "1", "0")]);
    expect(stepsOf(chains, "甲").map(({ kind }) => kind)).toEqual(["alone", "alone"]);
    expect(summarizeChains(chains).alone).toEqual([{ bodyName: "甲局", missing: [2023] }]);
  });

  it("a body that had not begun yet has nothing to say of the years before", () => {
    const chains = carryOverChains([...twoYears(), aYear("甲", 2025, "0", "0"), aYear("新", 2025, "0", "0")]);
    expect(stepsOf(chains, "新").map(({ kind }) => kind)).toEqual(["none", "alone"]);
  });

  it("where one year is all there is, every body is unchecked", () => {
    expect(summarizeChains(carryOverChains([aYear("甲", 2024, "0", "0")]))).toEqual({
      held: 0,
      broken: [],
      explained: [],
      unjudged: 0,
      alone: [{ bodyName: "甲局", missing: [] }],
    });
    expect(carryOverChains([])).toEqual([]);
  });

  it("a blank cell is not judged, a difference with a remark is told apart (有说明的除外)", () => {
    const [before, after] = [aYear("甲", 2023, "0", "2"), aYear("甲", 2024, "1", "0")];
    const blank = { ...after, cells: { ...after.cells, "t3.carriedOver.research": "" } };
    const note: ReportNote = {
      id: "k1",
      ruleId: "R5",
      item: "total",
      text: "一件并入另一件办理",
      by: "区政府办公室",
      bodyId: "甲",
      year: 2024,
      sequence: 0,
      at: "2026-02-01T02:00:00.000Z",
    };
    const { broken, explained, unjudged } = summarizeChains(carryOverChains([before, blank], [note]));
    expect([broken.length, unjudged]).toEqual([5, 1]);
    expect(explained.map(({ column, result, note: why }) => [column, result.difference, why?.text])).toEqual([
      ["total", 1, "一件并入另一件办理"],
    ]);
    const ofAnotherYear = { ...note, year: 2023 };
    expect(summarizeChains(carryOverChains([before, after], [ofAnotherYear])).explained).toEqual([]);
  });

  it("any chain whose years take over what was left is whole, and one count moved breaks exactly its link", () => {
    const year = fc.record({ left: fc.nat(50) });
    fc.assert(
      fc.property(
        fc.array(year, { minLength: 2, maxLength: 5 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 9 }),
        (years, at, moved) => {
          const reports = years.map(({ left }, index) =>
            aYear("甲", 2021 + index, String(years[index - 1]?.left ?? 0), String(left)),
          );
          expect(summarizeChains(carryOverChains(reports)).broken).toEqual([]);
          const place = 1 + (at % (years.length - 1));
          const wrong = reports.map((report, index) =>
            index === place
              ? {
                  ...report,
                  cells: {
                    ...report.cells,
                    "t3.carriedOver.total": String((years[place - 1]?.left ?? 0) + moved),
                  },
                }
              : report,
          );
          const { broken } = summarizeChains(carryOverChains(wrong));
          expect(broken.map(({ year: to, column, result }) => [to, column, result.difference])).toEqual([
            [2021 + place, "total", -moved],
          ]);
        },
      ),
    );
  });
});

function twoYears(): AnnualReport[] {
  return [aYear("甲", 2023, "0", "1"), aYear("甲", 2024, "1", "0")];
}
