import { Figure, type FigureProps } from "#charts/figure.tsx";
import { LazyTrendLineChart } from "#charts/lazy-trend-line-chart.tsx";
import { trendLineChartHeight } from "#charts/trend-layout.ts";
import type { TrendSeries } from "#charts/trend-series.ts";
import { describeQuarters, nameQuarters, type Quarter } from "#domain/quarter.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { applicationProvenance } from "./ledger-view.ts";
import type { PanelProps } from "./use-ledger-view.ts";

type SaidByFigure = "chartKey" | "title" | "finding" | "note" | "series" | "table" | "actions";

interface LedgerTrendFigureProps extends PanelProps, Pick<FigureProps<TrendSeries>, SaidByFigure> {
  /** Those drawn, which go further back than the quarters picked. */
  quarters: readonly Quarter[];
  /** Of the file's name. */
  subject: string;
}

const NO_LEGEND = [] as const;

/** Lines over quarters that the ledger of applications or of disputes tells. */
export function LedgerTrendFigure({ register, filters, quarters, subject, ...said }: LedgerTrendFigureProps) {
  const provenance = applicationProvenance(register);
  return (
    <Figure
      {...said}
      caption={`${describeQuarters(quarters)} · ${describeFilters(filters, register.units, { parts: ["units"] })}`}
      legend={NO_LEGEND}
      source={provenance.source}
      marks={provenance.marks}
      Chart={LazyTrendLineChart}
      chartHeight={trendLineChartHeight}
      fileStem={{
        quarters: nameQuarters(quarters),
        subject,
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
    />
  );
}
