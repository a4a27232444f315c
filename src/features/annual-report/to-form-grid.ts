import type { GridCell, GridRow, MergedGrid } from "#charts/merged-grid.ts";
import { widestText } from "#charts/text-measure.ts";
import { OUTCOME_GROUP } from "#domain/outcome.ts";
import { cellId, type FormBlock, type FormRow, type FormTable } from "#domain/report-form.ts";

/** What stands in a cell of the form. */
export type FormFigure = Pick<GridCell, "text" | "value" | "look">;
export type ReadFigure = (id: string) => FormFigure;

const PLAIN = {
  role: "label",
  value: null,
  colSpan: 1,
  rowSpan: 1,
  look: "plain",
  isStrong: false,
  slot: null,
} as const satisfies Omit<GridCell, "key" | "text">;

function label(key: string, text: string, changes: Partial<GridCell> = {}): GridCell {
  return { ...PLAIN, key, text, ...changes };
}

function head(key: string, text: string, changes: Partial<GridCell> = {}): GridCell {
  return { ...PLAIN, key, text, role: "head", ...changes };
}

/** The statutory tables as the form prints them, head by head and with its merged cells. */
export function toFormGrid(table: FormTable, read: ReadFigure): MergedGrid {
  const figure = (row: string, column: string): GridCell => {
    const id = cellId(table.id, row, column);
    return { ...PLAIN, key: id, role: "figure", ...read(id) };
  };
  if (table.id === "t2") return disclosureGrid(table, figure);
  const [block] = table.blocks;
  if (block === undefined) return { columns: [], headRows: 0, rows: [] };
  return table.id === "t3" ? applicationGrid(block, figure) : caseGrid(block, figure);
}

type Figure = (row: string, column: string) => GridCell;

/** Table 二: one block an item of Article 20, each with its caption and heads over the same columns. */
function disclosureGrid(table: FormTable, figure: Figure): MergedGrid {
  const width = Math.max(...table.blocks.map((block) => block.columns.length));
  /** The last column of a block takes what the widest block leaves. */
  const spanOf = (block: FormBlock, index: number) =>
    index === block.columns.length - 1 ? width - block.columns.length + 1 : 1;
  const rows = table.blocks.flatMap((block): GridRow[] => [
    { key: block.caption, cells: [head(block.caption, block.caption, { colSpan: width + 1 })] },
    {
      key: `${block.caption} heads`,
      cells: [
        head(`${block.caption} content`, "信息内容"),
        ...block.columns.map((column, index) =>
          head(`${block.caption} ${column.key}`, column.label, { colSpan: spanOf(block, index) }),
        ),
      ],
    },
    ...block.rows.map((row) => ({
      key: row.key,
      cells: [
        label(row.key, row.label),
        ...block.columns.map((column, index) => ({ ...figure(row.key, column.key), colSpan: spanOf(block, index) })),
      ],
    })),
  ]);
  return { columns: [2, ...Array.from({ length: width }, () => 1.6)], headRows: 0, rows };
}

/** Item, group and leaf of table 三 stand in columns of their own. */
const STUB = [0.9, 2.85, 4.65] as const;

function applicationGrid(block: FormBlock, figure: Figure): MergedGrid {
  const heads = block.heads.map((line, index): GridRow => {
    const cells = line.map((cell) =>
      head(`head ${cell.label}`, cell.label, {
        colSpan: cell.column === null && index === 0 && cell.colSpan === 1 ? STUB.length : cell.colSpan,
        rowSpan: cell.rowSpan,
      }),
    );
    return { key: `head ${index}`, cells };
  });
  return {
    columns: [...STUB, ...block.columns.map(({ key }) => weightOf(block.rows.map((row) => figure(row.key, key))))],
    headRows: heads.length,
    rows: [...heads, ...applicationRows(block, figure)],
  };
}

/** Room of a column of weight 1 in the text width of an official document, without its padding. */
const FIGURE_ROOM = 27;

/** A column whose figures differ holds three of them with a word before each, none of which may break. */
function weightOf(figures: readonly GridCell[]): number {
  const lines = figures.filter(({ look }) => look === "differing").flatMap(({ text }) => text.split("\n"));
  return Math.max(1, widestText(lines, 12, true) / FIGURE_ROOM);
}

/** A heading without figures is no line of its own: it stands beside the rows that it heads. */
function applicationRows(block: FormBlock, figure: Figure): GridRow[] {
  const rows: GridRow[] = [];
  let opened: GridCell[] = [];
  for (const [index, row] of block.rows.entries()) {
    if (!row.hasCells) {
      opened.push(openHeading(block.rows, index));
      continue;
    }
    const own = label(row.key, row.label, {
      colSpan: STUB.length - row.indent,
      isStrong: row.indent < 2,
      slot: row.indent === 1 && row.group !== null ? OUTCOME_GROUP[row.group].slot : null,
    });
    const figures = block.columns.map((column) => ({ ...figure(row.key, column.key), isStrong: row.indent < 2 }));
    rows.push({ key: row.key, cells: [...opened, own, ...figures] });
    opened = [];
  }
  return rows;
}

function openHeading(rows: readonly FormRow[], index: number): GridCell {
  const heading = rows[index];
  if (heading === undefined) throw new Error(`no row ${index}`);
  const rest = rows.slice(index + 1);
  const end = rest.findIndex((row) => row.indent <= heading.indent);
  const headed = (end === -1 ? rest : rest.slice(0, end)).filter((row) => row.hasCells);
  return label(heading.key, heading.label, {
    rowSpan: headed.length,
    isStrong: true,
    slot: heading.group === null ? null : OUTCOME_GROUP[heading.group].slot,
  });
}

/** Table 四: three blocks side by side over one line of figures. */
function caseGrid(block: FormBlock, figure: Figure): MergedGrid {
  const heads = block.heads.map((line, index): GridRow => {
    const cells = line.map((cell) =>
      head(`head ${cell.column ?? cell.label}`, cell.label, { colSpan: cell.colSpan, rowSpan: cell.rowSpan }),
    );
    return { key: `head ${index}`, cells };
  });
  const figures = block.rows.flatMap((row) => block.columns.map((column) => figure(row.key, column.key)));
  return {
    columns: figures.map(() => 1),
    headRows: heads.length,
    rows: [...heads, { key: "cases", cells: figures }],
  };
}
