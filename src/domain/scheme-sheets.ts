import type { CapAt, IndicatorEffect, Scheme } from "./scheme.ts";
import {
  choiceColumn,
  idColumn,
  integerColumn,
  type LedgerSheet,
  nameColumn,
  pointsColumn,
  ratioColumn,
  rawColumn,
  required,
  textColumn,
  yesNoColumn,
} from "./sheet-column.ts";

const NA_POLICY_WORD: Record<Scheme["naPolicy"], string> = { rescale: "折算", spread: "分摊", keep: "视同得分" };
const TIER_BASIS_WORD: Record<Scheme["tierBasis"], string> = { score: "得分", deduction: "扣分" };
const YEAR_BASIS_WORD: Record<Scheme["yearBasis"], string> = {
  meanOfQuarters: "季度平均",
  totalDeduction: "累计扣分",
};
const EFFECT_WORD: Record<IndicatorEffect, string> = { deduct: "扣分", veto: "单项否决", bonus: "加分" };
const CAP_WORD: Record<CapAt, string> = { indicator: "本指标", parent: "上级指标", none: "不封顶" };
const MEASURE_WORD = { perOccurrence: "按次", ratio: "按比例" };
const VERIFICATION_WORD = { site: "网上核查", manual: "人工核查" };

const schemeColumn = required(
  nameColumn({
    head: "方案",
    aliases: ["方案编号", "方案名称", "考核方案"],
    meaning: "“考核方案”表中的方案编号或名称",
    example: "示例方案",
  }),
);

const QUARTER_WORDS = "如 2024Q3、2024年第三季度";

const scheme = {
  name: "考核方案",
  part: "schemes",
  aliases: ["方案"],
  meaning: "一行一个方案版本。指标写在“考核指标”表，分档写在“分档”表。改规则请新增一行，不要改已用过的方案。",
  columns: {
    id: idColumn({ head: "方案编号", meaning: "唯一编号；不填时为“名称-版本”", example: "示例方案" }),
    name: required(nameColumn({ head: "方案名称", aliases: ["名称"], meaning: "方案名称", example: "示例评分规则" })),
    version: required(nameColumn({ head: "版本", meaning: "版本号，图下方会注明", example: "2024年版" })),
    from: required(
      rawColumn(
        { head: "起始季度", aliases: ["生效季度"], meaning: "从哪个季度起用", example: "2024Q1" },
        QUARTER_WORDS,
      ),
    ),
    to: rawColumn(
      { head: "终止季度", aliases: ["失效季度"], meaning: "用到哪个季度；不填表示仍有效", example: null },
      QUARTER_WORDS,
    ),
    fullMark: required(pointsColumn({ head: "满分", meaning: "满分", example: 100 })),
    naPolicy: choiceColumn(
      {
        head: "不适用处理",
        meaning:
          "折算：得分按 满分÷(满分−不适用分值) 放大；分摊：不适用分值摊给其他指标；视同得分：按拿满计。不填为折算",
        example: "折算",
      },
      NA_POLICY_WORD,
    ),
    vetoScore: pointsColumn({ head: "否决得分", meaning: "被单项否决时记的分数；不填则不记分", example: null }),
    bonusGate: pointsColumn({
      head: "加分门槛",
      meaning: "基础分须高于（不含）此分才计加分；与“加分上限”同填或同空",
      example: null,
    }),
    bonusMax: pointsColumn({ head: "加分上限", meaning: "加分合计的上限", example: null }),
    tierBasis: choiceColumn(
      { head: "分档依据", meaning: "按得分还是按总扣分分档；不填为得分", example: "得分" },
      TIER_BASIS_WORD,
    ),
    decimals: integerColumn(
      { head: "得分小数位", aliases: ["小数位"], meaning: "得分显示几位小数，四舍五入；不填为 2", example: 1 },
      0,
      4,
    ),
    yearBasis: choiceColumn(
      { head: "年度口径", meaning: "年度成绩怎样算；不填为季度平均", example: "季度平均" },
      YEAR_BASIS_WORD,
    ),
    returnedSurcharge: ratioColumn({
      head: "退回未改加扣比例",
      meaning: "登记为退回未改的扣分再扣的比例，100% 为再扣同等分值；不填不加扣",
      example: null,
    }),
    repeatFactor: ratioColumn({
      head: "连续扣分加扣比例",
      meaning: "上季度同一指标已扣分的，加扣本季该行扣分的比例；不填不加扣",
      example: null,
    }),
    overdueIndicator: nameColumn({
      head: "超期整改扣分指标",
      meaning: "严重错误超期整改扣分记在哪个指标；与“超期整改扣分”同填或同空",
      example: null,
    }),
    overduePoints: pointsColumn({ head: "超期整改扣分", meaning: "每件严重错误超期整改扣的分值", example: null }),
    escalationCap: pointsColumn({
      head: "加重扣分上限",
      meaning: "每家单位每季度以上加扣合计的上限；不填不封顶",
      example: null,
    }),
    notes: textColumn({ head: "说明", aliases: ["备注"], meaning: "规则中需要说明的其他内容", example: null }),
  },
} satisfies LedgerSheet;

