import { describe, expect, it } from "vitest";
import { measureText, stripControls, wrapText } from "./text-measure.ts";

describe("measureText", () => {
  it("counts a Chinese character as one em and a digit as a tabular 0.56 em", () => {
    expect(measureText("稻香里街道")).toBe(60);
    expect(measureText("10", 100)).toBeCloseTo(112);
  });

  it("sets bold text wider than regular text", () => {
    expect(measureText("9.8", 12, true)).toBeGreaterThan(measureText("9.8"));
  });
});

describe("wrapText", () => {
  it("breaks Chinese between any two characters", () => {
    expect(wrapText("区机关事务中心", 48)).toEqual(["区机关事", "务中心"]);
  });

  it("never begins a line with a full stop or closing bracket", () => {
    expect(wrapText("一二三。四五", 36)).toEqual(["一二", "三。四", "五"]);
    expect(wrapText("一（二）三", 36)).toEqual(["一", "（二）", "三"]);
  });

  it("never breaks inside a number or a date", () => {
    expect(wrapText("截至 2026-10-08", 60)).toEqual(["截至", "2026-10-08"]);
  });

  it("loses no character", () => {
    const text = "单位为分，扣分越少越好；一档 ≤2，二档 >2 且 ≤5（含）。";
    expect(wrapText(text, 90).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });
});

describe("stripControls", () => {
  it("drops control characters that XML forbids and keeps line ends", () => {
    expect(stripControls("区\b公\u0000安\n分局\u009F")).toBe("区公安\n分局");
  });
});
