import { describe, expect, it } from "vitest";
import type { SheetCell } from "./cell-text.ts";
import { NOTHING_HELD } from "./ledger-intake.ts";
import { describeRowError } from "./row-error.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";

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
  return readSheets([...BASE, aSheet("扣分明细", FINDING_HEAD, ...rows)]);
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
    const intake = readSheets([findings, INSPECTION, INDICATORS, SCHEME, UNITS]);
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
    const { ledger, rejected } = readSheets([SCHEME, broken]);
    expect(ledger.schemes).toEqual([]);
    expect(rejected.map((sheet) => [sheet.sheet, sheet.rows.size])).toEqual([
      ["考核指标", 2],
      ["考核方案", 1],
    ]);
  });

  it("refuses rows of a quarter that disagree about the round", () => {
    const { errors } = readSheets([
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
    const intake = readSheets([
      titled,
      aSheet("会议纪要", ["议题", "时限"], ["a", "b"]),
      aSheet("说明", ["数据截至", "2024-10-08 17:30"]),
    ]);
    expect(intake).toMatchObject({ skipped: ["会议纪要"], asOf: "2024-10-08 17:30", errors: [] });
    expect(intake.notes.join()).toContain("联系人（C列）");
    expect(intake.ledger.units).toHaveLength(1);
  });

  it("says which required column is missing", () => {
    const { errors } = readSheets([aSheet("单位", ["单位名称", "简称"], ["归雁镇", "归雁"])]);
    expect(errors.map(describeRowError)).toEqual(["单位 第 1 行 单位性质：缺少必填列"]);
  });

  it("keeps what is held where the file has no such column", () => {
    const held = readSheets([UNITS]).ledger;
    const renamed = readSheets(
      [aSheet("单位", ["单位编号", "单位名称", "单位性质"], ["区教育委员会", "区教委", "部门"])],
      {
        ...NOTHING_HELD,
        ...held,
      },
    );
    expect(renamed.ledger.units[0]).toMatchObject({
      id: "区教育委员会",
      name: "区教委",
      shortName: "区教育委",
      class: "一类",
    });
  });
});
