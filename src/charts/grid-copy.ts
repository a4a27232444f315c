import { type GridCell, type MergedGrid, toPlainRows } from "./merged-grid.ts";
import { stripControls } from "./text-measure.ts";
import { escapeXml } from "./xml.ts";

/** Words around a table on the clipboard: it is pasted where nothing else says whose it is. */
export interface GridWords {
  title: string;
  /** Body, year, source, 演示数据. */
  foot: string;
}

const TABLE_STYLE = "border-collapse:collapse;font-family:宋体,SimSun,serif;font-size:10.5pt";
const BORDER = "border:0.5pt solid #000000;padding:1pt 3pt;";

/** The table for Word, WPS and Excel: spans and borders are written out, because a style sheet does not come along. */
export function gridHtml(grid: MergedGrid, words: GridWords): string {
  const rows = grid.rows.map(({ cells }) => `<tr>${cells.map(cellHtml).join("")}</tr>`).join("");
  return (
    `<p style="font-weight:bold">${escapeXml(words.title)}</p>` +
    `<table border="1" cellspacing="0" style="${TABLE_STYLE}"><tbody>${rows}</tbody></table>` +
    `<p style="font-size:9pt">${escapeXml(words.foot)}</p>`
  );
}

function cellHtml(cell: GridCell): string {
  const tag = cell.role === "figure" ? "td" : "th";
  const align = cell.role === "label" ? "left" : "center";
  const weight = cell.role === "head" || cell.isStrong ? "bold" : "normal";
  const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ""}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ""}`;
  const text = escapeXml(stripControls(cell.text)).replaceAll("\n", "<br>");
  return `<${tag}${spans} style="${BORDER}text-align:${align};font-weight:${weight}">${text}</${tag}>`;
}

/** The same for programs that take only text: one line a row, tabs between columns, a merged cell in its first field. */
export function gridText(grid: MergedGrid, words: GridWords): string {
  const lines = toPlainRows(grid).map((row) => row.map((cell) => oneLine(cell?.text ?? "")).join("\t"));
  return [words.title, ...lines, words.foot].join("\r\n");
}

/** Words of a cell on one line. */
export function oneLine(text: string): string {
  return stripControls(text).replace(/\s+/g, " ");
}
