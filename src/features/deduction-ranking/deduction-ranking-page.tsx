import { registerAt, useRegister } from "#api/quarter-results.ts";
import { FilterBar } from "#filters/filter-bar.tsx";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { DeductionConclusion } from "./deduction-conclusion.tsx";
import { HeatmapFigure } from "./heatmap-figure.tsx";
import { RankTable } from "./rank-table.tsx";
import { RankingFigure } from "./ranking-figure.tsx";
import { TierTable } from "./tier-table.tsx";
import { TopIndicatorTable } from "./top-indicator-table.tsx";
import { UnitTrendFigure } from "./unit-trend-figure.tsx";

export function DeductionRankingPage() {
  return (
    <Panel bare minHeight={600} label="单位扣分">
      <DeductionRanking />
    </Panel>
  );
}

function DeductionRanking() {
  const register = useRegister();
  const control = useFilters();
  const settled = useSettledFilters(control.filters, register);
  const { filters, stale } = useDeferredFilters(settled.filters);
  if (!filters || !settled.filters) {
    return <EmptyState sentence="还没有任何一期检查。" advice="请先导入季度检查台账。" height={320} />;
  }
  const pickUnit = (unitId: string) => {
    const { units } = control.filters;
    control.changeFilters({ units: units.includes(unitId) ? units.filter((id) => id !== unitId) : [...units, unitId] });
  };
  const view = { register: registerAt(register, filters.quarters), filters };
  const bar = (
    <FilterBar
      {...register}
      filters={settled.filters}
      ignored={[...control.ignored, ...settled.ignored]}
      changeFilters={control.changeFilters}
      resetFilters={control.resetFilters}
    />
  );
  return (
    <Page bar={bar}>
      <Panel bare minHeight={104} label="结论" stale={stale}>
        <DeductionConclusion {...view} />
      </Panel>
      <Panel minHeight={880} label="各单位扣分及构成">
        <RankingFigure {...view} stale={stale} pickUnit={pickUnit} />
      </Panel>
      <Panel minHeight={840} label="单位 × 指标扣分热力表">
        <HeatmapFigure {...view} stale={stale} />
      </Panel>
      <Panel span={7} minHeight={340} label="扣分走势">
        <UnitTrendFigure {...view} stale={stale} />
      </Panel>
      <Panel span={5} minHeight={340} label="扣分最多的指标" stale={stale}>
        <TopIndicatorTable {...view} />
      </Panel>
      <Panel minHeight={300} label="档次汇总" stale={stale}>
        <TierTable {...view} />
      </Panel>
      <Panel minHeight={400} label="位次与得分" stale={stale}>
        <RankTable {...view} />
      </Panel>
    </Page>
  );
}
