import { expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { groupSubtotals, nameOfCell, noteWords } from "./form-words.ts";

const report = publishedReport("tongnan-office", 2024);
const note = {
  id: "k",
  bodyId: report.bodyId,
  year: 2024,
  sequence: 0,
  at: "2026-02-01T02:00:00.000Z",
  by: "区政府办公室",
  text: "年内清理。",
};

it("names a cell by the printed row and column", () => {
  expect(nameOfCell(report, "t3.unavailable.notHeld.naturalPerson")).toBe("1.本机关不掌握相关政府信息 · 自然人");
  expect(nameOfCell(report, "t4.reconsideration.upheld")).toBe("行政复议 · 结果维持");
});

it("adds up the groups that the form heads but does not sum, and a blank is not a zero", () => {
  expect(groupSubtotals(report).get("unavailable")).toBe("17");
  expect(groupSubtotals(report).has("granted")).toBe(false);
  expect(groupSubtotals(publishedReport("shanghai-office", 2019)).get("refused")).toBe("未报");
});

it("a remark goes along with rule, place, organisation and day", () => {
  expect(noteWords(report, { ...note, ruleId: "R6", item: "normativeDocuments" })).toBe(
    "R6 说明（行政规范性文件，区政府办公室 2026-02-01）：年内清理。",
  );
  expect(noteWords(report, { ...note, ruleId: "R5", item: "total" })).toContain("（总计列，");
});
