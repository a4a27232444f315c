import type { Register } from "#api/quarter-results.ts";
import type { Explain } from "#domain/filters.ts";
import { describeQuarter, type Quarter } from "#domain/quarter.ts";
import { Dialog } from "#ui/dialog.tsx";
import { Panel } from "#ui/panel.tsx";
import { ScoreSheet } from "./score-sheet.tsx";
import type { DeductionView } from "./use-deduction-view.ts";

/** Opens the explanation of a unit's score, at one of its steps; the page writes it into the address. */
export type OpenScore = (explain: Explain) => void;

/** The latest of the chosen quarters that knows the unit. */
export function latestQuarterOf({ results }: DeductionView, unitId: string): Quarter | null {
  return [...results].reverse().find((result) => result.scores.has(unitId))?.quarter ?? null;
}

interface ScoreDialogProps {
  register: Register;
  explain: Explain;
  /** Step of the waterfall whose findings are shown; null for all. */
  pickStep: (step: string | null) => void;
  onClose: () => void;
}

export function ScoreDialog({ register, explain, pickStep, onClose }: ScoreDialogProps) {
  const unit = register.units.find((entry) => entry.id === explain.unitId);
  return (
    <Dialog title={`${unit?.name ?? explain.unitId} · ${describeQuarter(explain.quarter)}`} onClose={onClose}>
      <Panel bare minHeight={480} label="得分说明">
        <ScoreSheet register={register} explain={explain} pickStep={pickStep} />
      </Panel>
    </Dialog>
  );
}
