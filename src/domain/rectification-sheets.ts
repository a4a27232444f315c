import { ERROR_SEVERITY_LABEL, ERROR_SOURCE_LABEL, ERROR_TYPE_LABEL, type Terms } from "./rectification.ts";
import { ACTOR_ROLE_LABEL, EVENT_LABEL, PAUSE_REASON_LABEL } from "./rectification-event.ts";
import {
  choiceColumn,
  idColumn,
  integerColumn,
  type LedgerSheet,
  limitColumn,
  momentColumn,
  nameColumn,
  required,
  textColumn,
  unitColumn,
  urlColumn,
} from "./sheet-column.ts";

const severityWords = { 严重: "serious", 一般: "general" } as const;

/** 错敏信息: the dispatch list as monitoring vendors export it, one error per row. */
const CASE_SHEET = {
  name: "错敏信息",
  part: "rectificationCases",
  aliases: ["错敏字", "错敏清单", "错敏信息清单", "交办清单"],
  meaning: "一行一处错误。填了交办时间即视为已交办，时限从该时刻按当时的规则起算；交办以后的情况登记在“整改记录”。",
  columns: {
    id: idColumn({
      head: "编号",
      aliases: ["问题编号", "错误编号"],
      meaning: "唯一编号，再次导入时据此对照；不填时由单位、错敏字、片段、网址和发现时间生成",
      example: "CM20240903-01",
    }),
    unit: unitColumn("整改单位"),
    wrongText: required(
      textColumn({
        head: "错敏字",
        aliases: ["错敏词", "错误内容", "错误文字", "敏感词", "错敏信息"],
        meaning: "页面上的原文",
        example: "布署",
      }),
    ),
    suggestedText: textColumn({
      head: "建议修改",
      aliases: ["建议改为", "修改建议", "推荐修改", "建议"],
      meaning: "应改成的文字",
      example: "部署",
    }),
    errorType: {
      ...nameColumn({
        head: "错误类型",
        aliases: ["类型", "错误类别"],
        meaning: "监测单位的常见叫法会自动对应；对应不上的和不填的记为“其他错误”",
        example: "错别字",
      }),
      allowed: Object.values(ERROR_TYPE_LABEL).join("、"),
      words: Object.values(ERROR_TYPE_LABEL),
    },
    excerpt: textColumn({
      head: "所在片段",
      aliases: ["片段", "上下文", "错误片段", "原文片段"],
      meaning: "错误所在的一句",
      example: "会议对汛期安全工作作出布署",
    }),
    url: urlColumn({
      head: "网址",
      aliases: ["URL", "链接", "网页地址", "页面地址", "所在网址"],
      meaning: "问题页面的网址",
      example: null,
    }),
    foundAt: required(
      momentColumn(
        {
          head: "发现时间",
          aliases: ["监测时间", "检测时间", "发现日期"],
          meaning: "北京时间；只有日期的按当天零时",
          example: "2024-09-03 09:10",
        },
        true,
      ),
    ),
    severity: required(
      choiceColumn(
        {
          head: "级别",
          aliases: ["错误级别", "错误等级", "严重程度", "等级"],
          meaning: "决定时限；交办以后不能在这里改，须在“整改记录”登记调整级别",
          example: "一般错误",
        },
        ERROR_SEVERITY_LABEL,
        severityWords,
      ),
    ),
    source: choiceColumn(
      { head: "来源", aliases: ["发现渠道", "数据来源"], meaning: "不填为第三方监测", example: "市级下发清单" },
      ERROR_SOURCE_LABEL,
      { 市级下发: "municipalList", 第三方: "thirdParty", 区级自查: "inspection", 找错: "publicErrorReport" },
    ),
    dispatchedAt: momentColumn(
      {
        head: "交办时间",
        aliases: ["下发时间", "派发时间"],
        meaning: "北京时间，写到分钟；不填表示尚未交办",
        example: "2024-09-03 10:00",
      },
      false,
    ),
    limit: limitColumn({
      head: "时限",
      aliases: ["整改时限", "办理时限"],
      meaning: "通知另定时限的才填；不填按交办时的规则（一般 48 小时，严重 24 小时）",
      example: null,
    }),
  },
} satisfies LedgerSheet;

