import { dateColumn, integerColumn, type LedgerSheet, required, unitColumn, yesNoColumn } from "./sheet-column.ts";

/** 模拟检查: one unit of one round per row. */
export const MOCK_INSPECTION_SHEET = {
  name: "模拟检查",
  part: "mockInspections",
  aliases: ["依申请公开模拟检查", "模拟申请", "模拟申请检查"],
  personalData: "refused",
  meaning: "依申请公开模拟检查：每轮每个单位一行。",
  columns: {
    year: required(
      integerColumn({ head: "年度", aliases: ["年份"], meaning: "检查所属年度", example: 2024 }, 2000, 2099),
    ),
    round: required(integerColumn({ head: "轮次", aliases: ["第几次"], meaning: "当年第几轮", example: 1 }, 1, 12)),
    unit: unitColumn("受理单位", "被申请单位"),
    sentOn: required(
      dateColumn({
        head: "发出日期",
        aliases: ["检查日期", "提交日期"],
        meaning: "模拟申请发出之日",
        example: "2024-05-13",
      }),
    ),
    covered: yesNoColumn({
      head: "是否覆盖",
      aliases: ["是否检查"],
      meaning: "否表示应检未检；不填为是",
      example: "是",
    }),
    answeredInTime: yesNoColumn({ head: "是否按期答复", meaning: "不填表示未覆盖，或还没到期", example: "是" }),
    formErrors: integerColumn(
      { head: "形式错误数", aliases: ["文书错误数"], meaning: "答复文书的形式错误；没有答复的不填", example: 0 },
      0,
      99,
    ),
  },
} satisfies LedgerSheet;
