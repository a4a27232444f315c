import writeXlsxFile, { type Cell, type Feature } from "write-excel-file/node";
import { columnLetter, neutraliseFormula } from "#domain/cell-text.ts";

/** A sheet to be written: heads in the first row, and the words that a column may hold as drop-down lists. */
export interface WrittenSheet {
  name: string;
  head: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  /** Column index → words. */
  lists?: ReadonlyMap<number, readonly string[]>;
}

/** Drop-down lists reach this row; a quarter of a large district has fewer. */
const LAST_LISTED_ROW = 5_000;
const WIDEST_COLUMN = 60;

function toXmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function validationXml(lists: ReadonlyMap<number, readonly string[]>): string {
  const rules = [...lists].map(([column, words]) => {
    const letter = columnLetter(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${LAST_LISTED_ROW}"><formula1>"${toXmlText(words.join(","))}"</formula1></dataValidation>`;
  });
  return rules.length === 0 ? "" : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

/** The library writes no validation lists of its own, but lets a feature put them where the format wants them. */
function listsFeature(sheets: readonly WrittenSheet[]): Feature<never> {
  const listsOf = new Map(sheets.map((sheet) => [sheet.name, sheet.lists ?? new Map<number, readonly string[]>()]));
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, options) =>
            xml.replace("</sheetData>", `</sheetData>${validationXml(listsOf.get(options.sheet ?? "") ?? new Map())}`),
        },
      },
    },
  };
}

function widthOf(cells: readonly (string | number | null | undefined)[]): number {
  // A Chinese character is as wide as two digits.
  const widths = cells.map((cell) => [...String(cell ?? "")].reduce((sum, sign) => sum + (sign > "ÿ" ? 2 : 1), 2));
  return Math.min(WIDEST_COLUMN, Math.max(8, ...widths));
}

function toCell(value: string | number | null): Cell {
  if (typeof value !== "string") return value;
  return { value: neutraliseFormula(value), type: String };
}

/** The bytes of an .xlsx with frozen heads. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    stickyRowsCount: 1,
    columns: sheet.head.map((head, at) => ({ width: widthOf([head, ...sheet.rows.map((row) => row[at])]) })),
    data: [
      sheet.head.map((head): Cell => ({ value: head, type: String, fontWeight: "bold", backgroundColor: "#EEF2F7" })),
      ...sheet.rows.map((row) => row.map(toCell)),
    ],
  }));
  return writeXlsxFile(written, { features: [listsFeature(sheets) as Feature<never>] } as never).toBuffer();
}
