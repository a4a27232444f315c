import { memo, useCallback } from "react";
import { type Register, registerAt, useRegister } from "#api/quarter-results.ts";
import type { Explain, Filters, ResolvedFilters } from "#domain/filters.ts";
import { FilterBar } from "#filters/filter-bar.tsx";
import { toIgnoredNote } from "#filters/filter-params.ts";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { useRestingFilters } from "#filters/use-resting-filters.ts";
import { useSteadyChange } from "#filters/use-steady-change.ts";
import { useUnitPick } from "#filters/use-unit-pick.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { DeductionConclusion } from "./deduction-conclusion.tsx";
import { HeatmapFigure } from "./heatmap-figure.tsx";
import { RankTable } from "./rank-table.tsx";
import { RankingFigure } from "./ranking-figure.tsx";
import { ScoreDialog } from "./score-dialog.tsx";
import { StreakFigure } from "./streak-figure.tsx";
import { TierTable } from "./tier-table.tsx";
import { TopIndicatorTable } from "./top-indicator-table.tsx";
import { UnitTrendFigure } from "./unit-trend-figure.tsx";

/** The opened score is read by its sheet alone; the figures behind it rest. */
const OWN_PICKS = { explain: null } satisfies Partial<Filters>;

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
  const settled = useSettledFilters(useRestingFilters(control.filters, OWN_PICKS), register);
  const { filters, busy, stale } = useDeferredFilters(settled.filters);
  const change = useSteadyChange(control.changeFilters);
  const pickUnit = useUnitPick(control);
  const { explain, ignored } = settleExplain(control.filters.explain, register);
  if (!filters || !settled.filters) {
    return <EmptyState sentence="还没有任何一期检查。" advice="请先导入季度检查台账。" height={320} />;
  }
  const bar = (
    <FilterBar
      {...register}
      filters={settled.filters}
      ignored={[...control.ignored, ...settled.ignored, ...ignored]}
      changeFilters={control.changeFilters}
      resetFilters={control.resetFilters}
    />
  );
  return (
    <Page bar={bar} busy={busy}>
      <Figures
        register={registerAt(register, filters.quarters)}
        filters={filters}
        stale={stale}
        change={change}
        pickUnit={pickUnit}
      />
      {explain === null ? null : (
        <ScoreDialog
          key={`${explain.quarter}${explain.unitId}`}
          register={registerAt(register, [explain.quarter])}
          explain={explain}
          pickStep={(step) => change({ explain: { ...explain, step } })}
          onClose={() => change({ explain: null })}
        />
      )}
    </Page>
  );
}

interface FiguresProps {
  register: Register;
  filters: ResolvedFilters;
  stale: boolean;
  change: (patch: Partial<Filters>) => void;
  pickUnit: (unitId: string) => void;
}

/** At rest while only the bar answers a pick. */
const Figures = memo(function Figures({ register, filters, stale, change, pickUnit }: FiguresProps) {
  const openScore = useCallback((opened: Explain) => change({ explain: opened }), [change]);
  const view = { register, filters };
  return (
    <>
      <Panel bare minHeight={104} label="结论" stale={stale}>
        <DeductionConclusion {...view} />
      </Panel>
      <Panel minHeight={880} label="各单位扣分及构成">
        <RankingFigure {...view} stale={stale} pickUnit={pickUnit} />
      </Panel>
      <Panel minHeight={840} label="单位 × 指标扣分热力表">
        <HeatmapFigure {...view} stale={stale} openScore={openScore} />
      </Panel>
      <Panel span={7} minHeight={340} label="扣分走势">
        <UnitTrendFigure {...view} stale={stale} changeFilters={change} />
      </Panel>
      <Panel span={5} minHeight={340} label="扣分最多的指标" stale={stale}>
        <TopIndicatorTable {...view} />
      </Panel>
      <Panel minHeight={420} label="连续扣分">
        <StreakFigure {...view} stale={stale} openScore={openScore} />
      </Panel>
      <Panel minHeight={300} label="档次汇总" stale={stale}>
        <TierTable {...view} />
      </Panel>
      <Panel minHeight={400} label="位次与得分" stale={stale}>
        <RankTable {...view} openScore={openScore} />
      </Panel>
    </>
  );
});

/** A score of a quarter that was inspected and of a unit of the register; anything else is named and ignored. */
function settleExplain(explain: Explain | null, register: Register): { explain: Explain | null; ignored: string[] } {
  if (explain === null) return { explain, ignored: [] };
  const isKnown =
    register.inspections.some((entry) => entry.quarter === explain.quarter) &&
    registerAt(register, [explain.quarter]).units.some((entry) => entry.id === explain.unitId);
  if (isKnown) return { explain, ignored: [] };
  const note = toIgnoredNote("得分说明", [`${explain.quarter} ${explain.unitId}`], "没有这期检查或这家单位");
  return { explain: null, ignored: [note] };
}
