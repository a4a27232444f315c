import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { toApplicantTable, toBalanceTable, toOutcomeTable } from "./to-figure-tables.ts";

const tongnan = outcomeTotals(publishedReport("tongnan-office", 2024));

it("closes 应办 and the outcomes by their sums", () => {
  const { rows, columns } = toBalanceTable(tongnan, null, "2023 年");
  expect(rows.filter((row) => row.isTotal).map((row) => row.cells["count"])).toEqual([24, 23]);
  expect(columns.map((column) => column.key)).not.toContain("base");
});

it("lists the 21 printed rows and last year beside them", () => {
  const base = outcomeTotals(publishedReport("suqian", 2023));
  const { rows, columns } = toOutcomeTable(outcomeTotals(publishedReport("suqian", 2024)), base, "2023 年");
  expect(rows).toHaveLength(21 + 1);
  expect(columns.at(-1)?.head).toBe("2023 年");
  expect(rows[0]?.cells).toEqual({
    group: "予以公开",
    item: "（一）予以公开",
    count: 1431,
    share: "40.7%",
    base: 1191,
  });
});

it("ends the applicants with the printed 总计 column, and prints 未报 for blank cells", () => {
  const { rows } = toApplicantTable(publishedReport("shanghai-office", 2019));
  expect(rows.at(-1)).toMatchObject({ id: "total", isTotal: true });
  expect(rows.at(-1)?.cells["granted"]).toBe("未报");
});
