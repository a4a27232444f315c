import type { ReportForm } from "./annual-report.ts";
import {
  APPLICANT_COLUMNS,
  APPLICANT_LABEL,
  OUTCOME_GROUP,
  OUTCOME_GROUPS,
  OUTCOME_ROW,
  type OutcomeGroup,
  outcomeRowsOf,
} from "./outcome.ts";

/** What may stand in a cell: count ≥ 0, money with decimals, or a change that may be negative. */
export type CellFormat = "count" | "money" | "change";

/** One head cell of a printed table, in reading order; `column` names the column it stands over, if just one. */
export interface FormHeadCell {
  label: string;
  colSpan: number;
  rowSpan: number;
  column: string | null;
}

export interface FormColumn {
  key: string;
  label: string;
  format: CellFormat;
}

/** One printed row. A row without cells is a heading: 三、本年度办理结果, （三）不予公开. */
export interface FormRow {
  key: string;
  /** Printed wording. */
  label: string;
  indent: 0 | 1 | 2;
  /** Set on outcome rows and on the heading of their group. */
  group: OutcomeGroup | null;
  hasCells: boolean;
}

/** A block with its own heads: table 二 has one per item of Article 20, tables 三 and 四 have one. */
export interface FormBlock {
  /** 第二十条第（一）项; empty where the form prints none. */
  caption: string;
  heads: readonly (readonly FormHeadCell[])[];
  columns: readonly FormColumn[];
  rows: readonly FormRow[];
}

export type FormTableId = "t2" | "t3" | "t4";

export interface FormTable {
  id: FormTableId;
  title: string;
  /** The printed line under the title, or empty. */
  note: string;
  blocks: readonly FormBlock[];
}

/** One cell of the form: its id, where the form prints it and what may stand in it. */
export interface FormCell {
  id: string;
  table: FormTableId;
  row: FormRow;
  column: FormColumn;
}

/** `t3.refused.stateSecret.total`: the id under which an annual report keeps a cell. */
export function cellId(table: FormTableId, row: string, column: string): string {
  return `${table}.${row}.${column}`;
}

const head = (label: string, colSpan = 1, rowSpan = 1, column: string | null = null): FormHeadCell => ({
  label,
  colSpan,
  rowSpan,
  column,
});

const count = (key: string, label: string): FormColumn => ({ key, label, format: "count" });

const plainRow = (key: string, label: string): FormRow => ({ key, label, indent: 0, group: null, hasCells: true });

function itemBlock(caption: string, columns: readonly FormColumn[], rows: readonly FormRow[]): FormBlock {
  const heads = [[head("信息内容"), ...columns.map((column) => head(column.label, 1, 1, column.key))]];
  return { caption, heads, columns, rows };
}

const T2_TITLE = "二、主动公开政府信息情况";
const DECISIONS = count("decisions", "本年处理决定数量");

/** Table 二 since 2021: items (一)(五)(六)(八) of Article 20, as of 31 December. */
const TABLE_2: FormTable = {
  id: "t2",
  title: T2_TITLE,
  note: "",
  blocks: [
    itemBlock(
      "第二十条第（一）项",
      [count("issued", "本年制发件数"), count("repealed", "本年废止件数"), count("inForce", "现行有效件数")],
      [plainRow("regulations", "规章"), plainRow("normativeDocuments", "行政规范性文件")],
    ),
    itemBlock("第二十条第（五）项", [DECISIONS], [plainRow("licensing", "行政许可")]),
    itemBlock("第二十条第（六）项", [DECISIONS], [plainRow("penalty", "行政处罚"), plainRow("coercion", "行政强制")]),
    itemBlock(
      "第二十条第（八）项",
      [{ key: "amount", label: "本年收费金额（单位：万元）", format: "money" }],
      [plainRow("administrativeFees", "行政事业性收费")],
    ),
  ],
};

const LAST_YEAR_ITEMS = count("lastYearItems", "上一年项目数量");
const CHANGE: FormColumn = { key: "change", label: "本年增/减", format: "change" };
const TRIAL_COLUMNS = [LAST_YEAR_ITEMS, CHANGE, count("decisions", "处理决定数量")];

/** Table 二 of the trial form (国办公开办函〔2019〕60号). */
const TRIAL_TABLE_2: FormTable = {
  id: "t2",
  title: T2_TITLE,
  note: "",
  blocks: [
    itemBlock(
      "第二十条第（一）项",
      [
        count("newlyMade", "本年新制作数量"),
        count("newlyPublished", "本年新公开数量"),
        count("totalPublished", "对外公开总数量"),
      ],
      [plainRow("regulations", "规章"), plainRow("normativeDocuments", "规范性文件")],
    ),
    itemBlock("第二十条第（五）项", TRIAL_COLUMNS, [
      plainRow("licensing", "行政许可"),
      plainRow("otherServices", "其他对外管理服务事项"),
    ]),
    itemBlock("第二十条第（六）项", TRIAL_COLUMNS, [plainRow("penalty", "行政处罚"), plainRow("coercion", "行政强制")]),
    itemBlock("第二十条第（八）项", [LAST_YEAR_ITEMS, CHANGE], [plainRow("administrativeFees", "行政事业性收费")]),
    itemBlock(
      "第二十条第（九）项",
      [count("projects", "采购项目数量"), { key: "amount", label: "采购总金额", format: "money" }],
      [plainRow("centralProcurement", "政府集中采购")],
    ),
  ],
};

