import { useMemo } from "react";
import type { Register } from "#api/quarter-results.ts";
import { DumbbellChart, dumbbellChartHeight } from "#charts/dumbbell-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarter } from "#domain/quarter.ts";
import { groundsOf, type QuarterResult } from "#domain/quarter-result.ts";
import {
  type CorrectedUnit,
  describeCorrection,
  toCorrectionSeries,
  toCorrectionTable,
} from "./publication-consequences.ts";

interface CorrectionFigureProps {
  register: Register;
  units: readonly CorrectedUnit[];
  before: QuarterResult;
  after: QuarterResult;
}

/** What was published and what a correction would say, for the units that it touches; a draft until it is published. */
export function CorrectionFigure({ register, units, before, after }: CorrectionFigureProps) {
  const series = useMemo(() => toCorrectionSeries(units, after), [units, after]);
  const table = useMemo(() => toCorrectionTable(units), [units]);
  const grounds = groundsOf([before]);
  const provenance = describeProvenance(register.sources, "inspections", { ...grounds, frozen: null, draft: true });
  const revision = before.inspection.publication?.revision ?? 0;
  return (
    <Figure
      chartKey="publication-correction"
      title="更正前后各单位扣分与档次"
      finding={`${describeCorrection(units)}。`}
      caption={`${describeQuarter(before.quarter)} · 第 ${revision} 版与拟发布的第 ${revision + 1} 版`}
      legend={[{ kind: "text", label: "○ 已发布　● 更正后" }]}
      note="单位：分，折算到满分的扣分。只列得分、档次或争议分有变的单位。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={DumbbellChart}
      chartHeight={dumbbellChartHeight}
      table={table}
      fileStem={{ quarters: before.quarter, subject: "更正前后", scope: "", asOf: provenance.asOf }}
      stale={false}
    />
  );
}
