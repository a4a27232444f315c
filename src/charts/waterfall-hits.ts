import type { HitModel } from "./hit-model.ts";
import { HEAD, type WaterfallLayout } from "./waterfall-layout.ts";
import type { WaterfallSeries } from "./waterfall-series.ts";

/** One mark per step, over the whole width: a sliver of 0.2 points is as easy to hit as a bar. */
export function waterfallHits(series: WaterfallSeries, layout: WaterfallLayout, width: number): HitModel {
  const whole = [{ x: 0, width }];
  return {
    label: "得分计算步骤，上下键逐步查看，回车看扣分明细",
    hint: "点击看这一项的扣分明细",
    panels: [{ x: 0, y: HEAD, rowHeight: layout.rowHeight, rowCount: series.rows.length, columns: () => whole }],
    describe: ({ row }) => {
      const step = series.rows[row];
      if (step === undefined) return null;
      return { id: step.isPickable ? step.id : null, title: step.label, lines: step.lines, picked: step.picked };
    },
  };
}
