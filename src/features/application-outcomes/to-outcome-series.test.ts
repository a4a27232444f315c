import fc from "fast-check";
import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { OUTCOME_LEAVES } from "#domain/outcome-leaf.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { toOutcomeSeries } from "./to-outcome-series.ts";

const tongnan = outcomeTotals(publishedReport("tongnan-office", 2024));

it("lists the six groups in legal order with shares of the classified cases", () => {
  const rows = toOutcomeSeries(tongnan, null).rows.filter((row) => row.indent === 0);
  expect(rows.map((row) => [row.label, row.valueText, row.shareText])).toEqual([
    ["予以公开", "1", "4.4%"],
    ["部分公开", "3", "13.0%"],
    ["不予公开", "0", "0.0%"],
    ["无法提供", "17", "73.9%"],
    ["不予处理", "0", "0.0%"],
    ["其他处理", "2", "8.7%"],
  ]);
});

it("puts the rows of a group under it, and repeats none for groups of one row", () => {
  const rows = toOutcomeSeries(tongnan, null).rows;
  expect(rows).toHaveLength(2 + 9 + 4 + 6 + 4);
  expect(rows.find((row) => row.id === "unavailable.notHeld")).toMatchObject({ indent: 1, value: 17 });
});

it("has no base for rows that the form of last year did not print", () => {
  const base = outcomeTotals(publishedReport("pingtan", 2020));
  const rows = toOutcomeSeries(outcomeTotals(publishedReport("pingtan", 2022)), base).rows;
  expect(rows.find((row) => row.id === "other.misc")?.base).toBeNull();
  expect(rows.find((row) => row.id === "other")?.base).toEqual({ value: 4, valueText: "4" });
});

it("prints no share over blank cells, and none of fewer than five cases", () => {
  const shanghai = toOutcomeSeries(outcomeTotals(publishedReport("shanghai-office", 2019)), null).rows.filter(
    (row) => row.indent === 0,
  );
  expect(new Set(shanghai.map((row) => `${row.valueText}${row.shareText}`))).toEqual(new Set(["未报"]));
  const few = toOutcomeSeries(outcomeTotals(publishedReport("tongnan-office", 2024), "research"), null).rows.filter(
    (row) => row.indent === 0,
  );
  expect(new Set(few.map((row) => row.shareText))).toEqual(new Set([""]));
});

it("prints group shares that add up to 100 %, and row shares as a calculator gives them", () => {
  const counts = fc.array(fc.nat(300), { minLength: 21, maxLength: 21 });
  fc.assert(
    fc.property(counts, (values) => {
      const whole = values.reduce((sum, value) => sum + value, 0);
      fc.pre(whole >= 5);
      const cells = Object.fromEntries(OUTCOME_LEAVES.map((leaf, i) => [`t3.${leaf}.total`, String(values[i])]));
      const report = { ...publishedReport("tongnan-office", 2024), cells };
      const rows = toOutcomeSeries(outcomeTotals(report), null).rows;
      const percent = (row: (typeof rows)[number]) => Number.parseFloat(row.shareText);
      const groups = rows.filter((row) => row.indent === 0);
      expect(groups.reduce((sum, row) => sum + percent(row), 0)).toBeCloseTo(100, 6);
      for (const row of rows) {
        const most = row.indent === 0 ? 0.1 : 0.0501;
        expect(Math.abs(percent(row) - (100 * row.value) / whole)).toBeLessThan(most);
      }
    }),
    { numRuns: 40 },
  );
});
