import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnualReport } from "./annual-report.ts";
import { PUBLISHED_REPORTS, publishedReport } from "./fixtures/published-annual-reports.ts";
import { formCells } from "./report-form.ts";
import { PLAUSIBILITY_LIMITS, plausibilityFlags } from "./report-plausibility.ts";

const suqian2023 = publishedReport("suqian", 2023);
const suqian2024 = publishedReport("suqian", 2024);

function blankReport(cells: Record<string, string>): AnnualReport {
  return { bodyId: "a", bodyName: "甲局", level: "unit", year: 2024, form: "2021", cells };
}

const zeros = Object.fromEntries(formCells("2021").map((cell) => [cell.id, "0"]));

describe("copy", () => {
  it("last year's table under this year's head is flagged with the equal figures and their share", () => {
    const copy = { ...suqian2023, year: 2024 };
    const [flag] = plausibilityFlags(copy, { previous: suqian2023 });
    expect(flag?.kind).toBe("copyOfLastYear");
    expect(flag?.message).toMatch(/^与 2023 年的表有 (\d+)\/\1 个非零数相同（100%）/);
    expect(flag?.cells).not.toContain("t3.newReceived.total");
  });

  it("another body's table is flagged by name", () => {
    const copy = { ...suqian2024, bodyId: "copycat", bodyName: "乙局" };
    const [flag] = plausibilityFlags(copy, { others: [suqian2024, copy] });
    expect([flag?.kind, flag?.bodyName]).toEqual(["copyOfOther", "乙局"]);
    expect(flag?.message).toContain("与宿迁市同年的表");
  });

  it("a few equal figures are chance: one application a year is what most units have", () => {
    const one = { ...zeros, "t3.newReceived.naturalPerson": "1", "t3.granted.naturalPerson": "1" };
    const previous = { ...blankReport(one), year: 2023 };
    expect(plausibilityFlags(blankReport(one), { previous }).map((flag) => flag.kind)).toEqual([]);
  });

  it("reports of different years, of the same body or in another form are not compared as others", () => {
    expect(
      plausibilityFlags(suqian2024, { others: [suqian2024, { ...suqian2024, bodyId: "b", year: 2023 }] }).filter(
        (flag) => flag.kind === "copyOfOther",
      ),
    ).toEqual([]);
  });
});

describe("jump", () => {
  it("平潭 2024 against 2023: applications nearly tripled, and what more than tripled is named with both numbers", () => {
    const flags = plausibilityFlags(publishedReport("pingtan", 2024), { previous: publishedReport("pingtan", 2023) });
    const jumps = flags.filter((flag) => flag.kind === "jump");
    expect(jumps.map((flag) => flag.cells[0])).toEqual([
      "t2.normativeDocuments.repealed",
      "t2.administrativeFees.amount",
      "t3.granted.total",
      "t3.refused.internalAffairs.total",
    ]);
    expect(jumps[2]?.message).toBe("（一）予以公开·总计由 2023 年 22 变为 71（+49，3.2 倍之差），请说明原因");
  });

  it.each([
    ["1", "4", 0],
    ["0", "19", 0],
    ["0", "20", 1],
    ["100", "299", 0],
    ["100", "300", 1],
    ["300", "100", 1],
    ["", "300", 0],
    ["——", "300", 0],
  ])("from %s to %s raises %i", (then, now, count) => {
    const previous = { ...blankReport({ "t3.newReceived.total": then }), year: 2023 };
    const flags = plausibilityFlags(blankReport({ "t3.newReceived.total": now }), { previous });
    expect(flags.filter((flag) => flag.kind === "jump").length).toBe(count);
  });

  it("needs the same body's report of the year before", () => {
    expect(plausibilityFlags(publishedReport("pingtan", 2022), { previous: publishedReport("pingtan", 2020) })).toEqual(
      [],
    );
    expect(plausibilityFlags(suqian2024, { previous: publishedReport("pingtan", 2023) })).toEqual([]);
  });
});

describe("all zero, round numbers only", () => {
  it("three tables of zeros are flagged once, blanks and dashes aside", () => {
    const flags = plausibilityFlags(blankReport({ ...zeros, "t2.administrativeFees.amount": "——" }));
    expect(flags.map((flag) => flag.kind)).toEqual(["allZero"]);
    expect(plausibilityFlags(blankReport({}))).toEqual([]);
  });

  it("figures that are all multiples of ten look estimated; one that is not clears them", () => {
    const round = {
      "t2.licensing.decisions": "500",
      "t2.penalty.decisions": "30",
      "t3.newReceived.naturalPerson": "20",
      "t3.granted.naturalPerson": "20",
    };
    expect(plausibilityFlags(blankReport(round)).map((flag) => flag.kind)).toEqual(["roundOnly"]);
    expect(plausibilityFlags(blankReport({ ...round, "t2.coercion.decisions": "3" }))).toEqual([]);
  });
});

describe("published reports", () => {
  it("none is a copy, none is all zero, none has round numbers only", () => {
    const flags = PUBLISHED_REPORTS.flatMap(({ report }) => {
      const previous = PUBLISHED_REPORTS.find(
        (other) => other.report.bodyId === report.bodyId && other.report.year === report.year - 1,
      )?.report;
      return plausibilityFlags(report, { previous, others: PUBLISHED_REPORTS.map((other) => other.report) });
    });
    expect([...new Set(flags.map((flag) => flag.kind))]).toEqual(["jump"]);
  });
});

it("a report and its exact copy are always flagged when they say enough", () => {
  const figures = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 21, maxLength: 21 });
  const rows = formCells("2021").filter((cell) => cell.column.key === "naturalPerson" && cell.row.group !== null);
  fc.assert(
    fc.property(figures, (values) => {
      const report = blankReport(Object.fromEntries(rows.map((cell, index) => [cell.id, String(values[index])])));
      const [flag] = plausibilityFlags({ ...report, year: 2025 }, { previous: report });
      expect(flag?.kind).toBe("copyOfLastYear");
      expect(flag?.cells.length).toBeGreaterThanOrEqual(PLAUSIBILITY_LIMITS.copy.minFigures);
    }),
    { numRuns: 20 },
  );
});
