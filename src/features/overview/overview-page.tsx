import { memo } from "react";
import { type Register, registerAt, useRegister } from "#api/quarter-results.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import { FilterBar, type FilterControlName } from "#filters/filter-bar.tsx";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { AttentionCard } from "./attention-card.tsx";
import { IndicatorFigure } from "./indicator-figure.tsx";
import { OnTimeFigure } from "./on-time-figure.tsx";
import { OutcomeFigure } from "./outcome-figure.tsx";
import styles from "./overview-page.module.css";
import { ScoreTrendFigure } from "./score-trend-figure.tsx";
import { TierFigure } from "./tier-figure.tsx";

const CONTROLS: readonly FilterControlName[] = ["quarters", "side", "unitClass", "units"];

export function OverviewPage() {
  return (
    <Panel bare minHeight={600} label="总览">
      <Overview />
    </Panel>
  );
}

/** What needs attention now, and five figures that say how the district stands. */
function Overview() {
  const register = useRegister();
  const control = useFilters();
  const settled = useSettledFilters(control.filters, register);
  const { filters, busy, stale } = useDeferredFilters(settled.filters);
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
      <Figures register={register} filters={filters} stale={stale} />
    </Page>
  );
}

interface FiguresProps {
  register: Register;
  filters: ResolvedFilters;
  stale: boolean;
}

/** At rest while only the bar answers a pick. */
const Figures = memo(function Figures({ register, filters, stale }: FiguresProps) {
  const panel = { register: registerAt(register, filters.quarters), filters, stale };
  return (
    <>
      <div className={styles["column"]}>
        <div className={styles["attention"]} data-stale={stale || undefined}>
          <AttentionCard register={register} filters={filters} />
        </div>
        <Panel minHeight={380} label="各季度档次分布">
          <TierFigure {...panel} />
        </Panel>
        <Panel minHeight={340} label="各季度按时整改率">
          <OnTimeFigure {...panel} />
        </Panel>
      </div>
      <div className={styles["column"]}>
        <Panel minHeight={404} label="平均得分走势">
          <ScoreTrendFigure {...panel} />
        </Panel>
        <Panel minHeight={430} label="扣分最多的指标">
          <IndicatorFigure {...panel} />
        </Panel>
        <Panel minHeight={340} label="申请的去向">
          <OutcomeFigure {...panel} />
        </Panel>
      </div>
    </>
  );
});
