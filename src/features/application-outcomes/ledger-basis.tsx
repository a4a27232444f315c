import { useMemo } from "react";
import type { Register } from "#api/quarter-results.ts";
import type { ApplicationBasis, Filters } from "#domain/filters.ts";
import { FilterBar, type FilterControlName } from "#filters/filter-bar.tsx";
import type { QuarterInfo } from "#filters/quarter-choice.ts";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import type { FilterState } from "#filters/use-filters.ts";
import { useRestingFilters } from "#filters/use-resting-filters.ts";
import { useSteadyChange } from "#filters/use-steady-change.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { LedgerPanels } from "./ledger-panels.tsx";
import { useRunningQuarter } from "./use-running-quarter.ts";

const CONTROLS: readonly FilterControlName[] = ["basis", "quarters", "side", "unitClass", "units", "sort"];

/** What one figure or the dialog reads for itself; every other figure rests while it changes. */
const OWN_PICKS = { basis: null, disputeSpan: "year", applicationId: null } satisfies Partial<Filters>;

interface LedgerBasisProps {
  control: FilterState;
  register: Register;
  defaultBasis: ApplicationBasis;
}

/** What became of the applications of the units and quarters chosen, counted one by one. */
export function LedgerBasis({ control, register, defaultBasis }: LedgerBasisProps) {
  const quarters = useQuarters(register);
  const settled = useSettledFilters(useRestingFilters(control.filters, OWN_PICKS), quarters);
  const { filters, busy, stale } = useDeferredFilters(settled.filters);
  const change = useSteadyChange(control.changeFilters);
  if (!filters || !settled.filters) return null;
  const bar = (
    <FilterBar
      inspections={quarters.inspections.map(asPlain)}
      units={register.units}
      filters={settled.filters}
      ignored={[...control.ignored, ...settled.ignored]}
      changeFilters={control.changeFilters}
      resetFilters={control.resetFilters}
      controls={CONTROLS}
      defaultBasis={defaultBasis}
      mostFirst="应办从多到少"
    />
  );
  const { disputeSpan, applicationId } = control.filters;
  const hasLedger = register.sources.some(({ topic }) => topic === "applications");
  return (
    <Page bar={bar} busy={busy}>
      {hasLedger ? (
        <LedgerPanels
          register={register}
          filters={filters}
          stale={stale}
          disputeSpan={disputeSpan}
          applicationId={applicationId}
          changeFilters={change}
        />
      ) : (
        <Panel minHeight={200} label="依申请公开台账">
          <EmptyState
            sentence="还没有依申请公开台账。"
            advice="在台账工作簿中填写依申请公开表并导入，或换到年报口径。"
          />
        </Panel>
      )}
    </Page>
  );
}

/** 草稿 is said of inspections; a quarter of applications is only not over yet, and the conclusion says so. */
function asPlain({ quarter }: QuarterInfo): QuarterInfo {
  return { quarter, status: "published" };
}

/** Applications do not wait for inspections: the running quarter can be picked, and quarters without an inspection too. */
function useQuarters(register: Register): { inspections: readonly QuarterInfo[]; units: Register["units"] } {
  const running = useRunningQuarter();
  return useMemo(() => {
    const isKnown = register.inspections.some((inspection) => inspection.quarter === running);
    const draft = { quarter: running, status: "draft" as const };
    return {
      inspections: isKnown ? register.inspections : [...register.inspections, draft],
      units: register.units,
    };
  }, [register, running]);
}
