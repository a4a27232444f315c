import { expect, it } from "vitest";
import { layOutCalendar } from "./calendar-heatmap-layout.ts";
import type { CalendarHeatmapSeries } from "./calendar-heatmap-series.ts";

function aSeries(quarters: number): CalendarHeatmapSeries {
  const blocks = Array.from({ length: quarters }, (_, index) => ({
    id: `q${index}`,
    title: "三季度",
    subtitle: "",
    weeks: 14,
    months: [],
    days: [],
  }));
  return { blocks, unit: "条", subject: "交办", rampLabels: [] };
}

it("a single quarter widens its cells up to a readable size", () => {
  expect(layOutCalendar(aSeries(1), 1200).pitch).toBe(40);
  expect(layOutCalendar(aSeries(1), 562).pitch).toBe(38);
});

it("quarters stand abreast as long as every cell holds its number", () => {
  const at = (width: number) => layOutCalendar(aSeries(4), width).places.map((place) => place.y);
  expect(new Set(at(1600)).size).toBe(1);
  expect(new Set(at(800)).size).toBe(2);
  expect(new Set(at(562)).size).toBe(4);
});

it("cells never get narrower than their numbers: the plot grows instead", () => {
  const layout = layOutCalendar(aSeries(1), 200);
  expect(layout.pitch).toBe(24);
  expect(layout.width).toBeGreaterThan(200);
});
