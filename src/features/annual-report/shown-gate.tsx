import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { registerContract } from "#api/register-contract.ts";
import type { ReportViewName } from "#domain/filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { ReportView } from "./report-view.ts";
import { type ShownForm, toShownForm } from "./shown-form.ts";

interface ShownGateProps {
  view: ReportView;
  mode: ReportViewName;
  children: (shown: ShownForm) => ReactNode;
}

/** The form in the chosen view. The ledger is asked only when its figures are wanted. */
export function ShownGate({ view, mode, children }: ShownGateProps) {
  const printed = useMemo(() => toShownForm(view, "printed", null), [view]);
  return mode === "printed" ? (
    children(printed)
  ) : (
    <RegisteredForm view={view} mode={mode}>
      {children}
    </RegisteredForm>
  );
}

/** Only a unit of the register, or the district above them, has a ledger. */
function RegisteredForm(props: ShownGateProps) {
  const { bodyId, level, bodyName } = props.view.report;
  const { data: units } = useSuspenseQuery(endpointQuery(registerContract.units, {}));
  const isKnown = level === "rollUp" ? units.length > 0 : units.some((unit) => unit.id === bodyId);
  if (isKnown) return <LedgerForm {...props} />;
  return (
    <EmptyState
      sentence={`单位名册中没有${bodyName}，台账算不出它的报表。`}
      advice="把它加入单位名册并导入依申请公开台账，或回到“报表”视图。"
    />
  );
}

function LedgerForm({ view, mode, children }: ShownGateProps) {
  const { bodyId, year } = view.report;
  const { data } = useSuspenseQuery(
    endpointQuery(applicationContract.computedReport, { body: bodyId, year: String(year) }),
  );
  const shown = useMemo(() => toShownForm(view, mode, data), [view, mode, data]);
  return children(shown);
}
