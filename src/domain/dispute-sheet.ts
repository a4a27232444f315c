import { DISPUTE_CAUSE_LABEL, type DisputeKind } from "./dispute.ts";
import { CASE_BLOCK_LABEL, CASE_RESULT_LABEL } from "./report-form.ts";
import { choiceColumn, dateColumn, idColumn, type LedgerSheet, required, unitColumn } from "./sheet-column.ts";

const KIND_WORDS: Readonly<Record<string, DisputeKind>> = {
  复议: "reconsideration",
  直接起诉: "litigationDirect",
  未经复议直接起诉: "litigationDirect",
  行政诉讼: "litigationDirect",
  复议后起诉: "litigationAfterReconsideration",
};

/** 复议诉讼: one reconsideration or law suit per row. */
export const DISPUTE_SHEET = {
  name: "复议诉讼",
  part: "disputes",
  aliases: ["复议诉讼台账", "行政复议诉讼", "行政复议和诉讼"],
  personalData: "refused",
  meaning:
    "一行一件因政府信息公开引起的行政复议或行政诉讼。不收当事人的姓名等个人信息。复议机关作共同被告的，只由原行为机关填。",
  columns: {
    id: required(
      idColumn({
        head: "案号",
        aliases: ["编号", "复议编号"],
        meaning: "唯一编号；再次导入同一编号即更新",
        example: "FY2024-0011",
      }),
    ),
    application: idColumn({
      head: "申请编号",
      meaning: "引起争议的申请在“依申请公开”表或系统中的编号；台账没有的留空",
      example: "SQ2024-0101",
    }),
    unit: unitColumn("受理单位", "被申请单位"),
    kind: required(
      choiceColumn(
        { head: "类型", aliases: ["案件类型"], meaning: "年报表四的三类", example: "行政复议" },
        CASE_BLOCK_LABEL,
        KIND_WORDS,
      ),
    ),
    cause: choiceColumn(
      { head: "案由", aliases: ["争议事由"], meaning: "不填为其他", example: "不服部分公开" },
      DISPUTE_CAUSE_LABEL,
    ),
    filedOn: required(
      dateColumn({
        head: "立案日期",
        aliases: ["受理日期", "收案日期"],
        meaning: "受理或立案之日",
        example: "2024-05-20",
      }),
    ),
    result: choiceColumn(
      {
        head: "结果",
        aliases: ["审理结果"],
        meaning: "不填为尚未审结；撤销、变更、确认违法、责令履行都是结果纠正",
        example: "结果维持",
      },
      {
        upheld: CASE_RESULT_LABEL.upheld,
        corrected: CASE_RESULT_LABEL.corrected,
        otherResult: CASE_RESULT_LABEL.otherResult,
        pending: CASE_RESULT_LABEL.pending,
      },
      {
        维持: "upheld",
        驳回: "upheld",
        纠正: "corrected",
        撤销: "corrected",
        变更: "corrected",
        确认违法: "corrected",
        责令履行: "corrected",
        其他: "otherResult",
        未审结: "pending",
      },
    ),
    concludedOn: dateColumn({
      head: "审结日期",
      aliases: ["结案日期"],
      meaning: "有结果的必填",
      example: "2024-07-16",
    }),
  },
} satisfies LedgerSheet;
