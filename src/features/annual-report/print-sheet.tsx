import { createPortal } from "react-dom";
import { describeForm } from "#domain/annual-report.ts";
import { REPORT_FORM } from "#domain/report-form.ts";
import { describeChecks } from "#domain/rule-words.ts";
import { noteWords } from "./form-words.ts";
import styles from "./print-sheet.module.css";
import type { ReportView } from "./report-view.ts";
import { describeShown, type ShownForm } from "./shown-form.ts";
import { toFormGrid } from "./to-form-grid.ts";

/** The three tables on A4, black on white. They stand outside the page, unseen, and are all that prints. */
export function PrintSheet({ view, shown }: { view: ReportView; shown: ShownForm }) {
  const { report, provenance } = view;
  const foot = [
    describeChecks(shown.results),
    ...(shown.mode === "compare" ? [`表三${shown.wordsOf("t3").finding}表四${shown.wordsOf("t4").finding}`] : []),
    shown.wordsOf("t3").note,
    ...view.notes.map((note) => noteWords(report, note)),
    `来源：${[shown.source, describeForm(report), ...provenance.marks].join(" · ")}`,
  ];
  return createPortal(
    <article className={styles["sheet"]} aria-hidden="true">
      <h1 className={styles["title"]}>{`${report.bodyName}${report.year}年政府信息公开工作年度报告（表二至表四）`}</h1>
      {provenance.marks.length + (shown.mode === "printed" ? 0 : 1) === 0 ? null : (
        <p className={styles["mark"]}>
          {[...provenance.marks, shown.mode === "printed" ? "" : describeShown(shown)]
            .filter((word) => word !== "")
            .join(" · ")}
        </p>
      )}
      {Object.values(REPORT_FORM[report.form]).map((table) => {
        const grid = toFormGrid(table, shown.read);
        const whole = grid.columns.reduce((sum, width) => sum + width, 0);
        const edges = grid.columns.map((_, index) =>
          grid.columns.slice(0, index).reduce((sum, width) => sum + width, 0),
        );
        return (
          <section key={table.id} className={styles["part"]}>
            <h2 className={styles["name"]}>{table.title}</h2>
            <table className={styles["table"]}>
              <colgroup>
                {edges.map((edge, index) => (
                  <col key={edge} style={{ width: `${(100 * (grid.columns[index] ?? 0)) / whole}%` }} />
                ))}
              </colgroup>
              <tbody>
                {grid.rows.map((row) => (
                  <tr key={row.key}>
                    {row.cells.map(({ key, role, text, colSpan, rowSpan, isStrong }) =>
                      role === "figure" ? (
                        <td key={key} colSpan={colSpan} rowSpan={rowSpan}>
                          {text}
                        </td>
                      ) : (
                        <th
                          key={key}
                          colSpan={colSpan}
                          rowSpan={rowSpan}
                          data-role={role}
                          data-strong={isStrong || undefined}
                        >
                          {text}
                        </th>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
      <p className={styles["foot"]}>{foot.filter((part) => part !== "").join("")}</p>
    </article>,
    document.body,
  );
}
