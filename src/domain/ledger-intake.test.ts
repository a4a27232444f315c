import { describe, expect, it } from "vitest";
import { columnLetter, type SheetCell } from "./cell-text.ts";
import { type HeldLedger, NOTHING_HELD, readLedgerSheets, sheetFor } from "./ledger-intake.ts";
import { exampleRows, LEDGER_SHEETS } from "./ledger-sheets.ts";
import { mergeReport } from "./report-intake.ts";
import { describeRowError } from "./row-error.ts";
import type { SheetSource } from "./sheet-rows.ts";

function aSheet(name: string, ...rows: readonly (readonly SheetCell[])[]): SheetSource {
  return { name, rows: () => rows.map((cells, at) => ({ row: at + 1, cells })) };
}

function read(sheets: readonly SheetSource[], held: HeldLedger = NOTHING_HELD) {
  return readLedgerSheets(sheets, held, () => "py");
}

const UNITS = aSheet(
  "单位",
  ["单位名称", "简称", "单位性质", "单位类别"],
  ["区教育委员会", "区教育委", "部门", "一类"],
  ["归雁镇", "", "镇街", "二类"],
);
const SCHEME = aSheet("考核方案", ["方案名称", "版本", "起始季度", "满分"], ["测试规则", "v1", "2024年第一季度", 100]);
const INDICATORS = aSheet(
  "考核指标",
  ["方案", "一级指标", "一级指标分值", "指标名称", "分值", "计分方式", "每次扣分"],
  ["测试规则", "主动公开", 60, "栏目更新", 60, "", 0.5],
  ["测试规则", "解读回应", "", "意见反馈", 40, "", ""],
  ["测试规则", "解读回应", "", "严重错误", 0, "单项否决", ""],
);
const INSPECTION = aSheet(
  "季度检查",
  ["季度", "单位", "状态", "不适用指标"],
  ["2024Q3", "区教育委", "已发布", "意见反馈"],
  ["2024年三季度", "归 雁 镇", "", ""],
);
const FINDING_HEAD = ["季度", "单位", "指标", "发现日期", "次数", "扣分比例", "扣分", "问题"];
const BASE = [UNITS, SCHEME, INDICATORS, INSPECTION];

function readFindings(...rows: readonly (readonly SheetCell[])[]) {
  return read([...BASE, aSheet("扣分明细", FINDING_HEAD, ...rows)]);
}

