import { METRIC_DEFINITION } from "#domain/metric.ts";
import type { Quarter } from "#domain/quarter.ts";
import { describeQuarters, previousQuarter } from "#domain/quarter.ts";
import { onTimeRate } from "#domain/rectification-facts.ts";
import { formatRate, type Rate } from "#domain/share.ts";
import { describeFilters } from "#filters/describe-filters.ts";
import { ConclusionStrip, type StripFigure } from "#ui/conclusion-strip.tsx";
import { describeConclusion } from "./describe-board.ts";
import { describeCasePicks } from "./describe-case-picks.ts";
import type { BoardCounts } from "./to-board-series.ts";
import type { LiveBoard } from "./use-live-board.ts";
import { useRectificationFacts, type ViewProps } from "./use-rectification-view.ts";

interface RectificationConclusionProps extends ViewProps {
  board: LiveBoard;
}

/** What runs out, who is late, what failed, and how the quarter went. */
export function RectificationConclusion({ register, filters, board }: RectificationConclusionProps) {
  const { counts, items, total, isOverdueKnown } = board;
  const facts = useRectificationFacts(filters, filters.quarters);
  const before = useRectificationFacts(filters, filters.quarters.map(previousQuarter));
  const now = onTimeRate(facts, "verified", "cases");
  const base = filters.quarters.length === 1 ? onTimeRate(before, "verified", "cases").rate : null;
  return (
    <ConclusionStrip
      clauses={describeConclusion(counts, items, { total, isOverdueKnown })}
      caption={`${describeFilters(filters, register.units, { parts: ["units"] })}${describeCasePicks(filters)}；按交办时的规则计时，默认含夜间和周末，暂停须经批准`}
      figures={[
        ...toLiveFigures(counts, { isCut: total > items.length, isOverdueKnown }),
        rateFigure(now.rate, base, filters.quarters),
      ]}
    />
  );
}

function toLiveFigures(
  counts: BoardCounts,
  { isCut, isOverdueKnown }: { isCut: boolean; isOverdueKnown: boolean },
): StripFigure[] {
  const more = isCut ? "+" : "";
  const { serious, general } = counts.overdueBySeverity;
  const first = counts.withinHour.slice(0, 2).map((item) => item.unitName);
  return [
    {
      id: "overdue",
      label: "已超期",
      definition: METRIC_DEFINITION.overdue,
      value: `${counts.overdue}${isOverdueKnown ? "" : "+"}`,
      unit: "条",
      basis: `严重 ${serious} · 一般 ${general}`,
      changes: [],
      isAlarm: counts.overdue > 0,
    },
    {
      id: "hour",
      label: "一小时内到期",
      definition: METRIC_DEFINITION.withinHour,
      value: String(counts.withinHour.length),
      unit: "条",
      basis: `${first.join("、")}${counts.withinHour.length > first.length ? "等" : ""}`,
      changes: [],
    },
    {
      id: "recheck",
      label: "待复核",
      definition: METRIC_DEFINITION.awaitingRecheck,
      value: `${counts.awaitingRecheck}${more}`,
      unit: "条",
      basis: `未通过 ${counts.failed} 条`,
      changes: [],
    },
  ];
}

/** The same call as the figure of on-time rates, so that the two never differ. */
function rateFigure(now: Rate | null, base: Rate | null, quarters: readonly Quarter[]): StripFigure {
  const label = `按时整改率（${describeQuarters(quarters)}）`;
  const figure = { id: "rate", label, definition: METRIC_DEFINITION.onTimeRate };
  if (now === null) return { ...figure, value: "——", unit: "", basis: "没有复核通过的件", changes: [] };
  const basis = `${now.numerator}/${now.denominator} 条复核通过`;
  if (now.small)
    return {
      ...figure,
      value: `${now.numerator}/${now.denominator}`,
      unit: "条",
      basis: "样本少，不计率",
      changes: [],
    };
  return { ...figure, value: formatRate(now).slice(0, -1), unit: "%", basis, changes: changeOf(now, base) };
}

/** Percentage points of the two rates as printed, so that the reader's own subtraction agrees. */
function changeOf(now: Rate, base: Rate | null): StripFigure["changes"] {
  if (base === null || base.small) return [];
  const tenths =
    Math.round(Number(formatRate(now).slice(0, -1)) * 10) - Math.round(Number(formatRate(base).slice(0, -1)) * 10);
  if (tenths === 0) return [{ text: "与上季度持平", meaning: "same" }];
  const sign = tenths > 0 ? "+" : "−";
  const text = `较上季度 ${sign}${(Math.abs(tenths) / 10).toFixed(1)} 百分点`;
  return [{ text, meaning: tenths > 0 ? "good" : "worse" }];
}