/** 整改记录: one entry of a case's log per row. */
const EVENT_SHEET = {
  name: "整改记录",
  part: "rectificationEvents",
  aliases: ["整改台账", "办理记录", "复核记录"],
  meaning: "一行一条登记，只增不改：接收、报告整改完成、复核结果、暂停和恢复、调整级别。先后以时间为准。",
  columns: {
    id: idColumn({
      head: "记录编号",
      meaning: "唯一编号，同一编号只登记一次；不填时由其余各列生成",
      example: "CM20240903-01-报1",
    }),
    case: required(
      idColumn({
        head: "问题编号",
        aliases: ["错敏编号", "错误编号"],
        meaning: "“错敏信息”表或系统中已有的编号",
        example: "CM20240903-01",
      }),
    ),
    at: required(
      momentColumn(
        { head: "时间", aliases: ["登记时间", "办理时间"], meaning: "北京时间，写到分钟", example: "2024-09-04 16:20" },
        false,
      ),
    ),
    kind: required(
      choiceColumn(
        { head: "事项", aliases: ["登记事项", "办理事项"], meaning: "登记的是什么", example: "报告整改完成" },
        EVENT_LABEL,
        {
          签收: "received",
          暂停: "paused",
          恢复: "resumed",
          报告整改: "reportedFixed",
          整改完成: "reportedFixed",
          复查通过: "recheckPassed",
          复核未通过: "recheckFailed",
          复查不通过: "recheckFailed",
          级别调整: "severityChanged",
        },
      ),
    ),
    role: required(
      choiceColumn(
        { head: "登记方角色", aliases: ["角色"], meaning: "只登记单位，不登记个人", example: "责任单位" },
        ACTOR_ROLE_LABEL,
        { 第三方: "thirdParty", 区政府办: "office", 市政府办: "municipal" },
      ),
    ),
    organisation: required(
      nameColumn({ head: "登记单位", meaning: "登记方的名称，60 字以内", example: "示例区教育委员会" }),
    ),
    reason: choiceColumn(
      { head: "暂停原因", meaning: "暂停计时必填，其余事项不填", example: null },
      PAUSE_REASON_LABEL,
    ),
    approver: nameColumn({
      head: "批准单位",
      aliases: ["批准机关"],
      meaning: "暂停计时必填：区政府办公室或市政府办公厅",
      example: null,
    }),
    severity: choiceColumn(
      { head: "调整后级别", meaning: "调整级别必填，其余事项不填", example: null },
      ERROR_SEVERITY_LABEL,
      severityWords,
    ),
    evidenceUrl: urlColumn({ head: "佐证链接", meaning: "只用于报告整改完成", example: null }),
    note: textColumn({ head: "说明", aliases: ["备注"], meaning: "补充说明", example: null }),
  },
} satisfies LedgerSheet;

/** 时限规则: one version of the rules per row; the default of this program holds for what came before all of them. */
const RULE_SHEET = {
  name: "时限规则",
  part: "rectificationRules",
  aliases: ["整改时限规则", "时限规则版本"],
  meaning:
    "一行一个版本，只增不改。从生效时间起交办的件按它计算；已交办的件仍按交办时的版本，页面会提示在办件按新规则的差别。没有这张表时按默认规则：严重 24 小时、一般 48 小时。",
  columns: {
    ruleVersion: required(
      idColumn({
        head: "规则版本",
        aliases: ["版本", "规则编号"],
        meaning: "唯一的版本名，40 字以内，写在每一件的时限说明里",
        example: "2024-1",
      }),
    ),
    effectiveFrom: required(
      momentColumn(
        {
          head: "生效时间",
          aliases: ["生效日期", "施行日期"],
          meaning: "北京时间；只有日期的从当天零时起",
          example: "2024-01-01",
        },
        true,
      ),
    ),
    serious: required(
      limitColumn({ head: "严重时限", aliases: ["严重错误时限"], meaning: "严重错误的整改时限", example: "24小时" }),
    ),
    general: required(
      limitColumn({ head: "一般时限", aliases: ["一般错误时限"], meaning: "一般错误的整改时限", example: "48小时" }),
    ),
    recheckWait: choiceColumn<Terms["recheckWait"]>(
      {
        head: "等待复核",
        meaning: "复核不通过时，等待复核的时间是否仍算在时限内；不填为计入",
        example: "计入",
      },
      { counts: "计入", stops: "不计入" },
    ),
    relapseDays: integerColumn(
      { head: "重复天数", meaning: "同一单位同类错误在办结后多少天内再次交办算重复；不填为 90", example: 90 },
      1,
      400,
    ),
  },
} satisfies LedgerSheet;

export const RECTIFICATION_SHEETS = { rules: RULE_SHEET, case: CASE_SHEET, event: EVENT_SHEET } as const;
