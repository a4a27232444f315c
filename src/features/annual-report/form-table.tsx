import { type CSSProperties, type KeyboardEvent, useMemo, useState } from "react";
import type { GridCell, MergedGrid } from "#charts/merged-grid.ts";
import type { RuleResult } from "#domain/rule-result.ts";
import { cellAnchor } from "./cell-anchor.ts";
import styles from "./form-table.module.css";
import { moveInGrid } from "./move-in-grid.ts";
import { VerdictMark } from "./verdict-mark.tsx";

export interface FormTableProps {
  grid: MergedGrid;
  /** Names the table, with whose report of which year. */
  caption: string;
  /** The chosen cell. */
  picked: string | null;
  /** Cells of the chosen equation. */
  lit: ReadonlySet<string>;
  /** Printed totals that do not add up. */
  marked: ReadonlySet<string>;
  onPick: (id: string) => void;
  nameOf: (id: string) => string;
  /** Sums that the form does not print, by key of the label beside which they stand. */
  subtotals?: ReadonlyMap<string, string>;
  /** A column that the form does not print: a rule for each row. */
  rowChecks?: { head: string; byRow: ReadonlyMap<string, RuleResult> };
  /** Rows under the form: a rule for each column of figures. */
  columnChecks?: readonly { label: string; results: readonly RuleResult[] }[];
}

/** A statutory table as the form prints it. One figure takes the focus; arrows move it, Enter chooses it. */
export function FormTable(props: FormTableProps) {
  const { grid, caption, rowChecks, columnChecks = [], picked } = props;
  const [active, setActive] = useState<string | null>(null);
  const first = useMemo(() => firstFigure(grid), [grid]);
  const stop = active ?? picked ?? first;
  const widths = rowChecks === undefined ? grid.columns : [...grid.columns, CHECK_WIDTH];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const edges = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = moveInGrid(grid, stop, event.key);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    document.getElementById(cellAnchor(next))?.focus();
  };
  const line = (key: string, cells: readonly GridCell[]) =>
    cells.map((cell) => (
      <GridField
        key={`${key} ${cell.key}`}
        cell={cell}
        id={cellAnchor(cell.key)}
        isStop={cell.key === stop}
        onFocus={setActive}
        table={props}
      />
    ));
  const heads = grid.rows.slice(0, grid.headRows);
  return (
    <div className={styles["scroll"]}>
      <table className={styles["table"]} onKeyDown={move}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {edges.map((edge, index) => (
            <col key={edge} style={{ width: `${(100 * (widths[index] ?? 0)) / whole}%` }} />
          ))}
        </colgroup>
        {heads.length === 0 ? null : (
          <thead>
            {heads.map(({ key, cells }, index) => (
              <tr key={key}>
                {line(key, cells)}
                {index === 0 && rowChecks !== undefined ? (
                  <th scope="col" rowSpan={heads.length} className={styles["head"]}>
                    {rowChecks.head}
                  </th>
                ) : null}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {grid.rows.slice(grid.headRows).map(({ key, cells }) => (
            <tr key={key}>
              {line(key, cells)}
              {rowChecks === undefined ? null : <CheckField result={rowChecks.byRow.get(key)} />}
            </tr>
          ))}
        </tbody>
        <FootRows checks={columnChecks} grid={grid} hasRowChecks={rowChecks !== undefined} />
      </table>
    </div>
  );
}

const CHECK_WIDTH = 1.25;

function firstFigure(grid: MergedGrid): string | null {
  return grid.rows.flatMap(({ cells }) => cells).find((cell) => cell.role === "figure")?.key ?? null;
}

interface GridFieldProps {
  cell: GridCell;
  id: string;
  isStop: boolean;
  onFocus: (id: string) => void;
  table: FormTableProps;
}

function GridField(props: GridFieldProps) {
  const { cell } = props;
  if (cell.role === "figure") return <FigureField {...props} />;
  if (cell.role === "label") return <LabelField cell={cell} subtotal={props.table.subtotals?.get(cell.key)} />;
  return (
    <th
      scope={cell.colSpan > 1 ? "colgroup" : "col"}
      colSpan={cell.colSpan}
      rowSpan={cell.rowSpan}
      className={styles["head"]}
    >
      {toWords(cell.text).map(({ at, word }) => (
        <span key={at} className={styles["word"]}>
          {word}
        </span>
      ))}
    </th>
  );
}

/** A short head breaks between words of two characters: 结果｜维持, never inside one. */
function toWords(text: string): { at: number; word: string }[] {
  const characters = [...text];
  if (characters.length > 6 || characters.length % 2 === 1) return [{ at: 0, word: text }];
  return characters.flatMap((_, at) => (at % 2 === 0 ? [{ at, word: characters.slice(at, at + 2).join("") }] : []));
}

function LabelField({ cell, subtotal }: { cell: GridCell; subtotal: string | undefined }) {
  return (
    <th
      scope={cell.rowSpan > 1 ? "rowgroup" : "row"}
      colSpan={cell.colSpan}
      rowSpan={cell.rowSpan}
      className={styles["label"]}
      data-strong={cell.isStrong || undefined}
      data-keyed={cell.slot !== null || undefined}
      style={cell.slot === null ? undefined : ({ "--key": `var(--s${cell.slot})` } as CSSProperties)}
    >
      {cell.text}
      {subtotal === undefined ? null : <span className={styles["subtotal"]}>小计 {subtotal}</span>}
    </th>
  );
}

function FigureField({ cell, id, isStop, onFocus, table }: GridFieldProps) {
  const isPicked = table.picked === cell.key;
  return (
    <td
      colSpan={cell.colSpan}
      rowSpan={cell.rowSpan}
      className={styles["figure"]}
      data-look={cell.look}
      data-strong={cell.isStrong || undefined}
      data-lit={table.lit.has(cell.key) || undefined}
      data-marked={table.marked.has(cell.key) || undefined}
      data-picked={isPicked || undefined}
    >
      <button
        id={id}
        type="button"
        className={styles["cell"]}
        tabIndex={isStop ? 0 : -1}
        aria-pressed={isPicked}
        aria-label={`${table.nameOf(cell.key)}：${cell.text.replaceAll("\n", "，")}`}
        data-cell={cell.key}
        onFocus={() => onFocus(cell.key)}
        onClick={() => table.onPick(cell.key)}
      >
        {cell.look === "missing" ? <span className={styles["missing"]}>{cell.text}</span> : cell.text}
      </button>
    </td>
  );
}

function CheckField({ result }: { result: RuleResult | undefined }) {
  return <td className={styles["check"]}>{result === undefined ? null : <VerdictMark result={result} />}</td>;
}

interface FootRowsProps {
  checks: NonNullable<FormTableProps["columnChecks"]>;
  grid: MergedGrid;
  hasRowChecks: boolean;
}

function FootRows({ checks, grid, hasRowChecks }: FootRowsProps) {
  if (checks.length === 0) return null;
  return (
    <tfoot>
      {checks.map(({ label, results }) => (
        <tr key={label} className={styles["foot"]}>
          <th scope="row" colSpan={grid.columns.length - results.length} className={styles["label"]}>
            {label}
          </th>
          {results.map((result) => (
            <CheckField key={result.item} result={result} />
          ))}
          {hasRowChecks ? <td className={styles["check"]} /> : null}
        </tr>
      ))}
    </tfoot>
  );
}
