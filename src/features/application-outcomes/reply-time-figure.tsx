import { memo, useMemo } from "react";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import type { LegendItem } from "#charts/figure-spec.ts";
import { HistogramChart, histogramChartHeight } from "#charts/histogram-chart.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeBands, describeReplyTimes } from "./describe-reply-times.ts";
import { toBandSeries, toBandTable, toReplyTimeSeries, toReplyTimeTable } from "./to-reply-time-series.ts";
import { type PanelProps, useLedgerView } from "./use-ledger-view.ts";
import { useReplyTimes } from "./use-reply-times.ts";

const LEGEND: readonly LegendItem[] = [
  { kind: "fill", label: "按期（未延期）", fill: { kind: "plain", weight: 2 } },
  { kind: "fill", label: "按期（延期）", fill: { kind: "plain", weight: 1 } },
  { kind: "fill", label: "超期", fill: { kind: "overdue" } },
];

const NO_LEGEND = [] as const;
const NO_REPLIES = <EmptyState sentence="所选单位和季度没有答复。" advice="可换一个季度，或放宽单位。" height={240} />;

const COUNTING =
  "按答复日所在季度归期；收到之日不计，补正后重新起算，征求第三方和其他机关意见的时间扣除；视为放弃的不在内";

/** Working days to the reply, against 20 and 40. */
export const ReplyTimeFigure = memo(function ReplyTimeFigure({ register, filters, stale }: PanelProps) {
  const view = useLedgerView(register, filters);
  const times = useReplyTimes({ register, filters });
  const series = useMemo(() => toReplyTimeSeries(times), [times]);
  const table = useMemo(() => toReplyTimeTable(times), [times]);
  if (times.length === 0) return NO_REPLIES;
  const { provenance } = view;
  return (
    <Figure
      chartKey="application-reply-times"
      title="答复用时"
      finding={describeReplyTimes(times)}
      caption={view.subject}
      legend={LEGEND}
      note={`纵轴：件。${COUNTING}。第三十五条约定日期的件列在延期一格。${view.rate.unknown === 0 ? "" : `另有 ${view.rate.unknown} 件所跨年份日历未维护，仅供参考，未计入。`}`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={HistogramChart}
      chartHeight={histogramChartHeight}
      table={table}
      fileStem={{ ...view.file, subject: "答复用时", asOf: view.asOf }}
      stale={stale}
    />
  );
});

/** The same in five bands, each over all replies. */
export const ReplyBandFigure = memo(function ReplyBandFigure({ register, filters, stale }: PanelProps) {
  const view = useLedgerView(register, filters);
  const times = useReplyTimes({ register, filters });
  const series = useMemo(() => toBandSeries(times), [times]);
  const table = useMemo(() => toBandTable(times), [times]);
  if (times.length === 0) return NO_REPLIES;
  const { provenance } = view;
  return (
    <Figure
      chartKey="application-reply-bands"
      title="答复时限分段"
      finding={describeBands(times)}
      caption={view.subject}
      legend={NO_LEGEND}
      note={`单位：件，n/N 的 N 为答复件数；五段互不重复，占比按最大余数法合计 100%。超期的只计入“超期”，不论用时。`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={table}
      fileStem={{ ...view.file, subject: "答复时限分段", asOf: view.asOf }}
      stale={stale}
    />
  );
});
