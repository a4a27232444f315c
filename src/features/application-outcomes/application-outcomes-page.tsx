import { useRegister } from "#api/quarter-results.ts";
import type { ApplicationBasis } from "#domain/filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { Panel } from "#ui/panel.tsx";
import { LedgerBasis } from "./ledger-basis.tsx";
import { ReportBasis } from "./report-basis.tsx";

/** What became of the applications, and were they in time: from the ledger, or as annual reports print it. */
export function ApplicationOutcomesPage() {
  return (
    <Panel bare minHeight={600} label="依申请公开">
      <ApplicationOutcomes />
    </Panel>
  );
}

function ApplicationOutcomes() {
  const register = useRegister();
  const control = useFilters();
  const defaultBasis: ApplicationBasis = register.sources.some(({ topic }) => topic === "applications")
    ? "ledger"
    : "report";
  const basis = control.filters.basis ?? defaultBasis;
  if (basis === "report") return <ReportBasis control={control} defaultBasis={defaultBasis} />;
  return <LedgerBasis control={control} register={register} defaultBasis={defaultBasis} />;
}
