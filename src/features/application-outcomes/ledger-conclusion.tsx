import { memo, useMemo } from "react";
import { ConclusionStrip } from "#ui/conclusion-strip.tsx";
import { toDisputePair } from "./to-dispute-results.ts";
import { toLedgerConclusion } from "./to-ledger-conclusion.ts";
import { useDisputeFacts } from "./use-dispute-facts.ts";
import { useLedgerView, type ViewProps } from "./use-ledger-view.ts";
import { useRunningQuarter } from "./use-running-quarter.ts";

/** The page's answer before its figures. */
export const LedgerConclusion = memo(function LedgerConclusion({ register, filters }: ViewProps) {
  const view = useLedgerView(register, filters);
  const facts = useDisputeFacts();
  const running = useRunningQuarter();
  const conclusion = useMemo(
    () => toLedgerConclusion(view, toDisputePair(facts, filters, view.units), filters.quarters.includes(running)),
    [view, facts, filters, running],
  );
  return <ConclusionStrip {...conclusion} />;
});
