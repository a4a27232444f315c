import { describeQuarter } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import type { UnitScore } from "#domain/scoring.ts";
import type { Unit } from "#domain/unit.ts";
import { Dialog } from "#ui/dialog.tsx";
import { Panel } from "#ui/panel.tsx";
import { ScoreExplanation } from "./score-explanation.tsx";
import type { DeductionView } from "./use-deduction-view.ts";

/** A score and the quarter it was made in. */
export interface Explained {
  unit: Unit;
  result: QuarterResult;
  score: UnitScore;
}

/** The unit's score in the latest of the chosen quarters that knows the unit. */
export function explainScore({ results }: DeductionView, unitId: string): Explained | null {
  for (const result of [...results].reverse()) {
    const score = result.scores.get(unitId);
    const unit = result.units.find((entry) => entry.id === unitId);
    if (score && unit) return { unit, result, score };
  }
  return null;
}

export function ScoreDialog({ explained, onClose }: { explained: Explained; onClose: () => void }) {
  return (
    <Dialog title={`${explained.unit.name} · ${describeQuarter(explained.result.quarter)}`} onClose={onClose}>
      <Panel bare minHeight={320} label="得分说明">
        <ScoreExplanation {...explained} />
      </Panel>
    </Dialog>
  );
}
