import type { HitModel, HitPanel, MarkDescription } from "./hit-model.ts";
import { tierTrendHits } from "./tier-trend-hits.ts";
import { HEAD_LINE, type PlacedBlock, type UnitSheetLayout } from "./unit-sheet-layout.ts";
import type { UnitSheetSeries } from "./unit-sheet-series.ts";

/** The quarters of the trend, then every entry of the lists from top to bottom; all panels start at 0, so that arrows go through. */
export function unitSheetHits(series: UnitSheetSeries, layout: UnitSheetLayout): HitModel {
  const trend = tierTrendHits(series.trend, layout.trend);
  const entries = [layout.deductions, layout.deadlines, layout.applications, layout.notes].flatMap(entriesOf);
  const panels: HitPanel[] = trend.panels.map((panel) => ({ ...panel, x: 0, y: panel.y + layout.trendY + HEAD_LINE }));
  return {
    label: "单位画像，方向键逐项查看",
    hint: "点击查看",
    panels: [...panels, ...entries.map((entry) => entry.panel)],
    describe: (position) => {
      const entry = entries[position.panel - panels.length];
      return entry === undefined ? withoutLink(trend.describe(position)) : entry.mark;
    },
  };
}

function withoutLink(mark: MarkDescription | null): MarkDescription | null {
  return mark === null ? null : { ...mark, id: null };
}

function entriesOf({ block, x, width, items }: PlacedBlock): { panel: HitPanel; mark: MarkDescription }[] {
  return items.map(({ item, y, height }) => ({
    panel: { x: 0, y, rowHeight: height, rowCount: 1, columns: () => [{ x, width }] },
    mark: {
      id: null,
      title: item.lead,
      lines: [[block.title, item.value], ...(item.text === "" ? [] : [["说明", item.text] as const])],
      picked: false,
    },
  }));
}
