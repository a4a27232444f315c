import { render, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { checkApplications } from "#domain/reconciliation.ts";
import { failuresOf } from "#domain/rule-result.ts";
import { StatutoryTable } from "./statutory-table.tsx";
import { targetCellOf, toStatutoryTable } from "./to-statutory-table.ts";

function show(bodyId: string, year: number) {
  const report = publishedReport(bodyId, year);
  const results = checkApplications(report, null);
  const table = toStatutoryTable(report, results);
  const marked = new Set(failuresOf(results).flatMap((result) => targetCellOf(result) ?? []));
  if (table === null) throw new Error("no table 三");
  render(<StatutoryTable table={table} subject={report.bodyName} marked={marked} />);
  return screen.getByRole("table", { name: /收到和处理政府信息公开申请情况/ });
}

function rowOf(table: HTMLElement, label: string): string[] {
  const row = within(table).getByRole("rowheader", { name: label }).closest("tr");
  return [...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent ?? "");
}

it("is a real table with merged heads and a caption", () => {
  const table = show("tongnan-office", 2024);
  expect(within(table).getByRole("columnheader", { name: "法人或其他组织" }).getAttribute("colspan")).toBe("5");
  expect(within(table).getByRole("columnheader", { name: "自然人" }).getAttribute("rowspan")).toBe("2");
  expect(rowOf(table, "1.本机关不掌握相关政府信息")).toEqual(["17", "0", "0", "0", "0", "0", "17", "✓相符"]);
});

it("boxes the difference of a failing rule and lets its total take the focus", () => {
  const table = show("pingtan", 2020);
  expect(rowOf(table, "R2　各项结果之和 = 三（七）").slice(0, 2)).toEqual(["差 +6", "✓相符"]);
  const cell = document.getElementById("cell-t3.outcomeTotal.naturalPerson");
  cell?.focus();
  expect(document.activeElement).toBe(cell);
});

it("prints 未报 for a blank cell and judges no equation over it", () => {
  const table = show("shanghai-office", 2019);
  expect(rowOf(table, "（一）予以公开")).toEqual(["258", "12", "未报", "未报", "1", "1", "未报", "未判"]);
});