describe("readLedgerSheets", () => {
  it("reads units, a scheme in parts, rounds, coverage and findings, whatever the order of the sheets", () => {
    const findings = aSheet("扣分明细", FINDING_HEAD, [
      "2024-3季度",
      "区教育委员会",
      "栏目更新",
      45538,
      2,
      null,
      1,
      "栏目未更新",
    ]);
    const intake = read([findings, INSPECTION, INDICATORS, SCHEME, UNITS]);
    expect(intake.errors).toEqual([]);
    const { ledger } = intake;
    expect(ledger.units.map((unit) => [unit.id, unit.shortName, unit.kind, unit.order])).toEqual([
      ["区教育委员会", "区教育委", "department", 1],
      ["归雁镇", "归雁镇", "township", 2],
    ]);
    expect(ledger.schemes[0]?.groups.map((group) => group.weight)).toEqual([600_000, 400_000]);
    expect(ledger.schemes[0]?.indicators.map((indicator) => [indicator.measure.kind, indicator.effect])).toEqual([
      ["perOccurrence", "deduct"],
      ["ratio", "deduct"],
      ["perOccurrence", "veto"],
    ]);
    expect(ledger.inspections).toEqual([
      expect.objectContaining({
        quarter: "2024Q3",
        status: "published",
        periodEnd: "2024-09-30",
        schemeId: "测试规则-v1",
      }),
    ]);
    expect(ledger.coverage.map((entry) => [entry.unitId, entry.notApplicable])).toEqual([
      ["区教育委员会", ["意见反馈"]],
      ["归雁镇", []],
    ]);
    expect(ledger.findings).toEqual([
      expect.objectContaining({
        quarter: "2024Q3",
        occurredOn: "2024-09-03",
        count: 2,
        points: 10_000,
        status: "confirmed",
      }),
    ]);
  });

  it("gives a line without a number the same id each time", () => {
    const row: SheetCell[] = ["2024Q3", "归雁镇", "栏目更新", "2024.9.3", 1, null, null, "问题"];
    const [first, again] = [readFindings(row), readFindings(row)];
    expect(first.ledger.findings[0]?.id).toBe(again.ledger.findings[0]?.id);
  });

  it("prices a ratio line, takes a bare deduction as it is, and keeps four decimals", () => {
    const { ledger, errors } = readFindings(
      ["2024Q3", "归雁镇", "意见反馈", "", "", { kind: "percent", value: 0.64 }, "", "一"],
      ["2024Q3", "归雁镇", "意见反馈", "", "", "", "−11.2345", "二"],
    );
    expect(errors).toEqual([]);
    expect(ledger.findings.map((finding) => [finding.ratio, finding.points])).toEqual([
      [6400, 256_000],
      [null, 112_345],
    ]);
  });

  it("names sheet, row, column with its letter, value and reason", () => {
    const { errors } = readFindings(["2024Q3", "归雁镇", "栏目更新", "", 3, "", 2, "问题"]);
    expect(errors.map(describeRowError)).toEqual([
      "扣分明细 第 2 行 扣分（G列）“2”：与方案算出的 1.5000 分不一致（填写的是 2.0000 分）",
    ]);
  });

  it.each<[string, SheetCell[], string]>([
    ["an unknown unit", ["2024Q3", "不存在局", "栏目更新", "", 1, "", "", "问题"], "都没有这个单位"],
    ["an unknown indicator", ["2024Q3", "归雁镇", "没有的指标", "", 1, "", "", "问题"], "没有这个指标"],
    ["a quarter without a round", ["2025Q1", "归雁镇", "栏目更新", "", 1, "", "", "问题"], "没有检查记录"],
    [
      "a ratio for a per-occurrence indicator",
      ["2024Q3", "归雁镇", "栏目更新", "", "", "50%", "", "问题"],
      "不填扣分比例",
    ],
    ["a percentage in a column of points", ["2024Q3", "归雁镇", "栏目更新", "", "", "", "64%", "问题"], "不能填百分比"],
    ["a blank cell that may be merged", ["2024Q3", "", "栏目更新", "", 1, "", "", "问题"], "合并了单元格"],
    [
      "a merged amount",
      ["2024Q3", "归雁镇", "栏目更新", "", 1, "", { kind: "merged", of: 1, from: "G2" }, "问题"],
      "与 G2 合并",
    ],
    ["points on a veto", ["2024Q3", "归雁镇", "严重错误", "", "", "", 5, "问题"], "单项否决不计扣分"],
    ["wrongly decoded text", ["2024Q3", "归雁镇", "栏目更新", "", 1, "", "", "\uFFFD\uFFFD"], "乱码"],
  ])("refuses %s", (_what, row, reason) => {
    const { errors, ledger } = readFindings(row);
    expect(errors.map((error) => error.reason).join()).toContain(reason);
    expect(ledger.findings).toEqual([]);
  });

  it("fills a merged unit name down, because the workbook says that it holds for those rows", () => {
    const { ledger } = readFindings([
      "2024Q3",
      { kind: "merged", of: "归雁镇", from: "B2" },
      "栏目更新",
      "",
      1,
      "",
      "",
      "问题",
    ]);
    expect(ledger.findings[0]?.unitId).toBe("归雁镇");
  });

  it("refuses the second of two equal lines and says which was the first", () => {
    const row: SheetCell[] = ["2024Q3", "归雁镇", "栏目更新", "", 1, "", "", "问题"];
    const { errors, ledger } = readFindings(row, row);
    expect(ledger.findings).toHaveLength(1);
    expect(errors[0]).toMatchObject({ row: 3, reason: expect.stringContaining("与第 2 行重复") });
  });

  it("refuses a whole scheme when one of its indicators is wrong", () => {
    const broken = aSheet(
      "考核指标",
      ["方案", "一级指标", "指标名称", "分值", "扣分方式"],
      ["测试规则", "甲", "乙", 60, "按次"],
      ["测试规则", "甲", "丙", 40, ""],
    );
    const { ledger, rejected } = read([SCHEME, broken]);
    expect(ledger.schemes).toEqual([]);
    expect(rejected.map((sheet) => [sheet.sheet, sheet.rows.size])).toEqual([
      ["考核指标", 2],
      ["考核方案", 1],
    ]);
  });

  it("refuses rows of a quarter that disagree about the round", () => {
    const { errors } = read([
      UNITS,
      SCHEME,
      INDICATORS,
      aSheet("季度检查", ["季度", "单位", "状态"], ["2024Q3", "归雁镇", "草稿"], ["2024Q3", "区教育委", "已发布"]),
    ]);
    expect(errors.map(describeRowError)).toEqual(["季度检查 第 3 行 状态（C列）“已发布”：与同一季度其他行填的不一致"]);
  });

  it("skips a sheet it does not know, reads 数据截至 and finds a head row below a title", () => {
    const titled = aSheet(
      "单位",
      ["二〇二四年单位名册"],
      [null],
      ["*单位 名称", "单位性质（必填）", "联系人"],
      ["归雁镇", "镇街", "某某"],
    );
    const intake = read([
      titled,
      aSheet("会议纪要", ["议题", "时限"], ["a", "b"]),
      aSheet("说明", ["数据截至", "2024-10-08 17:30"]),
    ]);
    expect(intake).toMatchObject({ skipped: ["会议纪要"], asOf: "2024-10-08 17:30", errors: [] });
    expect(intake.notes.join()).toContain("联系人（C列）");
    expect(intake.ledger.units).toHaveLength(1);
  });

  it("says which required column is missing", () => {
    const { errors } = read([aSheet("单位", ["单位名称", "简称"], ["归雁镇", "归雁"])]);
    expect(errors.map(describeRowError)).toEqual(["单位 第 1 行 单位性质：缺少必填列"]);
  });

  it("keeps what is held where the file has no such column", () => {
    const held = read([UNITS]).ledger;
    const renamed = read([aSheet("单位", ["单位编号", "单位名称", "单位性质"], ["区教育委员会", "区教委", "部门"])], {
      ...NOTHING_HELD,
      ...held,
    });
    expect(renamed.ledger.units[0]).toMatchObject({
      id: "区教育委员会",
      name: "区教委",
      shortName: "区教育委",
      class: "一类",
    });
  });
});

