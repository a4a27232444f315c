import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfSerial, readDate, readInteger, readPoints, readQuarter, readRatio, readUrl } from "./cell-reading.ts";
import type { PlainCell } from "./cell-text.ts";

const takenOf = (reading: { ok: boolean; value?: unknown; reason?: string }) => (reading.ok ? reading.value : null);
const reasonOf = (reading: { ok: boolean; reason?: string }) => (reading.ok ? null : reading.reason);

describe("readQuarter", () => {
  it.each([
    "2024Q3",
    "2024q3",
    "2024年第三季度",
    "2024年三季度",
    "2024年3季度",
    "2024年第3季度",
    "2024-3季度",
    "２０２４年第３季度",
    " 2024 年 第三季度 ",
    "2024年第三季",
    "2024 Q3",
    "2024年Q3",
  ])("understands %s", (text) => expect(takenOf(readQuarter(text, null))).toBe("2024Q3"));

  it("takes the year from its own column", () => {
    expect(takenOf(readQuarter("第三季度", 2024))).toBe("2024Q3");
    expect(takenOf(readQuarter(3, 2024))).toBe("2024Q3");
    expect(reasonOf(readQuarter("第三季度", null))).toContain("缺少年份");
    expect(reasonOf(readQuarter("2023Q3", 2024))).toContain("不一致");
  });

  it.each(["2024", "2024Q5", "2024-3", "五季度", "1999Q1", ""])("refuses %s", (text) =>
    expect(readQuarter(text, null).ok).toBe(false),
  );
});

describe("readDate", () => {
  it.each<[PlainCell]>([
    ["2024-09-03"],
    ["2024/9/3"],
    ["2024.9.3"],
    ["2024年9月3日"],
    ["２０２４年９月３日"],
    ["20240903"],
    ["2024-09-03 08:30"],
    [45538],
    [45538.75],
    [20240903],
    [{ kind: "date", date: "2024-09-03" }],
  ])("understands %j", (cell) => expect(takenOf(readDate(cell))).toBe("2024-09-03"));

  it("refuses a day that does not exist", () => {
    expect(reasonOf(readDate("2023-02-29"))).toBe("没有这一天");
    expect(readDate("2024-02-29").ok).toBe(true);
  });

  it.each<[PlainCell]>([["24-9-3"], ["9月3日"], [12], ["三季度"], [{ kind: "percent", value: 0.5 }]])(
    "refuses %j",
    (cell) => expect(readDate(cell).ok).toBe(false),
  );

  it("turns every serial number of our century into the day it stands for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 73_050 }), (serial) => {
        const days = (Date.parse(`${dateOfSerial(serial)}T00:00:00Z`) - Date.UTC(2000, 0, 1)) / 86_400_000;
        expect(days).toBe(serial - 36_526);
      }),
    );
  });
});

describe("numbers", () => {
  it("reads points from numbers, text, full-width digits and a written minus", () => {
    expect(takenOf(readPoints(1.28))).toBe(12_800);
    expect(takenOf(readPoints("１．２８"))).toBe(12_800);
    expect(takenOf(readPoints("−1.28"))).toBe(12_800);
    expect(takenOf(readPoints("2.5分"))).toBe(25_000);
    expect(takenOf(readPoints(11.200000000000003))).toBe(112_000);
  });

  it("refuses a percentage in a column of points and says why", () => {
    expect(reasonOf(readPoints({ kind: "percent", value: 0.64 }))).toContain("不能填百分比");
    expect(reasonOf(readPoints("64%"))).toContain("不能填百分比");
    expect(reasonOf(readInteger({ kind: "date", date: "1900-01-02" }, 1, 9))).toContain("不是日期");
    expect(reasonOf(readPoints({ kind: "error", text: "#DIV/0!" }))).toContain("#DIV/0!");
  });

  it("reads a ratio from 64 %, 64％ and 0.64, and refuses a bare 64", () => {
    expect(takenOf(readRatio({ kind: "percent", value: 0.64 }))).toBe(6400);
    expect(takenOf(readRatio("64％"))).toBe(6400);
    expect(takenOf(readRatio(0.64))).toBe(6400);
    expect(takenOf(readRatio("100%"))).toBe(10_000);
    expect(reasonOf(readRatio(64))).toBe("比例请写成 64% 或 0.64");
    expect(readRatio("120%").ok).toBe(false);
    expect(readRatio(0).ok).toBe(false);
  });

  it("reads thousands only when they are grouped in threes", () => {
    expect(takenOf(readInteger("1,234", 0, 9999))).toBe(1234);
    expect(readInteger("12,34", 0, 9999).ok).toBe(false);
    expect(reasonOf(readInteger("2.5", 0, 9))).toBe("应填整数");
    expect(takenOf(readInteger("3 处", 0, 9))).toBe(3);
  });
});

describe("readUrl", () => {
  it("takes only addresses that a click may open", () => {
    expect(readUrl("https://www.example.gov.cn/a?b=1").ok).toBe(true);
    expect(readUrl("javascript:alert(1)").ok).toBe(false);
    expect(readUrl("www.example.gov.cn").ok).toBe(false);
  });
});
