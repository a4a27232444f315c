import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import { type Register, useQuarterResults } from "#api/quarter-results.ts";
import { Figure } from "#charts/figure.tsx";
import { scoreFigure } from "#charts/score-figure.ts";
import type { Explain } from "#domain/filters.ts";
import type { Finding } from "#domain/finding.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { groundsOf } from "#domain/quarter-result.ts";
import type { Scheme } from "#domain/scheme.ts";
import { explainScore } from "#domain/score-explanation.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { FindingFile } from "./finding-file.tsx";
import { FindingList } from "./finding-list.tsx";
import { findingOfStep, stepOfFinding } from "./finding-step.ts";

interface ScoreSheetProps {
  register: Register;
  explain: Explain;
  pickStep: (step: string | null) => void;
}

/** The way to one score as a waterfall, and below it the findings with clause, evidence and date. */
export function ScoreSheet({ register, explain, pickStep }: ScoreSheetProps) {
  const quarters = useMemo(() => [explain.quarter], [explain.quarter]);
  const [result] = useQuarterResults(register, quarters);
  const [findings] = useSuspenseQueries({
    queries: [endpointQuery(findingContract.findings, { quarter: quarters, unit: [explain.unitId], limit: 500 })],
  });
  const explanation = useMemo(() => result && explainScore(result, explain.unitId), [result, explain.unitId]);
  if (!result || !explanation)
    return <EmptyState sentence="这个季度没有该单位的得分。" advice="请换一个季度，或核对地址。" height={320} />;
  const provenance = describeProvenance(register.sources, "inspections", groundsOf([result]));
  const shown = findings.data.rows.filter((finding) => isOfStep(finding, explain.step, result.scheme));
  const opened = findings.data.rows.find((finding) => finding.id === findingOfStep(explain.step));
  return (
    <>
      {explanation.score.state === "missed" ? (
        <EmptyState
          sentence={`本季度未检查${explanation.score.missedReason ? `：${explanation.score.missedReason}` : ""}，没有得分。`}
          height={160}
        />
      ) : (
        <Figure
          {...scoreFigure(explanation, provenance, explain.step)}
          stale={false}
          onPick={(step) => pickStep(step === explain.step ? null : step)}
        />
      )}
      <FindingList
        explanation={explanation}
        findings={shown}
        total={findings.data.rows.length}
        step={explain.step}
        showAll={() => pickStep(null)}
        openFinding={(id) => pickStep(stepOfFinding(id))}
      />
      {opened === undefined ? null : (
        <FindingFile
          key={opened.id}
          finding={opened}
          unitName={explanation.unit.name}
          isPublished={result.inspection.status === "published"}
        />
      )}
    </>
  );
}

/** Whether a step of the waterfall is made of the finding. */
function isOfStep(finding: Finding, step: string | null, scheme: Scheme): boolean {
  if (step === null) return true;
  const id = findingOfStep(step);
  if (id !== null) return id === finding.id;
  const effect = scheme.indicators.find((entry) => entry.id === finding.indicatorId)?.effect;
  if (step === "veto" || step === "bonus") return effect === step;
  return step === `indicator.${finding.indicatorId}`;
}