/** The printed heads of table 三: three lines, organisations under one head. */
const T3_HEADS = [
  [head("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 1, 3), head("申请人情况", 7)],
  [
    head(APPLICANT_LABEL.naturalPerson, 1, 2, "naturalPerson"),
    head("法人或其他组织", 5),
    head(APPLICANT_LABEL.total, 1, 2, "total"),
  ],
  (["commercial", "research", "publicWelfare", "legalService", "otherOrg"] as const).map((key) =>
    head(APPLICANT_LABEL[key], 1, 1, key),
  ),
];

function outcomeRows(form: ReportForm): readonly FormRow[] {
  return OUTCOME_GROUPS.flatMap((group): FormRow[] => {
    const leaves = outcomeRowsOf(form).filter((key) => OUTCOME_ROW[key].group === group);
    const label = OUTCOME_GROUP[group].printed;
    const [only] = leaves;
    if (leaves.length === 1 && only !== undefined) return [{ key: only, label, indent: 1, group, hasCells: true }];
    const rows = leaves.map(
      (key): FormRow => ({ key, label: OUTCOME_ROW[key].printed, indent: 2, group, hasCells: true }),
    );
    return [{ key: group, label, indent: 1, group, hasCells: false }, ...rows];
  });
}

function applicationTable(form: ReportForm): FormTable {
  return {
    id: "t3",
    title: "三、收到和处理政府信息公开申请情况",
    note: "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
    blocks: [
      {
        caption: "",
        heads: T3_HEADS,
        columns: APPLICANT_COLUMNS.map((key) => count(key, APPLICANT_LABEL[key])),
        rows: [
          plainRow("newReceived", "一、本年新收政府信息公开申请数量"),
          plainRow("carriedOver", "二、上年结转政府信息公开申请数量"),
          { key: "outcome", label: "三、本年度办理结果", indent: 0, group: null, hasCells: false },
          ...outcomeRows(form),
          { key: "outcomeTotal", label: "（七）总计", indent: 1, group: null, hasCells: true },
          plainRow("carriedForward", "四、结转下年度继续办理"),
        ],
      },
    ],
  };
}

/** Blocks of table 四: a case counts once, at the organ that acted first. */
export const CASE_BLOCK_LABEL = {
  reconsideration: "行政复议",
  litigationDirect: "行政诉讼（未经复议直接起诉）",
  litigationAfterReconsideration: "行政诉讼（复议后起诉）",
} as const;

/** Results of a table 四 block, in printed order. */
export const CASE_RESULT_LABEL = {
  upheld: "结果维持",
  corrected: "结果纠正",
  otherResult: "其他结果",
  pending: "尚未审结",
  total: "总计",
} as const;

const RESULTS = Object.entries(CASE_RESULT_LABEL);

/**
 * Table 四. The form prints its three blocks side by side over one line of figures (`heads`);
 * `rows` × `columns` says the same cells block by block, which is how a workbook or a narrow screen lists them.
 */
const TABLE_4: FormTable = {
  id: "t4",
  title: "四、政府信息公开行政复议、行政诉讼情况",
  note: "",
  blocks: [
    {
      caption: "",
      heads: [
        [head("行政复议", 5, 2), head("行政诉讼", 10)],
        [head("未经复议直接起诉", 5), head("复议后起诉", 5)],
        Object.keys(CASE_BLOCK_LABEL).flatMap((block) =>
          RESULTS.map(([key, label]) => head(label, 1, 1, `${block}.${key}`)),
        ),
      ],
      columns: RESULTS.map(([key, label]) => count(key, label)),
      rows: Object.entries(CASE_BLOCK_LABEL).map(([key, label]) => plainRow(key, label)),
    },
  ],
};

/** The statutory tables 二, 三, 四 of each form, in printed wording and order. */
export const REPORT_FORM: Readonly<Record<ReportForm, Readonly<Record<FormTableId, FormTable>>>> = {
  "2021": { t2: TABLE_2, t3: applicationTable("2021"), t4: TABLE_4 },
  "2019": { t2: TRIAL_TABLE_2, t3: applicationTable("2019"), t4: TABLE_4 },
};

function cellsOf(table: FormTable): readonly FormCell[] {
  return table.blocks.flatMap((block) =>
    block.rows
      .filter((row) => row.hasCells)
      .flatMap((row) =>
        block.columns.map((column) => ({ id: cellId(table.id, row.key, column.key), table: table.id, row, column })),
      ),
  );
}

const CELLS: Readonly<Record<ReportForm, readonly FormCell[]>> = {
  "2021": Object.values(REPORT_FORM["2021"]).flatMap(cellsOf),
  "2019": Object.values(REPORT_FORM["2019"]).flatMap(cellsOf),
};

/** Every cell of a form in printed order. */
export function formCells(form: ReportForm): readonly FormCell[] {
  return CELLS[form];
}

const CELL_IDS = {
  "2021": new Set(CELLS["2021"].map((cell) => cell.id)),
  "2019": new Set(CELLS["2019"].map((cell) => cell.id)),
} satisfies Record<ReportForm, ReadonlySet<string>>;

/** True when the form prints a cell of this id. */
export function isFormCell(form: ReportForm, id: string): boolean {
  return CELL_IDS[form].has(id);
}

/** Brings a printed label to one spelling: width, spaces, quotation marks and leading numbers differ between files. */
function labelKey(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/[\s"'“”‘’「」]/gu, "")
    .replace(/^(?:[一二三四五六七]、|\([一二三四五六七]\)|[三四]\([一二三四五六七]\)\d?|\d+[.、])+/u, "")
    .replace(/\(区分处理.*\)$|\(单位:万元\)$/u, "");
}

/** Finds a row or column by its printed label, with or without its number; null when the form prints no such label. */
export function findByLabel<T extends { label: string }>(items: readonly T[], label: string): T | null {
  const key = labelKey(label);
  return items.find((item) => labelKey(item.label) === key) ?? null;
}
