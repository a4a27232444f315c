import { strToU8, zipSync } from "fflate";
import { plainCell } from "./figure-cell.ts";
import type { FigureCell, FigureColumn, FigureTable, FigureWords } from "./figure-spec.ts";
import { type MergedGrid, placeCells } from "./merged-grid.ts";
import { measureText } from "./text-measure.ts";
import { escapeXml } from "./xml.ts";

/**
 * Workbook of one figure, written directly: write-excel-file compresses larger sheets in a blob worker, which the
 * Content-Security-Policy refuses. Sheet 1 holds typed cells under a frozen head, sheet 2 the words of the figure.
 */
export function figureXlsx(table: FigureTable, words: FigureWords): Uint8Array<ArrayBuffer> {
  const notes: [string, string][] = [
    ["标题", words.title],
    ["结论", words.finding],
    ["筛选", words.caption],
    ["说明", words.note],
    ["来源", words.source],
    ["数据性质", words.marks.length === 0 ? "正式数据" : words.marks.join("、")],
    ["生成时间", words.madeAt],
  ];
  const files = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "worksheets/sheet2.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": stylesXml(table.columns),
    "xl/worksheets/sheet1.xml": table.grid === undefined ? dataSheet(table) : gridSheet(table.grid),
    "xl/worksheets/sheet2.xml": noteSheet(notes),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(HEADER + text)])));
}

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
  [1, 2]
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)
    .join("") +
  "</Types>";
const WORKBOOK =
  `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>` +
  '<sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets></workbook>';

function relations(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

/** Cell formats: 0 plain, 1 bold, 2 wrapped, 3–6 of a ruled table, then a normal and a bold one per column. */
const FIRST_COLUMN_FORMAT = 7;
/** Ruled and wrapped: heads, labels, strong labels, figures. */
const RULED = { head: 3, label: 4, strong: 5, figure: 6 } as const;

function stylesXml(columns: readonly FigureColumn[]): string {
  const formats = columns.map(
    (column, index) => `<numFmt numFmtId="${164 + index}" formatCode="${formatCode(column)}"/>`,
  );
  const xfs = columns.flatMap((_, index) =>
    [0, 1].map(
      (font) =>
        `<xf numFmtId="${164 + index}" fontId="${font}" fillId="0" borderId="0" applyNumberFormat="1" applyFont="1"/>`,
    ),
  );
  const plain = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"/>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    ruledFormat(1, "center"),
    ruledFormat(0, "left"),
    ruledFormat(1, "left"),
    ruledFormat(0, "center"),
  ];
  const font = '<sz val="11"/><name val="宋体"/>';
  return (
    `<styleSheet ${MAIN}><numFmts count="${formats.length}">${formats.join("")}</numFmts>` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/></border>${RULED_BORDER}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${plain.length + xfs.length}">${[...plain, ...xfs].join("")}</cellXfs></styleSheet>`
  );
}

const RULED_BORDER = `<border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("")}</border>`;

function ruledFormat(font: number, align: "left" | "center"): string {
  return (
    `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1">` +
    `<alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`
  );
}

function formatCode(column: FigureColumn): string {
  const decimals = column.decimals ?? (column.kind === "number" ? 0 : 1);
  const digits = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  if (column.kind === "text" || (column.kind === "number" && column.decimals === undefined)) return "General";
  return column.kind === "percent" ? `${digits}%` : digits;
}

function dataSheet(table: FigureTable): string {
  const head = rowXml(
    1,
    table.columns.map((column) => ({ cell: column.head, format: 1 })),
  );
  const rows = table.rows.map((row, index) =>
    rowXml(
      index + 2,
      table.columns.map((column, at) => ({
        cell: plainCell(row.cells[column.key] ?? null, column),
        format: FIRST_COLUMN_FORMAT + at * 2 + (row.isTotal === true ? 1 : 0),
      })),
    ),
  );
  const widths = table.columns.map((column, index) => {
    const texts = [column.head, ...table.rows.map((row) => String(row.cells[column.key] ?? ""))];
    const em = Math.min(40, Math.max(...texts.map((text) => measureText(text, 1))));
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.ceil(em * 2 + 2)}" customWidth="1"/>`;
  });
  return (
    `<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">` +
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join("")}</cols><sheetData>${head}${rows.join("")}</sheetData></worksheet>`
  );
}

/** Characters of width that a column of weight 1 gets. */
const GRID_COLUMN = 8;

interface Field {
  cell: FigureCell;
  format: number;
}

/** The fields of a form: a merged cell stands in its first one, those it covers carry the rule around it. */
function gridFields(grid: MergedGrid): Field[][] {
  const fields = grid.rows.map(() => grid.columns.map((): Field => ({ cell: null, format: 0 })));
  for (const { cell, row, column } of placeCells(grid)) {
    const format = cell.role === "label" && cell.isStrong ? RULED.strong : RULED[cell.role];
    for (const line of fields.slice(row, row + cell.rowSpan))
      line.fill({ cell: null, format }, column, column + cell.colSpan);
    const line = fields[row];
    if (line !== undefined) line[column] = { cell: cell.value ?? cell.text, format };
  }
  return fields;
}

/** A form as it is printed: merged cells stay merged, heads stay in sight. */
function gridSheet(grid: MergedGrid): string {
  const merges = placeCells(grid)
    .filter(({ cell }) => cell.colSpan * cell.rowSpan > 1)
    .map(({ cell, row, column }) => {
      const end = `${columnName(column + cell.colSpan - 1)}${row + cell.rowSpan}`;
      return `<mergeCell ref="${columnName(column)}${row + 1}:${end}"/>`;
    });
  const widths = grid.columns.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.ceil(width * GRID_COLUMN)}" customWidth="1"/>`,
  );
  const pane =
    grid.headRows === 0
      ? ""
      : `<pane ySplit="${grid.headRows}" topLeftCell="A${grid.headRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return (
    `<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${widths.join("")}</cols>` +
    `<sheetData>${gridFields(grid)
      .map((line, index) => rowXml(index + 1, line))
      .join("")}</sheetData>` +
    `${merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`}` +
    '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>'
  );
}

function noteSheet(notes: readonly (readonly [string, string])[]): string {
  const rows = notes.map(([head, text], index) =>
    rowXml(index + 1, [
      { cell: head, format: 1 },
      { cell: text, format: 2 },
    ]),
  );
  const columns =
    '<cols><col min="1" max="1" width="12" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols>';
  return `<worksheet ${MAIN}>${columns}<sheetData>${rows.join("")}</sheetData></worksheet>`;
}

function rowXml(number: number, cells: readonly { cell: FigureCell; format: number }[]): string {
  return `<row r="${number}">${cells.map(({ cell, format }, index) => cellXml(cell, `${columnName(index)}${number}`, format)).join("")}</row>`;
}

/** Inline strings are never formulas, whatever they begin with. */
function cellXml(cell: FigureCell, reference: string, format: number): string {
  if (cell === null) return `<c r="${reference}" s="${format}"/>`;
  if (typeof cell === "number") return `<c r="${reference}" s="${format}"><v>${cell}</v></c>`;
  return `<c r="${reference}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
