import { PUBLISHED_REPORTS } from "#domain/fixtures/published-annual-reports.ts";
import { FINDING_SHEET, INSPECTION_SHEET, UNIT_SHEET } from "#domain/ledger-sheets.ts";
import { cellId, type FormTableId, REPORT_FORM } from "#domain/report-form.ts";
import { REPORT_SHEETS } from "#domain/report-sheets.ts";
import { SCHEME_SHEETS } from "#domain/scheme-sheets.ts";
import type { SheetCells } from "#domain/sheet-column.ts";
import { toWrittenSheet } from "./ledger-template.ts";
import type { WrittenSheet } from "./write-workbook.ts";

function sourceSheet(rows: readonly (readonly [string, string])[]): WrittenSheet {
  return { name: "来源", head: ["项目", "内容"], rows };
}

const toNumberOrText = (raw: string) => (/^\d+(\.\d+)?$/.test(raw) ? Number(raw) : raw);

/** 潼南区政府办公室 2024: tables 二, 三 and 四 as published on 2025-01-26. */
export function tongnanSample(): WrittenSheet[] {
  const published = PUBLISHED_REPORTS.find(({ report }) => report.bodyId === "tongnan-office");
  if (published === undefined) throw new Error("The published report of 潼南 is missing from the fixtures");
  const { report, source } = published;
  const rowsOf = (tableId: FormTableId): SheetCells[] =>
    REPORT_FORM[report.form][tableId].blocks.flatMap((block) =>
      block.rows
        .filter((row) => row.hasCells)
        .map((row) => ({
          body: report.bodyName,
          year: report.year,
          label: row.label,
          ...Object.fromEntries(
            block.columns.map((column) => {
              const raw = report.cells[cellId(tableId, row.key, column.key)];
              return [`figure.${column.key}`, raw === undefined ? null : toNumberOrText(raw)];
            }),
          ),
        })),
    );
  return [
    toWrittenSheet(REPORT_SHEETS.t2, rowsOf("t2")),
    toWrittenSheet(REPORT_SHEETS.t3, rowsOf("t3")),
    toWrittenSheet(REPORT_SHEETS.t4, rowsOf("t4")),
    sourceSheet([
      ["名称", "重庆市潼南区人民政府办公室2024年政府信息公开工作年度报告"],
      ["发布日期", "2025-01-26"],
      ["网址", source],
      ["说明", "数字照公开的表格录入，收费一格原文为“——”"],
    ]),
  ];
}

const GUOYANG_URL = "https://www.gy.gov.cn/SixProtectContent/show/611895.html";
const GUOYANG = { unit: "涡阳县水利局", scheme: "涡阳县政务公开季度测评", quarter: "2020Q3" };

/** Printed rows of the sheet: indicator, points, deduction. */
const PRINTED_ROWS = [
  ["规范性文件立改废", 2, 1.28],
  ["意见征集", 4, 2.4],
  ["意见反馈", 2, 1.2],
  ["建议提案办理制度和总体情况", 1, 0.5],
  ["公务员招录", 1, 1],
  ["负责人解读", 2, 1.2],
] as const;

/** What the sheet sums up without printing it: 100 − 12 points, 18.78 − 7.58 deducted. */
const REMAINDER = ["其余基本信息指标", 88, 11.2] as const;

const INDICATOR_ROWS: readonly SheetCells[] = [
  ...[...PRINTED_ROWS, REMAINDER].map(([name, points]) => ({
    scheme: GUOYANG.scheme,
    group: "基本信息",
    groupWeight: 100,
    name,
    points,
    measure: "按比例",
  })),
  {
    scheme: GUOYANG.scheme,
    group: "重点领域",
    groupWeight: 0.64,
    name: "重点领域信息公开",
    points: 0.64,
    measure: "按比例",
  },
];

const SCHEME_ROW: SheetCells = {
  name: GUOYANG.scheme,
  version: GUOYANG.quarter,
  from: GUOYANG.quarter,
  to: GUOYANG.quarter,
  fullMark: 100,
  naPolicy: "折算",
  tierBasis: "得分",
  decimals: 2,
  notes: "总得分 = (基本信息得分 + 重点领域得分) ÷ (100 + 0.64) × 100；没有分档",
};

/** 涡阳县水利局 2020Q3: the six rows that are printed, and one row for what is only summed up. */
export function guoyangSample(): WrittenSheet[] {
  const findings = [...PRINTED_ROWS, REMAINDER].map(([indicator, points, deducted]) => ({
    quarter: GUOYANG.quarter,
    unit: GUOYANG.unit,
    indicator,
    points: deducted,
    problem:
      indicator === REMAINDER[0]
        ? "未逐行公布的其余扣分：基本信息共扣 18.78 分，已列六项共 7.58 分"
        : `测评表所列：分值 ${points.toFixed(1)}，扣 ${deducted.toFixed(2)}`,
    evidenceUrl: GUOYANG_URL,
    status: "已确认",
  }));
  return [
    toWrittenSheet(UNIT_SHEET, [{ name: GUOYANG.unit, shortName: "县水利局", kind: "部门", order: 1 }]),
    toWrittenSheet(SCHEME_SHEETS.scheme, [SCHEME_ROW]),
    toWrittenSheet(SCHEME_SHEETS.indicator, INDICATOR_ROWS),
    toWrittenSheet(INSPECTION_SHEET, [
      { quarter: GUOYANG.quarter, unit: GUOYANG.unit, status: "已发布", inspected: "是" },
    ]),
    toWrittenSheet(FINDING_SHEET, findings),
    sourceSheet([
      ["名称", "涡阳县水利局2020年第三季度政务公开测评表"],
      ["网址", GUOYANG_URL],
      ["公布的结果", "基本信息 100 分得 81.22 分，重点领域 0.64 分得 0.64 分，总得分 81.34"],
      ["说明", "六行照公布的数字录入；其余扣分（18.78 − 7.58 = 11.20）合为一行，使总数与公布的一致"],
    ]),
  ];
}
