import { describe, expect, it } from "vitest";
import { addExactly, decimalsOf, describeCell, formatFigure, parseCell } from "./report-cell.ts";

describe("parseCell", () => {
  it.each([
    ["24", { kind: "number", value: 24 }],
    ["0", { kind: "zero", value: 0 }],
    ["1,808,595", { kind: "number", value: 1808595 }],
    ["１，８０８", { kind: "number", value: 1808 }],
    ["２４", { kind: "number", value: 24 }],
    ["59237.2449", { kind: "number", value: 59237.2449 }],
    ["4166.241619", { kind: "number", value: 4166.241619 }],
    ["-3", { kind: "number", value: -3 }],
    ["−3", { kind: "number", value: -3 }],
    [" 7 ", { kind: "number", value: 7 }],
  ])("reads %s as a number", (raw, value) => {
    expect(parseCell(raw)).toEqual(value);
  });

  it.each([undefined, "", "  ", "\u3000", "\u00a0"])("keeps a missing or empty cell (%j) blank, not 0", (raw) => {
    expect(parseCell(raw)).toEqual({ kind: "blank" });
  });

  it.each(["——", "—", "-", "－", "/", "／", "−"])("reads %s as not applicable", (raw) => {
    expect(parseCell(raw)).toEqual({ kind: "notApplicable" });
  });

  it.each(["22（其中修订16）", "22 (其中修订16)"])("keeps the note of %s beside its number", (raw) => {
    expect(parseCell(raw)).toEqual({ kind: "annotated", value: 22, note: "其中修订16" });
  });

  it.each(["18000余", "7777166件", "1,23", "1 234", "12%", "=1+1"])("does not guess what %s means", (raw) => {
    expect(parseCell(raw)).toEqual({ kind: "unreadable", raw });
  });
});

it("shows 0, —— and 未报 as three different things", () => {
  expect([parseCell("0"), parseCell("——"), parseCell("")].map(describeCell)).toEqual(["0", "——", "未报"]);
});

it("adds printed decimals exactly", () => {
  expect(addExactly([0.1, 0.2, 18651.06])).toBe(18651.36);
});

it("writes thousands separators and a true minus", () => {
  expect([formatFigure(1808595), formatFigure(-1), formatFigure(4166.241619)]).toEqual([
    "1,808,595",
    "−1",
    "4,166.241619",
  ]);
});

it("counts printed decimals", () => {
  expect([decimalsOf("4166.241619"), decimalsOf("7")]).toEqual([6, 0]);
});
