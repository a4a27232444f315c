import { RECHECK_RESULT_LABEL } from "./finding-recheck.ts";
import {
  choiceColumn,
  dateColumn,
  idColumn,
  type LedgerSheet,
  nameColumn,
  required,
  textColumn,
} from "./sheet-column.ts";

/** 问题复查: the third party's second look at the findings of a quarterly inspection, one look per row. */
export const RECHECK_SHEET = {
  name: "问题复查",
  part: "findingRechecks",
  aliases: ["回头看", "复查结果", "整改复查"],
  meaning: "一行一次复查：季度检查发现的问题，第三方回头看时是否已整改。同一问题可以复查多次，以最近一次为准。",
  columns: {
    finding: required(
      idColumn({
        head: "问题编号",
        aliases: ["编号", "扣分明细编号"],
        meaning: "“扣分明细”表或系统中已有的编号",
        example: "2024Q3-001",
      }),
    ),
    recheckedOn: required(
      dateColumn({ head: "复查日期", aliases: ["日期", "回头看日期"], meaning: "看的那一天", example: "2024-10-25" }),
    ),
    result: required(
      choiceColumn(
        { head: "复查结果", aliases: ["结果", "整改情况"], meaning: "问题是否还在", example: "已整改" },
        RECHECK_RESULT_LABEL,
        { 整改完成: "fixed", 通过: "fixed", 整改不到位: "notFixed", 未通过: "notFixed" },
      ),
    ),
    by: required(
      nameColumn({
        head: "复查单位",
        aliases: ["复查机构", "第三方"],
        meaning: "只登记单位，不登记个人；60 字以内",
        example: "示例测评机构",
      }),
    ),
    note: textColumn({ head: "说明", aliases: ["备注"], meaning: "补充说明", example: null }),
  },
} satisfies LedgerSheet;
