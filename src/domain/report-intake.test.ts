import { describe, expect, it } from "vitest";
import { mergeReport } from "./report-intake.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";

describe("annual reports", () => {
  const HEAD = ["机关", "年度", "项目", "自然人", "总计"];

  it("finds rows by printed or short wording and keeps what is printed in the cell", () => {
    const { ledger, errors } = readSheets([
      aSheet(
        "年报表三",
        HEAD,
        ["甲局", 2024, "一、本年新收政府信息公开申请数量", 24, "24"],
        ["甲局", 2024, "1.本机关不掌握相关政府信息", "", "——"],
        ["甲局", 2024, "上年结转", 0, 0],
        ["甲局", 2024, "（三）不予公开", "", ""],
      ),
      aSheet(
        "年报表二",
        ["机关", "年度", "信息内容", "现行有效件数", "本年收费金额"],
        ["甲局", 2024, "行政规范性文件", "22（其中修订16）", ""],
        ["甲局", 2024, "行政事业性收费", "", "——"],
      ),
    ]);
    expect(errors).toEqual([]);
    expect(ledger.annualReports[0]).toMatchObject({
      bodyId: "甲局",
      form: "2021",
      cells: {
        "t3.newReceived.naturalPerson": "24",
        "t3.newReceived.total": "24",
        "t3.unavailable.notHeld.naturalPerson": "",
        "t3.unavailable.notHeld.total": "——",
        "t3.carriedOver.total": "0",
        "t2.normativeDocuments.inForce": "22（其中修订16）",
        "t2.administrativeFees.amount": "——",
      },
    });
  });

  it("refuses a row of the wrong form, a figure in a cell that the form has not, and a percentage", () => {
    const { errors, ledger } = readSheets([
      aSheet(
        "年报表二",
        ["机关", "年度", "信息内容", "现行有效件数", "本年处理决定数量"],
        ["甲局", 2024, "政府集中采购", "", 1],
        ["甲局", 2024, "行政许可", 3, 1],
        ["甲局", 2024, "行政处罚", "", "5%"],
      ),
    ]);
    expect(errors.map((error) => [error.row, error.reason.slice(0, 14)])).toEqual([
      [2, "2024 年的表样上没有这一行".slice(0, 14)],
      [3, "表样上“行政许可”没有这一格".slice(0, 14)],
      [4, "年报表只填数字，不能填百分比".slice(0, 14)],
    ]);
    expect(ledger.annualReports).toEqual([]);
  });

  it("leaves the tables of a report that the file does not have", () => {
    const heading = { bodyId: "a", bodyName: "a", level: "unit" as const, year: 2024, form: "2021" as const };
    const held = {
      ...heading,
      cells: { "t2.licensing.decisions": "5", "t3.granted.total": "1", "t3.granted.research": "1" },
    };
    const merged = mergeReport(held, { ...heading, cells: { "t3.granted.total": "2" } });
    expect(merged.cells).toEqual({ "t2.licensing.decisions": "5", "t3.granted.total": "2" });
  });
});
