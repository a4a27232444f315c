import { useCallback, useDeferredValue, useMemo } from "react";
import { useServerMinute } from "#api/live-clock.ts";
import { type Register, useRegister } from "#api/quarter-results.ts";
import { StaleScope } from "#charts/stale-scope.ts";
import { DEFAULT_FILTERS, type Filters } from "#domain/filters.ts";
import { toQuarter } from "#domain/quarter.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { FilterBar, type FilterControlName } from "#filters/filter-bar.tsx";
import type { QuarterInfo } from "#filters/quarter-choice.ts";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { useRestingFilters } from "#filters/use-resting-filters.ts";
import { useSteadyChange } from "#filters/use-steady-change.ts";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { CaseColumns } from "./case-columns.tsx";
import { CaseDrawer } from "./case-drawer.tsx";
import { LiveSection } from "./live-section.tsx";
import { OnTimeFigure } from "./on-time-figure.tsx";
import { RelapseTable } from "./relapse-table.tsx";

const CONTROLS: readonly FilterControlName[] = [
  "quarters",
  "side",
  "unitClass",
  "units",
  "severity",
  "errorTypes",
  "errorSources",
  "caseStates",
];

/** Picks that only one part of the page reads. */
const OWN_PICKS = {
  onTimeView: DEFAULT_FILTERS.onTimeView,
  onTimeMeasure: DEFAULT_FILTERS.onTimeMeasure,
  caseId: null,
} satisfies Partial<Filters>;

export function RectificationDeadlinesPage() {
  return (
    <Panel bare minHeight={600} label="错误整改">
      <RectificationDeadlines />
    </Panel>
  );
}

function RectificationDeadlines() {
  const register = useRegister();
  const control = useFilters();
  const quarters = useQuarters(register);
  const settled = useSettledFilters(useRestingFilters(control.filters, OWN_PICKS), quarters);
  const { filters, busy, stale } = useDeferredFilters(settled.filters);
  const { caseId, onTimeView, onTimeMeasure } = control.filters;
  const shownRate = { view: useDeferredValue(onTimeView), measure: useDeferredValue(onTimeMeasure) };
  const change = useSteadyChange(control.changeFilters);
  const openCase = useCallback((id: string) => change({ caseId: id }), [change]);
  if (!filters || !settled.filters) return null;
  const view = { register, filters };
  const panel = { ...view, openCase };
  const isTurning = shownRate.view !== onTimeView || shownRate.measure !== onTimeMeasure;
  const bar = (
    <FilterBar
      {...quarters}
      filters={settled.filters}
      ignored={[...control.ignored, ...settled.ignored]}
      changeFilters={control.changeFilters}
      resetFilters={control.resetFilters}
      controls={CONTROLS}
    />
  );
  return (
    <Page bar={bar} busy={busy}>
      <StaleScope value={stale}>
        <Panel bare minHeight={620} label="时限看板">
          <LiveSection {...panel} />
        </Panel>
        <CaseColumns {...panel} />
        <Panel minHeight={480} label="各单位按时率">
          <OnTimeFigure
            {...view}
            stale={isTurning}
            {...shownRate}
            chosenView={onTimeView}
            chosenMeasure={onTimeMeasure}
            changeFilters={change}
          />
        </Panel>
        <Panel minHeight={520} label="重复发生的错误">
          <RelapseTable {...view} />
        </Panel>
      </StaleScope>
      {caseId === null ? null : (
        <CaseDrawer key={caseId} caseId={caseId} register={register} onClose={() => change({ caseId: null })} />
      )}
    </Page>
  );
}

const NO_TURNS: readonly number[] = [];

/** Cases fall due in quarters of their own: the running one can be picked before its inspection is held. */
function useQuarters(register: Register): { inspections: readonly QuarterInfo[]; units: Register["units"] } {
  const today = shanghaiDate(useServerMinute(NO_TURNS));
  return useMemo(() => {
    const running = toQuarter(Number(today.slice(0, 4)), Math.ceil(Number(today.slice(5, 7)) / 3));
    const isKnown = register.inspections.some((inspection) => inspection.quarter === running);
    const draft = { quarter: running, status: "draft" as const };
    return {
      inspections: isKnown ? register.inspections : [...register.inspections, draft],
      units: register.units,
    };
  }, [register, today]);
}
