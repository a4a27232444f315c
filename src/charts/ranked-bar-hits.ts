import type { HitModel, MarkDescription } from "./hit-model.ts";
import { rowPanels } from "./panel-layout.ts";
import type { RankedBarLayout } from "./ranked-bar-layout.ts";
import { changeText } from "./ranked-bar-layout.ts";
import type { RankedBarPanel, RankedBarRow, RankedBarSeries, RankedBarWords } from "./ranked-bar-series.ts";

const DEDUCTION_WORDS: RankedBarWords = {
  label: "各单位条形，上下键逐家查看，回车筛选",
  value: "扣分",
  hatched: "拟扣、申诉（未计入）",
};

/** One mark per unit: full name, place in its class, tier, points by group and the change. */
export function rankedBarHits(series: RankedBarSeries, layout: RankedBarLayout): HitModel {
  return {
    label: (series.words ?? DEDUCTION_WORDS).label,
    hint: "点击筛选该单位",
    panels: rowPanels(series.panels, layout),
    describe: (position) => {
      const panel = series.panels[position.panel];
      const row = panel?.rows[position.row];
      return panel === undefined || row === undefined ? null : describeRow(series, panel, row);
    },
  };
}

function describeRow(series: RankedBarSeries, panel: RankedBarPanel, row: RankedBarRow): MarkDescription {
  const ranked = panel.rows.filter((other) => other.rank !== null).length;
  const lines: [string, string][] = [];
  if (row.rank !== null) lines.push(["位次", `${panel.title}第 ${row.rank} / ${ranked}`]);
  if (row.state === "missed") lines.push(["未检", row.reason ?? "本期未检查"]);
  else lines.push(...describePoints(series, row));
  if (series.changeHead !== null) lines.push([series.changeHead, changeText(row)]);
  return { id: row.id, title: row.name, lines, picked: row.picked };
}

function describePoints(series: RankedBarSeries, row: RankedBarRow): [string, string][] {
  const words = series.words ?? DEDUCTION_WORDS;
  const decimals = row.valueText.split(".")[1]?.length ?? 0;
  const lines: [string, string][] = [[words.value, `${row.valueText} ${series.unit}${row.nearEdge ? "（临界）" : ""}`]];
  if (row.state === "vetoed") lines.push(["单项否决", row.reason ?? "是"]);
  else if (row.tier !== null) lines.push(["档次", row.tier.name]);
  for (const [index, group] of series.groups.entries()) {
    const value = row.segments[index] ?? 0;
    if (value > 0) lines.push([group.name, value.toFixed(decimals)]);
  }
  if (row.disputed > 0) lines.push([words.hatched, row.disputed.toFixed(decimals)]);
  if (row.rangeText) lines.push(["得分区间", row.rangeText]);
  return lines;
}
