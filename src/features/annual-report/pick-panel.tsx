import { describeCell, readCell } from "#domain/report-cell.ts";
import { Button } from "#ui/button.tsx";
import { CellEntries } from "./cell-entries.tsx";
import { WrittenEquation } from "./equation-list.tsx";
import { equationKey, equationsOf } from "./equations.ts";
import type { Choice } from "./form-card.tsx";
import { nameOfCell } from "./form-words.ts";
import styles from "./pick-panel.module.css";
import type { ReportView } from "./report-view.ts";
import type { ShownForm } from "./shown-form.ts";

interface PickPanelProps {
  view: ReportView;
  shown: ShownForm;
  choice: Choice;
}

/** What is chosen: a cell with the equations it is in, or an equation with its cells. */
export function PickPanel({ view, shown, choice }: PickPanelProps) {
  const { pick, choose } = choice;
  if (pick === null || pick.kind === "unknown") {
    return (
      <section className={styles["panel"]} aria-label="选中项">
        <h2 className={styles["title"]}>单元格与等式</h2>
        <p className={styles["hint"]}>
          {pick === null ? "" : `没有“${pick.text}”这一格或等式。`}
          选一个单元格，看它在哪些等式里；选一个等式，看它用到哪些单元格。方向键移动，回车选定。
        </p>
      </section>
    );
  }
  return (
    <section className={styles["panel"]} aria-label="选中项">
      <div className={styles["head"]}>
        <h2 className={styles["title"]}>
          {pick.kind === "cell" ? nameOfCell(view.report, pick.id) : `${pick.result.ruleId}　${pick.result.where}`}
        </h2>
        <Button look="quiet" size="small" onClick={() => choose(null)}>
          取消选择
        </Button>
      </div>
      {pick.kind === "cell" ? (
        <>
          <p className={styles["value"]}>{shown.read(pick.id).text}</p>
          <p className={styles["hint"]}>{describeEquations(equationsOf(pick.id, shown.results).length)}</p>
          {equationsOf(pick.id, shown.results).map((result) => (
            <WrittenEquation
              key={equationKey(result)}
              result={result}
              isChosen={false}
              onChoose={() => choose(equationKey(result))}
            />
          ))}
          {shown.mode === "printed" || pick.id.startsWith("t2.") ? null : <CellEntries view={view} cell={pick.id} />}
        </>
      ) : (
        <>
          <p className={styles["hint"]}>{pick.result.message}</p>
          <ul className={styles["cells"]}>
            {pick.result.cells.map((id) => (
              <li key={id}>
                <button type="button" className={styles["cell"]} onClick={() => choose(id)}>
                  <span>{nameOfCell(view.report, id)}</span>
                  <b>{describeCell(readCell(shown.report, id))}</b>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function describeEquations(count: number): string {
  return count === 0 ? "这一格不在任何等式里。" : `这一格在 ${count} 个等式里：`;
}
