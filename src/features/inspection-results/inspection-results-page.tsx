import { memo } from "react";
import { type Register, registerAt, useRegister } from "#api/quarter-results.ts";
import type { Filters, ResolvedFilters } from "#domain/filters.ts";
import { FilterBar, type FilterControlName } from "#filters/filter-bar.tsx";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { useSteadyChange } from "#filters/use-steady-change.ts";
import { useUnitPick } from "#filters/use-unit-pick.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { AbsenceTable } from "./absence-table.tsx";
import { CoverageTable } from "./coverage-table.tsx";
import { FindingList } from "./finding-list.tsx";
import { GroupFigure } from "./group-figure.tsx";
import { IndicatorTrendFigure } from "./indicator-trend-figure.tsx";
import { InspectionConclusion } from "./inspection-conclusion.tsx";
import styles from "./inspection-results-page.module.css";
import { MoversFigure } from "./movers-figure.tsx";
import { PeriodComparisonTable } from "./period-comparison-table.tsx";
import { PublicationCard } from "./publication-card.tsx";
import { ReinspectionFigure } from "./reinspection-figure.tsx";
import { ScoreTrendFigure } from "./score-trend-figure.tsx";
import { TierFigure } from "./tier-figure.tsx";

const CONTROLS: readonly FilterControlName[] = ["quarters", "side", "unitClass", "units", "compare"];

export function InspectionResultsPage() {
  return (
    <Panel bare minHeight={600} label="季度检查">
      <InspectionResults />
    </Panel>
  );
}

function InspectionResults() {
  const register = useRegister();
  const control = useFilters();
  const settled = useSettledFilters(control.filters, register);
  const { filters, busy, stale } = useDeferredFilters(settled.filters);
  const changeFilters = useSteadyChange(control.changeFilters);
  const pickUnit = useUnitPick(control);
  if (!filters || !settled.filters) {
    return <EmptyState sentence="还没有任何一期检查。" advice="请先导入季度检查台账。" height={320} />;
  }
  const bar = (
    <FilterBar
      {...register}
      filters={settled.filters}
      ignored={[...control.ignored, ...settled.ignored]}
      changeFilters={control.changeFilters}
      resetFilters={control.resetFilters}
      controls={CONTROLS}
    />
  );
  return (
    <Page bar={bar} busy={busy}>
      <Figures register={register} filters={filters} stale={stale} changeFilters={changeFilters} pickUnit={pickUnit} />
    </Page>
  );
}

interface FiguresProps {
  register: Register;
  filters: ResolvedFilters;
  stale: boolean;
  changeFilters: (patch: Partial<Filters>) => void;
  pickUnit: (unitId: string) => void;
}

/** At rest while only the bar answers a pick. */
const Figures = memo(function Figures({ register, filters, stale, changeFilters, pickUnit }: FiguresProps) {
  const view = { register: registerAt(register, filters.quarters), filters };
  const panel = { ...view, stale };
  return (
    <>
      <Panel bare minHeight={104} label="结论" stale={stale}>
        <InspectionConclusion {...view} />
      </Panel>
      <Panel minHeight={62} label="发布状态">
        <PublicationCard register={register} filters={filters} />
      </Panel>
      <Panel span={6} minHeight={340} label="平均得分走势">
        <ScoreTrendFigure {...panel} changeFilters={changeFilters} />
      </Panel>
      <Panel span={6} minHeight={340} label="各类指标扣分">
        <GroupFigure {...panel} />
      </Panel>
      <Panel span={6} minHeight={320} label="档次分布">
        <TierFigure {...panel} />
      </Panel>
      <Panel span={6} minHeight={320} label="扣分变化最大的单位">
        <MoversFigure {...panel} pickUnit={pickUnit} />
      </Panel>
      <Panel minHeight={380} label="指标与季度">
        <IndicatorTrendFigure {...panel} />
      </Panel>
      <Panel span={6} minHeight={320} label="两期对照" stale={stale}>
        <PeriodComparisonTable {...view} />
      </Panel>
      <Panel span={6} minHeight={320} label="第三方回头看">
        <ReinspectionFigure {...panel} pickUnit={pickUnit} />
      </Panel>
      <Panel minHeight={260} label="检查覆盖" stale={stale}>
        <CoverageTable {...view} />
        <div className={styles["next"]}>
          <AbsenceTable {...view} />
        </div>
      </Panel>
      <Panel minHeight={420} label="问题清单" stale={stale}>
        <FindingList {...panel} />
      </Panel>
    </>
  );
});
