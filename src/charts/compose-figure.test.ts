import { describe, expect, it } from "vitest";
import { composeFigure, heightAround, type PictureWords } from "./compose-figure.ts";

const words: PictureWords = {
  number: "图 3",
  title: "2026 年三季度各镇街扣分及构成",
  finding: "稻香里街道扣分最多（9.8 分）& 三家进入四档。",
  caption: "2026 年三季度 · 镇街 23 家",
  legend: [
    { kind: "fill", label: "主动公开", fill: { kind: "series", slot: 1 } },
    { kind: "hatch", label: "未检" },
  ],
  note: "单位为分。",
  source: "季度检查台账 · 数据截至 2026-10-08 17:30 · 评分规则 2026 年版（v3）",
  marks: ["演示数据"],
  madeAt: "2026-10-08 20:41",
  code: "3F9A-71C2",
};
const plot = { markup: "<svg/>", width: 562, height: 539 };

describe("composeFigure", () => {
  const { svg, width, height } = composeFigure(words, plot, 590);

  it.each([
    "图 3　2026 年三季度各镇街扣分及构成",
    "筛选：2026 年三季度 · 镇街 23 家",
    "主动公开",
    "注：单位为分。",
    "来源：季度检查台账",
    "演示数据，不得用于通报　生成 2026-10-08 20:41　图码 3F9A-71C2",
  ])("carries %s", (text) => expect(svg).toContain(text));

  it("is plain SVG with literal colours", () => {
    expect(svg).not.toMatch(/foreignObject|var\(|class=/);
    expect(svg).toContain("&amp;");
  });

  it("fits the text block of an official document with 23 townships", () => {
    expect(width).toBe(590);
    expect(height).toBeLessThanOrEqual(760);
  });

  it("keeps the 16:9 of a slide and sets the foot at its lower edge", () => {
    expect(composeFigure(words, { ...plot, height: 100 }, 960, 540).height).toBe(540);
  });

  it("tells how high it is without the plot, at any width", () => {
    expect(heightAround(words, 590) + plot.height).toBeLessThanOrEqual(height);
    expect(heightAround(words, 590) + plot.height).toBeGreaterThan(height - 1);
    expect(heightAround(words, 400)).toBeGreaterThan(heightAround(words, 960));
  });

  it("needs no mark and no legend for released figures with one series", () => {
    const released = composeFigure({ ...words, marks: [], legend: [], number: "" }, plot, 590);
    expect(released.svg).not.toContain("演示数据");
    expect(released.height).toBeLessThan(height);
  });

  it("drops control characters from pasted names", () => {
    expect(composeFigure({ ...words, title: "区\b公安分局" }, plot, 590).svg).toContain("区公安分局");
  });
});