const indicator = {
  name: "考核指标",
  part: "schemes",
  aliases: ["指标"],
  meaning: "一行一个指标，写明属于哪个方案、哪个一级指标。一级指标按首次出现的先后排列。",
  columns: {
    scheme: schemeColumn,
    group: required(nameColumn({ head: "一级指标", meaning: "一级指标名称", example: "主动公开" })),
    groupId: idColumn({ head: "一级指标编号", meaning: "不填时用名称", example: null }),
    groupShort: nameColumn({ head: "一级指标简称", meaning: "图例用的短名；不填时用名称", example: "主动" }),
    groupWeight: pointsColumn({
      head: "一级指标分值",
      meaning: "扣分合计不超过此分值，只需在该一级指标的一行填写；不填为所属扣分指标分值之和",
      example: 40,
    }),
    id: idColumn({ head: "指标编号", meaning: "方案内唯一；不填时用指标名称", example: null }),
    name: required(
      nameColumn({ head: "指标名称", aliases: ["指标", "测评指标"], meaning: "指标名称", example: "栏目更新" }),
    ),
    shortName: nameColumn({
      head: "指标简称",
      meaning: "表头用的短名，四个字最好；不填时取名称前四个字",
      example: "栏目更新",
    }),
    parent: nameColumn({ head: "上级指标", meaning: "与同一上级的其他指标共用分值时填写", example: null }),
    points: required(
      pointsColumn({ head: "分值", aliases: ["指标分值"], meaning: "本指标分值；单项否决填 0", example: 40 }),
    ),
    effect: choiceColumn({ head: "计分方式", meaning: "不填为扣分", example: "扣分" }, EFFECT_WORD),
    measure: choiceColumn(
      {
        head: "扣分方式",
        meaning: "按次：每次扣固定分；按比例：扣本指标分值的一部分。不填时，填了“每次扣分”为按次，否则为按比例",
        example: "按次",
      },
      MEASURE_WORD,
    ),
    each: pointsColumn({
      head: "每次扣分",
      aliases: ["每次加分", "单次分值"],
      meaning: "按次扣分（加分）时必填",
      example: 0.5,
    }),
    capAt: choiceColumn(
      { head: "扣完为止", aliases: ["封顶"], meaning: "扣到哪一级的分值为止；不填为本指标", example: "本指标" },
      CAP_WORD,
    ),
    clause: textColumn({
      head: "条款",
      aliases: ["扣分细则", "评分标准"],
      meaning: "扣分所依据的条文",
      example: "栏目超过两周未更新，每个扣 0.5 分",
    }),
    verification: choiceColumn({ head: "核查方式", meaning: "不填为网上核查", example: "网上核查" }, VERIFICATION_WORD),
  },
} satisfies LedgerSheet;

const tier = {
  name: "分档",
  part: "schemes",
  aliases: ["档次", "分档阈值"],
  meaning: "一行一个档次。没有分档的方案不用填。",
  columns: {
    scheme: schemeColumn,
    unitClass: nameColumn({
      head: "单位类别",
      aliases: ["类别"],
      meaning: "适用的单位类别；不填或填“全部”表示没有单独规定的各类单位",
      example: null,
    }),
    level: required(integerColumn({ head: "档次序号", aliases: ["序号"], meaning: "1 为最好", example: 1 }, 1, 6)),
    name: required(nameColumn({ head: "档次名称", aliases: ["档次"], meaning: "档次名称", example: "优秀" })),
    lower: pointsColumn({ head: "下限", meaning: "得分（或总扣分）的下限；不填表示没有下限", example: 90 }),
    lowerIn: yesNoColumn({ head: "含下限", meaning: "等于下限时是否属于本档；填了下限必填", example: "是" }),
    upper: pointsColumn({ head: "上限", meaning: "得分（或总扣分）的上限；不填表示没有上限", example: null }),
    upperIn: yesNoColumn({ head: "含上限", meaning: "等于上限时是否属于本档；填了上限必填", example: null }),
    qualified: required(
      yesNoColumn({ head: "计入合格", aliases: ["是否合格"], meaning: "是否计入合格率", example: "是" }),
    ),
  },
} satisfies LedgerSheet;

/** 考核方案 in three sheets, so that a whole scheme can be filled in by hand. */
export const SCHEME_SHEETS = { scheme, indicator, tier };
