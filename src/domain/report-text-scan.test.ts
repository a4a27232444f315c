import { describe, expect, it } from "vitest";
import { readChinese, scanNumbers, toPlainText } from "./report-text-scan.ts";

function found(text: string): string[] {
  return scanNumbers(toPlainText(text)).map(({ raw, value, unit }) => `${raw}=${value} ${unit}`);
}

describe("quantities of a text", () => {
  it.each([
    ["受理24件", "24件=24 件"],
    ["受理２４件", "24件=24 件"],
    ["受理 24 件", "24 件=24 件"],
    ["许可1,808,595件", "1,808,595件=1808595 件"],
    ["许可１，２３４件", "1,234件=1234 件"],
    ["公开18000余条", "18000余条=18000 条"],
    ["播放1.2万次", "1.2万次=12000 次"],
    ["收费18651.06万元", "18651.06万元=18651.06 万元"],
    ["占51.85％", "51.85%=51.85 %"],
    ["涉及106家次", "106家次=106 家次"],
    ["办结二十三件", "二十三件=23 件"],
    ["办结率百分之九十八点五", "百分之九十八点五=98.5 %"],
    ["受理24，", "24=24 "],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    "2024年1月1日",
    "2025-01-26",
    "2024政府信息公开工作年度报告",
    "国务院令第711号",
    "国办公开办函〔2021〕30号",
    "第二十条",
    "电话：0591-23165370",
    "邮编：350400",
    "12345热线",
    "H5",
    "（1）完善制度",
    "。4.认真办理",
    "三审三校",
    "高效办成一件事",
    "进一步",
  ])("%s names something and counts nothing", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("keeps the offsets of the text as given, full-width signs included", () => {
    const [number] = scanNumbers(toPlainText("全年收到１２件"));
    expect([number?.offset, number?.end]).toEqual([4, 7]);
  });

  it.each([
    ["超过18000条", "above"],
    ["近300条", "below"],
    ["约300条", "around"],
    ["300条", null],
  ])("%s is %s", (text, vague) => {
    expect(scanNumbers(text)[0]?.vague).toBe(vague);
  });
});

it.each([
  ["三", 3],
  ["两", 2],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["二十三", 23],
  ["一百零五", 105],
  ["一千二百三十四", 1234],
  ["一万二千", 12000],
  ["二〇二四", 2024],
])("reads %s as %i", (text, value) => {
  expect(readChinese(text)).toBe(value);
});
