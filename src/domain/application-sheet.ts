import { CHANNEL_LABEL, type Channel } from "./application.ts";
import { nameKey } from "./cell-text.ts";
import { APPLICANT_LABEL, OUTCOME_ROW } from "./outcome.ts";
import { APPLICANT_KINDS, OUTCOME_LEAVES, type OutcomeLeaf } from "./outcome-leaf.ts";
import { REPLY_KIND, REPLY_KINDS } from "./reply-kind.ts";
import {
  choiceColumn,
  dateColumn,
  idColumn,
  integerColumn,
  type LedgerSheet,
  nameColumn,
  periodsColumn,
  required,
  textColumn,
  unitColumn,
} from "./sheet-column.ts";

function pick<K extends string, V>(keys: readonly K[], wordOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, wordOf(key)])) as Record<K, V>;
}

/** Words for the channel that registers use. */
const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  当面: "inPerson",
  现场: "inPerson",
  邮寄: "signedMail",
  邮寄签收: "signedMail",
  挂号信: "signedMail",
  特快专递: "signedMail",
  ems: "signedMail",
  信函: "ordinaryLetter",
  平信: "ordinaryLetter",
  "互联网、传真": "electronic",
  互联网: "electronic",
  网络: "electronic",
  网上: "electronic",
  在线: "electronic",
  传真: "electronic",
  电子邮件: "electronic",
};

/** The printed wording of the form with and without its number, and the kinds of reply of Article 36 that have one row. */
const OUTCOME_WORDS: Readonly<Record<string, OutcomeLeaf>> = {
  ...Object.fromEntries(
    OUTCOME_LEAVES.flatMap((leaf) => {
      const { printed } = OUTCOME_ROW[leaf];
      return [printed, printed.replace(/^\d+\.|^（.）/, "")].map((word) => [nameKey(word), leaf]);
    }),
  ),
  ...Object.fromEntries(
    REPLY_KINDS.filter((kind) => REPLY_KIND[kind].leaves.length === 1).map((kind) => [
      nameKey(REPLY_KIND[kind].label),
      REPLY_KIND[kind].leaves[0],
    ]),
  ),
  已主动公开: "granted",
  信息不存在: "unavailable.notHeld",
  非本机关负责: "unavailable.notHeld",
};

/** 依申请公开: one application per row. */
export const APPLICATION_SHEET = {
  name: "依申请公开",
  part: "applications",
  aliases: ["依申请公开台账", "申请台账", "政府信息公开申请"],
  personalData: "refused",
  meaning:
    "一行一件申请，只填编号、类别和日期。不收申请人的姓名、证件号、电话、地址等个人信息，也不收申请内容：出现这样的列，整张表不导入；单元格里有身份证号、手机号码或电子邮箱，该行不导入、不保存。",
  columns: {
    id: required(
      idColumn({
        head: "编号",
        aliases: ["申请编号", "登记编号", "受理编号"],
        meaning: "登记编号，全区唯一；再次导入同一编号即更新",
        example: "SQ2024-0101",
      }),
    ),
    unit: unitColumn("受理单位", "被申请单位"),
    applicantKind: required(
      choiceColumn(
        {
          head: "申请人类别",
          aliases: ["申请人类型", "申请人性质", "申请主体"],
          meaning: "年报表三的六类申请人",
          example: "自然人",
        },
        pick(APPLICANT_KINDS, (kind) => APPLICANT_LABEL[kind]),
        { 公民: "naturalPerson", 企业: "commercial", 其他组织: "otherOrg" },
      ),
    ),
    channel: required(
      choiceColumn(
        {
          head: "申请渠道",
          aliases: ["渠道", "提交方式", "申请方式"],
          meaning: "决定哪一天是收到申请之日（条例第三十一条）",
          example: "邮寄（须签收）",
        },
        CHANNEL_LABEL,
        CHANNEL_WORDS,
      ),
    ),
    receivedOn: required(
      dateColumn({
        head: "收到日期",
        aliases: ["申请日期", "提交日期", "签收日期", "登记日期"],
        meaning: "当面提交之日、签收之日，或信函、网上申请到达之日",
        example: "2024-03-04",
      }),
    ),
    confirmedOn: dateColumn({
      head: "确认日期",
      meaning: "平常信函、互联网/传真的，与申请人确认收到之日，期限由此起算；不填表示尚未确认",
      example: null,
    }),
    correctionOn: dateColumn({
      head: "补正告知日",
      aliases: ["补正日期"],
      meaning: "一次性告知补正之日",
      example: "2024-03-08",
    }),
    correctionDeadline: dateColumn({ head: "补正期限", meaning: "告知书给申请人的补正期限", example: "2024-03-22" }),
    correctedOn: dateColumn({
      head: "补正收到日",
      meaning: "收到补正之日，答复期限从这一天重新起算",
      example: "2024-03-13",
    }),
    thirdParty: periodsColumn({
      head: "征求第三方意见",
      meaning: "从书面征求到收到意见；所需时间不计入期限，最多 15 个工作日",
      example: "2024-03-18至2024-03-28",
    }),
    otherOrgan: periodsColumn({ head: "征求其他机关意见", meaning: "同上", example: null }),
    extendedOn: dateColumn({
      head: "延期告知日",
      aliases: ["延期日期"],
      meaning: "告知申请人延期之日，须在期限届满之前",
      example: "2024-04-12",
    }),
    extendedDays: integerColumn({ head: "延期工作日数", meaning: "不填为 20", example: 20 }, 1, 20),
    approver: nameColumn({
      head: "延期批准职务",
      aliases: ["延期批准人"],
      meaning: "批准延期者的职务，不填姓名；延期必填",
      example: "政府信息公开工作机构负责人",
    }),
    agreedOn: dateColumn({
      head: "合理期限告知日",
      meaning: "申请数量、频次明显超过合理范围，另定期限的（第三十五条）",
      example: null,
    }),
    agreedDueOn: dateColumn({ head: "约定答复日", meaning: "另定的答复期限", example: null }),
    agreedReason: textColumn({
      head: "另定期限理由",
      meaning: "如“一次提交申请 36 件，理由合理”，200 字以内",
      example: null,
    }),
    feeOn: dateColumn({ head: "收费通知日", meaning: "发出收费通知之日", example: null }),
    paidOn: dateColumn({ head: "缴费日", meaning: "收到信息处理费之日", example: null }),
    repliedOn: dateColumn({
      head: "答复日期",
      aliases: ["办结日期", "答复日"],
      meaning: "不填表示在办",
      example: "2024-04-24",
    }),
    outcome: choiceColumn(
      {
        head: "办理结果",
        aliases: ["答复结果", "答复类型"],
        meaning: "年报表三的 21 种结果，可用表上的原文；答复日期填了则必填",
        example: "部分公开",
      },
      pick(OUTCOME_LEAVES, (leaf) => OUTCOME_ROW[leaf].label),
      OUTCOME_WORDS,
    ),
  },
} satisfies LedgerSheet;