describe("annual reports", () => {
  const HEAD = ["机关", "年度", "项目", "自然人", "总计"];

  it("finds rows by printed or short wording and keeps what is printed in the cell", () => {
    const { ledger, errors } = read([
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
    const { errors, ledger } = read([
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

describe("the sheet table", () => {
  it.each([
    ["扣分明细 (2)", "扣分明细"],
    ["2024Q3扣分明细", "扣分明细"],
    ["表三", "年报表三"],
    ["考核 指标", "考核指标"],
  ])("knows %s for %s", (name, sheet) => expect(sheetFor(name, [])?.name).toBe(sheet));

  it("tells every sheet by its own heads", () => {
    for (const sheet of LEDGER_SHEETS) {
      const cells = Object.values(sheet.columns).map((column) => column.head);
      expect(sheetFor("未命名", [{ row: 1, cells }])?.name).toBe(sheet.name);
    }
  });

  it("has heads that a spreadsheet can tell apart", () => {
    for (const sheet of LEDGER_SHEETS) {
      const heads = Object.values(sheet.columns).map((column) => column.head);
      expect(new Set(heads).size).toBe(heads.length);
      expect(columnLetter(heads.length)).not.toBe("");
    }
  });

  it("has example rows that can be imported together", () => {
    const sources = LEDGER_SHEETS.map((sheet) => {
      const columns = Object.entries(sheet.columns);
      return aSheet(
        sheet.name,
        columns.map(([, column]) => column.head),
        ...exampleRows(sheet).map((row) => columns.map(([name]) => row[name] ?? null)),
      );
    });
    const intake = read(sources);
    expect(intake.errors.map(describeRowError)).toEqual([]);
    expect(intake.ledger.annualReports).toHaveLength(1);
    expect(intake.ledger.findings).toHaveLength(1);
    expect(intake.ledger.rectificationCases).toHaveLength(1);
    expect(intake.ledger.rectificationEvents.map(({ event }) => event.kind)).toEqual(["dispatched", "reportedFixed"]);
  });
});
