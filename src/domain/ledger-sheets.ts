import { APPLICATION_SHEET } from "./application-sheet.ts";
import { DISPUTE_SHEET } from "./dispute-sheet.ts";
import { FINDING_STATUS_LABEL, type FindingStatus } from "./finding.ts";
import { INSPECTION_KIND_LABEL, INSPECTION_STATUS_LABEL } from "./inspection.ts";
import { MOCK_INSPECTION_SHEET } from "./mock-inspection-sheet.ts";
import { RECHECK_SHEET } from "./recheck-sheet.ts";
import { RECTIFICATION_SHEETS } from "./rectification-sheets.ts";
import { REPORT_SHEETS } from "./report-sheets.ts";
import { SCHEME_SHEETS } from "./scheme-sheets.ts";
import {
  type Columns,
  choiceColumn,
  dateColumn,
  idColumn,
  integerColumn,
  type LedgerSheet,
  listColumn,
  nameColumn,
  pointsColumn,
  ratioColumn,
  rawColumn,
  required,
  type SheetCells,
  textColumn,
  unitColumn,
  urlColumn,
  yesNoColumn,
} from "./sheet-column.ts";
import { UNIT_KIND_LABEL } from "./unit.ts";

/** 单位: the register of supervised units. */
export const UNIT_SHEET = {
  name: "单位",
  part: "units",
  aliases: ["单位名册", "单位名单"],
  meaning: "被督查的单位名册。列表顺序即固定的行政排序。",
  columns: {
    id: idColumn({
      head: "单位编号",
      meaning: "系统内的唯一编号；不填时沿用已有同名单位的编号，否则用单位名称",
      example: "u01",
    }),
    name: required(
      nameColumn({
        head: "单位名称",
        aliases: ["单位", "名称", "责任单位"],
        meaning: "单位全称",
        example: "示例区教育委员会",
      }),
    ),
    shortName: nameColumn({
      head: "简称",
      aliases: ["单位简称"],
      meaning: "图上用的短名；不填时用全称",
      example: "区教育委",
    }),
    kind: required(
      choiceColumn(
        { head: "单位性质", aliases: ["性质"], meaning: "部门、镇街分别排名；办公室归入部门一侧", example: "部门" },
        UNIT_KIND_LABEL,
      ),
    ),
    class: nameColumn({
      head: "单位类别",
      aliases: ["类别"],
      meaning: "决定适用哪一组分档；不填为“未分类”",
      example: "一类",
    }),
    order: integerColumn(
      { head: "排序", aliases: ["序号"], meaning: "固定排序；不填时按行的先后", example: 1 },
      0,
      100_000,
    ),
    activeFrom: dateColumn({ head: "启用日期", meaning: "此前不参加检查；不填表示一直存在", example: null }),
    activeTo: dateColumn({ head: "停用日期", meaning: "此后不参加检查；不填表示仍存在", example: null }),
  },
} satisfies LedgerSheet;

const yearColumn = integerColumn(
  { head: "年度", aliases: ["年份"], meaning: "季度列只写“三季度”时必填；否则可不填", example: null },
  2000,
  2099,
);

const quarterColumn = required(
  rawColumn(
    { head: "季度", aliases: ["检查季度", "所属季度"], meaning: "检查所属季度", example: "2024Q3" },
    "如 2024Q3、2024年第三季度、2024年三季度、2024-3季度；有“年度”列时可写 三季度",
  ),
);

/** 季度检查: one row per unit and quarter; what describes the round itself must agree on every row of the quarter. */
export const INSPECTION_SHEET = {
  name: "季度检查",
  part: "coverage",
  aliases: ["检查", "检查情况"],
  meaning: "每个单位每个季度一行：哪一轮检查、这家单位是否实检。同一季度各行的检查信息应一致，也可只在其中一行填写。",
  columns: {
    year: yearColumn,
    quarter: quarterColumn,
    unit: unitColumn("被检查单位"),
    name: nameColumn({ head: "检查名称", meaning: "不填时为“2024年三季度政务公开检查”", example: null }),
    kind: choiceColumn({ head: "检查类型", meaning: "不填为季度检查", example: null }, INSPECTION_KIND_LABEL),
    periodStart: dateColumn({
      head: "检查开始",
      aliases: ["检查开始日期", "开始日期"],
      meaning: "检查所看时段的第一天，可与自然季度不同；不填为自然季度首日",
      example: "2024-07-01",
    }),
    periodEnd: dateColumn({
      head: "检查结束",
      aliases: ["检查结束日期", "结束日期"],
      meaning: "检查所看时段的最后一天；不填为自然季度末日",
      example: "2024-09-30",
    }),
    status: choiceColumn(
      {
        head: "状态",
        aliases: ["检查状态"],
        meaning: "草稿的数字在页面和导出文件上都标“草稿”；不填为草稿",
        example: "已发布",
      },
      INSPECTION_STATUS_LABEL,
    ),
    publishedOn: dateColumn({ head: "发布日期", aliases: ["通报日期"], meaning: "通报发布日", example: "2024-10-08" }),
    scheme: nameColumn({
      head: "方案",
      aliases: ["考核方案", "评分方案"],
      meaning: "本轮所用方案的编号或名称；不填时用当季生效的方案",
      example: null,
    }),
    inspected: yesNoColumn({ head: "是否实检", aliases: ["实检"], meaning: "否表示应检未检；不填为是", example: "是" }),
    reason: textColumn({
      head: "原因",
      aliases: ["未检原因", "备注"],
      meaning: "未实检的原因或备注；未实检时必填",
      example: null,
    }),
    notApplicable: listColumn({
      head: "不适用指标",
      meaning: "对该单位不适用的指标名称或编号，表中显示“——”，不计入满分",
      example: null,
    }),
    notReported: listColumn({
      head: "未报指标",
      meaning: "单位未报送的指标名称或编号，显示“未报”，不等于 0",
      example: null,
    }),
  },
} satisfies LedgerSheet;

