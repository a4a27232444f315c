import { memo, useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import { MatrixChart, matrixChartHeight } from "#charts/matrix-chart.tsx";
import { migrationOf, summariseWhatIf } from "#domain/what-if.ts";
import { describeScope } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { describeOutcome } from "./describe-what-if.ts";
import { captionOf } from "./dumbbell-figure.tsx";
import { toMatrixSeries, toMatrixTable } from "./to-matrix-series.ts";
import { type PanelProps, useWhatIfView } from "./use-what-if-view.ts";

/** Who goes from which tier to which. */
export const MigrationFigure = memo(function MigrationFigure({ register, filters, stale }: PanelProps) {
  const view = useWhatIfView({ register, filters });
  const series = useMemo(() => view && toMatrixSeries(migrationOf(view.rows)), [view]);
  const table = useMemo(() => series && toMatrixTable(series), [series]);
  if (!view || !series || !table) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const { provenance, rows, changes } = view;
  return (
    <Figure
      chartKey="what-if-migration"
      title="推演换档矩阵"
      finding={describeOutcome(summariseWhatIf(rows), rows.length, changes.length)}
      caption={captionOf(view, filters, register.units)}
      legend={[
        { kind: "text", label: "底色为换档家数：" },
        { kind: "ramp", step: 1, label: "1" },
        { kind: "ramp", step: 2, label: "2–4" },
        { kind: "ramp", step: 3, label: "5 及以上" },
      ]}
      note="单位：家。行为现行方案下的档次，列为推演后的档次；对角线为档次不变的单位。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={MatrixChart}
      chartHeight={matrixChartHeight}
      table={table}
      fileStem={{
        quarters: view.quarter,
        subject: "推演_换档矩阵",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
    />
  );
});
