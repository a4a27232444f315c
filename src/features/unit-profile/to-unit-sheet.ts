import type { FigureTable } from "#charts/figure-spec.ts";
import { toWaterfallSeries } from "#charts/to-waterfall-series.ts";
import type { SheetBlock, UnitSheetSeries } from "#charts/unit-sheet-series.ts";
import { describeQuarter, describeQuarterShort } from "#domain/quarter.ts";
import { describeScore, explainScore } from "#domain/score-explanation.ts";
import { sideOf, UNIT_SIDE_LABEL } from "#domain/unit.ts";
import { toApplicationBlock, toDeadlineBlock, toDeductionBlock, toNoteBlock } from "./to-sheet-blocks.ts";
import { toSheetCells } from "./to-sheet-cells.ts";
import { toTierTrend } from "./to-tier-trend.ts";
import { resultOf, type UnitSheetFacts } from "./unit-sheet-facts.ts";

/** The sheet of one unit. A unit without data gets the same sheet, which says what is missing. */
export function toUnitSheet(facts: UnitSheetFacts): UnitSheetSeries {
  const result = resultOf(facts);
  const explanation = result === undefined ? null : explainScore(result, facts.unit.id);
  const isScored = explanation !== null && explanation.score.state !== "missed";
  return {
    cells: toSheetCells(facts),
    trendTitle: "各季度得分与档次",
    trend: toTierTrend(facts.results, facts.unit),
    stepsTitle: `得分怎么来的（${describeQuarterShort(facts.quarter)}）`,
    steps: isScored ? toWaterfallSeries(explanation) : null,
    stepsEmpty: describeSheet(facts),
    deductions: toDeductionBlock(facts),
    deadlines: toDeadlineBlock(facts),
    applications: toApplicationBlock(facts),
    notes: toNoteBlock(facts),
  };
}

/** The sheet in one sentence. */
export function describeSheet(facts: UnitSheetFacts): string {
  const { unit, quarter } = facts;
  const result = resultOf(facts);
  if (result === undefined) return `${describeQuarter(quarter)}没有检查，${unit.shortName}没有得分。`;
  const explanation = explainScore(result, unit.id);
  if (explanation === null) return `${unit.shortName}${describeQuarter(quarter)}不在名册，没有得分。`;
  return describeScore(explanation);
}

/** 镇街 · 二类 */
export function describeUnitScope({ unit }: Pick<UnitSheetFacts, "unit">): string {
  return `${UNIT_SIDE_LABEL[sideOf(unit)]} · ${unit.class}`;
}

/** Every line of the sheet as a table, for the ear and for files. */
export function toSheetTable(series: UnitSheetSeries): FigureTable {
  const blocks = [series.deductions, series.deadlines, series.applications, series.notes];
  const rows = [
    ...series.cells.map(({ id, label, value, unit, basis }) => ({
      id: `cell-${id}`,
      cells: { part: "概况", name: label, value: `${value}${unit === "" ? "" : ` ${unit}`}`, text: basis },
    })),
    ...series.trend.points.map((point) => ({
      id: `trend-${point.label}`,
      cells: {
        part: series.trendTitle,
        name: point.label,
        value: point.state === "scored" && point.value !== null ? `${point.text} 分` : point.text,
        text: [point.tier?.name ?? "", ...point.lines.map(([label, text]) => `${label} ${text}`)]
          .filter((part) => part !== "")
          .join("；"),
      },
    })),
    ...(series.steps?.rows ?? []).map((row) => ({
      id: `step-${row.id}`,
      cells: { part: series.stepsTitle, name: row.label, value: row.valueText || row.runningText, text: row.remark },
    })),
    ...blocks.flatMap(blockRows),
  ];
  return {
    columns: [
      { key: "part", head: "部分", align: "left", kind: "text" },
      { key: "name", head: "项目", align: "left", kind: "text" },
      { key: "value", head: "数值", align: "right", kind: "text" },
      { key: "text", head: "说明", align: "left", kind: "text" },
    ],
    rows,
  };
}

function blockRows(block: SheetBlock) {
  const items = block.items.map(({ id, lead, value, text }) => ({
    id: `${block.title}-${id}`,
    cells: { part: block.title, name: lead, value, text },
  }));
  const rest = block.items.length === 0 ? block.empty : block.more;
  return rest === ""
    ? items
    : [...items, { id: `${block.title}-rest`, cells: { part: block.title, name: "", value: "", text: rest } }];
}