/** 扣分明细: one problem found at a unit per row. */
export const FINDING_SHEET = {
  name: "扣分明细",
  part: "findings",
  aliases: ["扣分", "扣分台账", "问题清单"],
  meaning:
    "一行一个问题。次数、扣分比例、扣分三列：按次扣分的指标填次数，按比例扣分的填比例；扣分可不填，填了须与计算结果一致。",
  columns: {
    id: idColumn({
      head: "编号",
      aliases: ["问题编号"],
      meaning: "唯一编号，再次导入时据此更新；不填时由季度、单位、指标、日期和问题内容生成",
      example: "2024Q3-001",
    }),
    year: yearColumn,
    quarter: quarterColumn,
    unit: unitColumn("被检查单位"),
    indicator: required(
      nameColumn({
        head: "指标",
        aliases: ["测评指标", "指标名称"],
        meaning: "当季所用方案中的指标名称或编号",
        example: "栏目更新",
      }),
    ),
    occurredOn: dateColumn({
      head: "发现日期",
      aliases: ["日期", "检查日期"],
      meaning: "不填时记为检查结束日",
      example: "2024-09-03",
    }),
    count: integerColumn(
      { head: "次数", aliases: ["处数", "条数"], meaning: "按次扣分的次数；不填为 1", example: 2 },
      1,
      10_000,
    ),
    ratio: ratioColumn({
      head: "扣分比例",
      aliases: ["比例"],
      meaning: "占指标分值的比例，只用于按比例扣分的指标",
      example: null,
    }),
    points: pointsColumn({
      head: "扣分",
      aliases: ["扣分值", "扣分/加分", "加分"],
      meaning: "整行合计的分值，写成 −1.28 也按 1.28 计；单项否决不填",
      example: 1,
    }),
    problem: required(
      textColumn({
        head: "问题",
        aliases: ["失分原因", "存在问题", "问题描述", "扣分原因"],
        meaning: "发现的问题",
        example: "通知公告栏目超过两周未更新",
      }),
    ),
    evidenceUrl: urlColumn({ head: "佐证链接", aliases: ["链接", "网址"], meaning: "问题页面的网址", example: null }),
    status: choiceColumn<FindingStatus>(
      { head: "确认状态", aliases: ["状态"], meaning: "只有“已确认”计分；不填为已确认", example: "已确认" },
      FINDING_STATUS_LABEL,
    ),
    parent: idColumn({
      head: "上级编号",
      aliases: ["关联编号"],
      meaning: "加重扣分所依据的那一行的编号",
      example: null,
    }),
  },
} satisfies LedgerSheet;

/** Every sheet that the importer knows, in the order in which it reads them: what is referred to comes first. */
export const LEDGER_SHEETS = [
  UNIT_SHEET,
  SCHEME_SHEETS.scheme,
  SCHEME_SHEETS.indicator,
  SCHEME_SHEETS.tier,
  INSPECTION_SHEET,
  FINDING_SHEET,
  RECHECK_SHEET,
  REPORT_SHEETS.t2,
  REPORT_SHEETS.t3,
  REPORT_SHEETS.t4,
  RECTIFICATION_SHEETS.rules,
  RECTIFICATION_SHEETS.case,
  RECTIFICATION_SHEETS.event,
  APPLICATION_SHEET,
  DISPUTE_SHEET,
  MOCK_INSPECTION_SHEET,
] as const;

/** The cells of one sheet's example rows, column by column; the template and the 说明 sheet are made from it. */
export function exampleRows(sheet: LedgerSheet<Columns>): readonly SheetCells[] {
  if (sheet.examples !== undefined) return sheet.examples;
  return [Object.fromEntries(Object.entries(sheet.columns).map(([name, column]) => [name, column.example]))];
}
