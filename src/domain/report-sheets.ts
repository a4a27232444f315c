import { type Reading, refused, taken } from "./cell-reading.ts";
import { cleanText, type PlainCell, restoreNeutralised, showCell, toHalfWidth } from "./cell-text.ts";
import { OUTCOME_ROW } from "./outcome.ts";
import { parseCell } from "./report-cell.ts";
import {
  type FormColumn,
  type FormRow,
  type FormTable,
  type FormTableId,
  findByLabel,
  REPORT_FORM,
} from "./report-form.ts";
import {
  amountColumn,
  type Column,
  choiceColumn,
  idColumn,
  integerColumn,
  type LedgerSheet,
  nameColumn,
  required,
  type SheetCells,
} from "./sheet-column.ts";

const EXAMPLE = { body: "示例区教育委员会", year: 2024 };

const HEADING_COLUMNS = {
  body: required(
    nameColumn({
      head: "机关",
      aliases: ["单位", "机关名称", "公开机关"],
      meaning: "报告的机关",
      example: EXAMPLE.body,
    }),
  ),
  bodyId: idColumn({
    head: "机关编号",
    meaning: "不填时，名称与单位名册相同则用单位编号，否则用机关名称",
    example: null,
  }),
  level: choiceColumn(
    { head: "口径", meaning: "本机关自己的报告，还是汇总下属单位的报告；不填为本机关", example: null },
    { unit: "本机关", rollUp: "汇总" },
  ),
  year: required(
    integerColumn(
      { head: "年度", aliases: ["年份", "报告年度"], meaning: "报告所属年度，决定用哪一版表样", example: EXAMPLE.year },
      2008,
      2099,
    ),
  ),
  label: required(
    nameColumn({
      head: "项目",
      aliases: ["信息内容", "行", "事项", "类型"],
      meaning: "表样上的行名，带不带序号都可以，也可用简称；只有标题没有数字的行可不写",
      example: null,
    }),
  ),
};

/** A figure is kept as it was printed; blank, 0 and —— are three different things. */
function readFigure(cell: PlainCell): Reading<string> {
  if (cell !== null && typeof cell === "object") {
    if (cell.kind === "percent") return refused("年报表只填数字，不能填百分比；请把单元格格式改为常规");
    if (cell.kind === "date") return refused("应填数字，不是日期；请把单元格格式改为常规");
  }
  const raw = restoreNeutralised(cleanText(showCell(cell)));
  if (toHalfWidth(raw).endsWith("%")) return refused("年报表只填数字，不能填百分比");
  return parseCell(raw).kind === "unreadable" ? refused("应为数字、0、——，或 22（其中修订16）这样的写法") : taken(raw);
}

type FigureColumns = Record<`figure.${string}`, Column<string | null>>;

/** Columns of both forms: the trial form prints other columns, or other words over the same column. */
function figureColumns(table: FormTableId): FigureColumns {
  const printed = [REPORT_FORM["2021"][table], REPORT_FORM["2019"][table]].flatMap(columnsOf);
  const columns: FigureColumns = {};
  for (const { key, label } of printed) {
    const labels = new Set(printed.filter((column) => column.key === key).map((column) => column.label));
    const [head = label, ...aliases] = labels;
    const meaning = `${head}，照表样填写`;
    columns[`figure.${key}`] ??= amountColumn(
      { head, aliases, meaning, example: null },
      "数字、0、留空或 ——；可写 22（其中修订16）",
      readFigure,
    );
  }
  return columns;
}

function columnsOf(table: FormTable): readonly FormColumn[] {
  return table.blocks.flatMap((block) => block.columns);
}

/** Every printed row of the current form, so that nobody has to type the wording of the form. */
function exampleRows(table: FormTableId): SheetCells[] {
  return REPORT_FORM["2021"][table].blocks.flatMap((block) =>
    block.rows
      .filter((row) => row.hasCells)
      .map((row) => ({
        ...EXAMPLE,
        label: row.label,
        ...Object.fromEntries(
          block.columns.map((column) => [`figure.${column.key}`, column.format === "money" ? "——" : 0]),
        ),
      })),
  );
}

function reportSheet(table: FormTableId, name: string, aliases: readonly string[], meaning: string) {
  const columns: typeof HEADING_COLUMNS & FigureColumns = { ...HEADING_COLUMNS, ...figureColumns(table) };
  return {
    name,
    part: "annualReports",
    aliases,
    meaning,
    columns,
    examples: exampleRows(table),
  } satisfies LedgerSheet;
}

/** 年报表二, 三 and 四: one row per printed row of the statutory tables. */
export const REPORT_SHEETS = {
  t2: reportSheet("t2", "年报表二", ["表二", "主动公开政府信息情况"], "年报第二部分，表样的每一行写一行。"),
  t3: reportSheet("t3", "年报表三", ["表三", "收到和处理政府信息公开申请情况"], "年报第三部分，表样的每一行写一行。"),
  t4: reportSheet("t4", "年报表四", ["表四", "行政复议行政诉讼情况"], "年报第四部分，每一类案件写一行。"),
};

const SHORT_ROW: Readonly<Record<string, string>> = {
  本年新收: "newReceived",
  新收: "newReceived",
  上年结转: "carriedOver",
  结转下年度: "carriedForward",
  结转下年: "carriedForward",
  办理结果总计: "outcomeTotal",
  规范性文件: "normativeDocuments",
  收费: "administrativeFees",
  复议: "reconsideration",
  未经复议直接起诉: "litigationDirect",
  直接起诉: "litigationDirect",
  复议后起诉: "litigationAfterReconsideration",
  ...Object.fromEntries(Object.entries(OUTCOME_ROW).map(([key, words]) => [words.label, key])),
};

/** The printed row that a label means, by printed wording first, then by its usual short form; null when there is none. */
export function findFormRow(table: FormTable, label: string): FormRow | null {
  const rows = table.blocks.flatMap((block) => block.rows);
  const withCells = rows.filter((row) => row.hasCells);
  const byKey = (key: string | undefined) => withCells.find((row) => row.key === key) ?? null;
  return findByLabel(withCells, label) ?? byKey(SHORT_ROW[label]) ?? byKey(label) ?? findByLabel(rows, label);
}

/** Keys of the columns that the form prints for a row. */
export function columnKeysOf(table: FormTable, row: FormRow): readonly string[] {
  const block = table.blocks.find((candidate) => candidate.rows.includes(row));
  return block?.columns.map((column) => column.key) ?? [];
}
