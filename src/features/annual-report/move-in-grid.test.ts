import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { REPORT_FORM } from "#domain/report-form.ts";
import { readPrinted } from "./form-figures.ts";
import { moveInGrid } from "./move-in-grid.ts";
import { toFormGrid } from "./to-form-grid.ts";

const read = readPrinted(publishedReport("tongnan-office", 2024));
const t2 = toFormGrid(REPORT_FORM["2021"].t2, read);
const t3 = toFormGrid(REPORT_FORM["2021"].t3, read);

it("moves along the row and the column, and stays at the edge", () => {
  expect(moveInGrid(t3, "t3.granted.naturalPerson", "ArrowRight")).toBe("t3.granted.commercial");
  expect(moveInGrid(t3, "t3.partiallyGranted.total", "ArrowDown")).toBe("t3.refused.stateSecret.total");
  expect(moveInGrid(t3, "t3.newReceived.total", "ArrowUp")).toBeNull();
  expect(moveInGrid(t3, "t3.granted.total", "ArrowRight")).toBeNull();
  expect(moveInGrid(t3, "t3.granted.commercial", "End")).toBe("t3.granted.total");
  expect(moveInGrid(t3, "t3.granted.commercial", "a")).toBeNull();
});

it("goes over the heads of a block on to the next one", () => {
  expect(moveInGrid(t2, "t2.normativeDocuments.issued", "ArrowDown")).toBe("t2.licensing.decisions");
  expect(moveInGrid(t2, "t2.licensing.decisions", "ArrowUp")).toBe("t2.normativeDocuments.issued");
});
