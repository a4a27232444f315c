import fc from "fast-check";
import { expect, it } from "vitest";
import { layOutHistogram } from "./histogram-layout.ts";
import type { HistogramPanel, HistogramSeries } from "./histogram-series.ts";
import { measureText } from "./text-measure.ts";

function aPanel(counts: Record<number, [number, number]>, changes: Partial<HistogramPanel> = {}): HistogramPanel {
  return {
    id: "base",
    title: "未延期",
    weight: 2,
    bins: Object.entries(counts).map(([value, [onTime, late]]) => ({
      value: Number(value),
      label: value,
      onTime,
      late,
    })),
    limit: { value: 20, label: "法定 20 个工作日" },
    lateText: "",
    ...changes,
  };
}

function aSeries(panels: readonly HistogramPanel[], maximum = 45): HistogramSeries {
  return { panels, maximum, axisUnit: "个工作日", unit: "件" };
}

it("day 20 is in time: the line stands behind its bar and before that of day 21", () => {
  const layout = layOutHistogram(aSeries([aPanel({ 20: [3, 0] })]), 600);
  const x = layout.panels[0]?.limit?.x ?? 0;
  expect(x).toBeGreaterThan(layout.xOf(20) + layout.slot - 1);
  expect(x).toBeLessThan(layout.xOf(21) + 1);
});

it("extended cases have a panel and a line of their own under the others, on the same scale of counts", () => {
  const extended = aPanel({ 33: [5, 0] }, { id: "extended", limit: { value: 40, label: "延期后 40 个工作日" } });
  const layout = layOutHistogram(aSeries([aPanel({ 12: [50, 0] }), extended]), 600);
  const [base, other] = layout.panels;
  expect(other?.top).toBeGreaterThan(base?.bottom ?? 0);
  expect(other?.limit?.x).toBeGreaterThan(base?.limit?.x ?? 0);
  expect((base?.bottom ?? 0) - (base?.top ?? 0)).toBe(Math.round(50 * layout.scale));
});

it("words of late cases stand over the late bars, and never beyond the picture", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 21, max: 60 }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 320, max: 1200 }),
      (day, late, width) => {
        const panel = aPanel({ 5: [10, 0], [day]: [0, late] }, { lateText: `超期 ${late} 件` });
        const layout = layOutHistogram(aSeries([panel], Math.max(45, day)), width);
        const words = layout.panels[0]?.late;
        expect(words?.x).toBeGreaterThanOrEqual(layout.left);
        expect((words?.x ?? 0) + measureText(panel.lateText, 12, true)).toBeLessThanOrEqual(width);
        expect(words?.base).toBeGreaterThanOrEqual((layout.panels[0]?.top ?? 0) - 6);
      },
    ),
  );
});

it("a kind without cases keeps its panel, so that its absence is seen", () => {
  const layout = layOutHistogram(aSeries([aPanel({})]), 600);
  expect(layout.panels).toHaveLength(1);
  expect(layout.panels[0]?.ticks).toEqual([0]);
});

it("a few cases do not become towers", () => {
  const layout = layOutHistogram(aSeries([aPanel({ 7: [1, 0] })]), 600);
  expect(layout.scale).toBeLessThanOrEqual(24);
});
