import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { checkReport } from "#domain/reconciliation.ts";
import { REPORT_FORM } from "#domain/report-form.ts";
import { readPrinted } from "./form-figures.ts";
import { FormTable } from "./form-table.tsx";
import { nameOfCell } from "./form-words.ts";
import { toFormGrid } from "./to-form-grid.ts";

function show(bodyId: string, year: number) {
  const report = publishedReport(bodyId, year);
  const results = checkReport(report);
  const picks: string[] = [];
  render(
    <FormTable
      grid={toFormGrid(REPORT_FORM[report.form].t3, readPrinted(report))}
      caption="表三"
      picked={null}
      lit={new Set(["t3.granted.total"])}
      marked={new Set()}
      onPick={(id) => picks.push(id)}
      nameOf={(id) => nameOfCell(report, id)}
      columnChecks={[{ label: "R2", results: results.filter(({ ruleId }) => ruleId === "R2") }]}
    />,
  );
  // Roles of two hundred cells are worked out one by one in jsdom; the words of the table lead there at once.
  const table = screen.getByText("表三").closest("table");
  if (table === null) throw new Error("no table");
  return { table, picks };
}

function headOf(table: HTMLElement, label: string): HTMLElement {
  const head = [...table.querySelectorAll("th")].find((cell) => cell.textContent?.startsWith(label));
  if (head === undefined) throw new Error(`no ${label}`);
  return head;
}

function rowOf(table: HTMLElement, label: string): string[] {
  const cells = headOf(table, label).closest("tr")?.querySelectorAll("td") ?? [];
  return [...cells].map((cell) => cell.textContent ?? "");
}

it("is a real table with the merged heads and labels of the form", () => {
  const { table } = show("tongnan-office", 2024);
  expect(headOf(table, "法人或其他组织").getAttribute("colspan")).toBe("5");
  expect(headOf(table, "（三）不予公开").getAttribute("rowspan")).toBe("8");
  expect(rowOf(table, "1.本机关不掌握相关政府信息")).toEqual(["17", "0", "0", "0", "0", "0", "17"]);
});

it("boxes the exact difference of a failing rule, and prints 未报 for a blank cell", () => {
  expect(rowOf(show("pingtan", 2020).table, "R2").slice(0, 2)).toEqual(["差 +6", "✓相符"]);
});

it("one figure takes the focus; arrows move it, a click chooses it", () => {
  const { table, picks } = show("tongnan-office", 2024);
  const stops = [...table.querySelectorAll("button")].filter(({ tabIndex }) => tabIndex === 0);
  expect(stops.map((stop) => stop.dataset["cell"])).toEqual(["t3.newReceived.naturalPerson"]);
  stops[0]?.focus();
  fireEvent.keyDown(stops[0] ?? table, { key: "ArrowDown" });
  expect((document.activeElement as HTMLElement).dataset["cell"]).toBe("t3.carriedOver.naturalPerson");
  fireEvent.click(document.activeElement ?? table);
  expect(picks).toEqual(["t3.carriedOver.naturalPerson"]);
});

it("names a figure by its row and column for the ear", () => {
  const { table } = show("shanghai-office", 2019);
  const cell = table.querySelector('[data-cell="t3.granted.research"]');
  expect(cell?.getAttribute("aria-label")).toBe("（一）予以公开 · 科研机构：未报");
});
