import { OUTCOME_GROUP } from "#domain/outcome.ts";
import type { FormHeadCell } from "#domain/report-form.ts";
import styles from "./statutory-table.module.css";
import type { StatutoryCell, StatutoryRow, StatutoryTable as Table } from "./to-statutory-table.ts";
import { VerdictMark } from "./verdict-mark.tsx";

interface StatutoryTableProps {
  table: Table;
  /** Whose report of which year, for the caption. */
  subject: string;
  /** Printed totals that do not add up. */
  marked: ReadonlySet<string>;
}

/** Where an equation leads: a cell that takes the focus. */
export function cellAnchor(id: string): string {
  return `cell-${id}`;
}

/** Table 三 as the form prints it; R3 is the last column, R1 and R2 are two rows under the rule. */
export function StatutoryTable({ table, subject, marked }: StatutoryTableProps) {
  const { heads } = table.block;
  return (
    <div className={styles["scroll"]}>
      <table className={styles["table"]}>
        <caption className="visually-hidden">{`${subject}：${table.title}（单位：件）`}</caption>
        <thead>
          {heads.map((line, index) => (
            <tr key={line.map((head) => head.label).join()}>
              {line.map((head) => (
                <HeadCell key={head.label} head={head} />
              ))}
              {index === 0 ? <CheckHead rowSpan={heads.length} /> : null}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <FormLine key={row.row.key} line={row} marked={marked} />
          ))}
        </tbody>
        <tfoot className={styles["rules"]}>
          {table.columnChecks.map((check) => (
            <tr key={check.ruleId}>
              <th scope="row" className={styles["label"]}>
                {check.ruleId}　{check.label}
              </th>
              {check.results.map((result) => (
                <td key={result.item} className={styles["check"]}>
                  <VerdictMark result={result} />
                </td>
              ))}
              <td className={styles["check"]} />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function CheckHead({ rowSpan }: { rowSpan: number }) {
  return (
    <th scope="col" rowSpan={rowSpan} className={styles["head"]}>
      横向 R3
    </th>
  );
}

function HeadCell({ head }: { head: FormHeadCell }) {
  const isGroup = head.colSpan > 1;
  const look = head.column === null ? "stub" : "head";
  return (
    <th
      scope={isGroup ? "colgroup" : "col"}
      colSpan={head.colSpan}
      rowSpan={head.rowSpan}
      className={styles[isGroup ? "group" : look]}
    >
      {head.column === null ? head.label : <BrokenHead label={head.label} />}
    </th>
  );
}

/** A long column head breaks before its last two characters: 社会公益｜组织, never inside a word. */
function BrokenHead({ label }: { label: string }) {
  if (label.length < 4) return label;
  return (
    <>
      <span className={styles["word"]}>{label.slice(0, -2)}</span>
      <span className={styles["word"]}>{label.slice(-2)}</span>
    </>
  );
}

function FormLine({ line, marked }: { line: StatutoryRow; marked: ReadonlySet<string> }) {
  const { row, cells, check } = line;
  const color = row.group !== null && row.indent === 1 ? `var(--s${OUTCOME_GROUP[row.group].slot})` : null;
  const isHeading = cells.length === 0;
  return (
    <tr className={row.indent < 2 ? styles["main"] : undefined}>
      <th
        scope={isHeading ? "rowgroup" : "row"}
        colSpan={isHeading ? 9 : 1}
        className={styles["label"]}
        data-indent={row.indent}
      >
        {color === null ? null : <i className={styles["key"]} style={{ background: color }} />}
        {row.label}
      </th>
      {cells.map((cell) => (
        <FigureCell key={cell.column} cell={cell} isMarked={cell.id !== null && marked.has(cell.id)} />
      ))}
      {isHeading ? null : <td className={styles["check"]}>{check && <VerdictMark result={check} />}</td>}
    </tr>
  );
}

function FigureCell({ cell, isMarked }: { cell: StatutoryCell; isMarked: boolean }) {
  return (
    <td
      id={cell.id === null ? undefined : cellAnchor(cell.id)}
      tabIndex={isMarked ? -1 : undefined}
      className={styles["number"]}
      data-kind={cell.kind}
      data-column={cell.column}
      data-marked={isMarked || undefined}
    >
      {cell.kind === "notReported" ? <span className={styles["dashed"]}>{cell.text}</span> : cell.text}
    </td>
  );
}
