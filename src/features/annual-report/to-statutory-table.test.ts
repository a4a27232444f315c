import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { checkApplications } from "#domain/reconciliation.ts";
import { targetCellOf, toEquations, toStatutoryTable } from "./to-statutory-table.ts";

function tableOf(bodyId: string, year: number) {
  const report = publishedReport(bodyId, year);
  return toStatutoryTable(report, checkApplications(report, null));
}

it("prints every row of the form in order, with R3 beside each row of figures", () => {
  const rows = tableOf("tongnan-office", 2024)?.rows ?? [];
  expect(rows).toHaveLength(25 + 5);
  expect(rows.filter((row) => row.check !== null)).toHaveLength(25);
  expect(rows[0]?.row.label).toBe("一、本年新收政府信息公开申请数量");
  expect(rows.at(-1)?.row.label).toBe("四、结转下年度继续办理");
});

it("adds a subtotal to the heading of a group and leaves 三、本年度办理结果 empty", () => {
  const rows = tableOf("tongnan-office", 2024)?.rows ?? [];
  const unavailable = rows.find((row) => row.row.key === "unavailable");
  expect(unavailable?.cells.map((cell) => cell.text)).toEqual(["17", "0", "0", "0", "0", "0", "17"]);
  expect(unavailable?.cells[0]?.id).toBeNull();
  expect(rows.find((row) => row.row.key === "outcome")?.cells).toEqual([]);
});

it("keeps a blank cell apart from a printed 0, in a subtotal too", () => {
  const rows = tableOf("shanghai-office", 2019)?.rows ?? [];
  expect(rows.find((row) => row.row.key === "granted")?.cells.at(-1)).toMatchObject({
    text: "未报",
    kind: "notReported",
  });
  expect(rows.find((row) => row.row.key === "refused")?.cells[0]).toMatchObject({ text: "未报", kind: "notReported" });
});

it("writes out the total column and the chain, then each failing place with the cell to look at", () => {
  const report = publishedReport("pingtan", 2020);
  const equations = toEquations(checkApplications(report, null));
  expect(equations.map((result) => `${result.ruleId} ${result.item} ${result.verdict}`)).toEqual([
    "R1 total pass",
    "R2 naturalPerson fail",
    "R2 total fail",
    "R5 total notAssessable",
  ]);
  expect(equations[1] && targetCellOf(equations[1])).toBe("t3.outcomeTotal.naturalPerson");
});
