/** A limit of the Regulation on disclosure of government information (国务院令第711号), in working days. */
export interface ApplicationLimit {
  id: string;
  name: string;
  /** null where the Regulation sets no number of days. */
  days: number | null;
  from: string;
  article: string;
}

export const APPLICATION_LIMITS: readonly ApplicationLimit[] = [
  { id: "reply", name: "答复", days: 20, from: "收到申请之日的次一工作日", article: "第三十三条" },
  {
    id: "extension",
    name: "延长答复",
    days: 20,
    from: "原答复期限届满；只能延长一次，经政府信息公开工作机构负责人同意并告知申请人",
    article: "第三十三条",
  },
  {
    id: "correction",
    name: "补正告知",
    days: 7,
    from: "收到申请之日；一次性告知需补正的内容和期限",
    article: "第三十条",
  },
  {
    id: "thirdParty",
    name: "第三方答复意见",
    days: 15,
    from: "第三方收到征求意见书之日；逾期不答复的由行政机关决定",
    article: "第三十二条",
  },
  {
    id: "coProducer",
    name: "共同制作机关答复意见",
    days: 15,
    from: "收到征求意见书之日；逾期视为同意公开",
    article: "第三十四条",
  },
  { id: "excessive", name: "数量、频次明显过大", days: null, from: "与申请人另行确定并告知", article: "第三十五条" },
];

/** What stops or moves the clock of an application. Three behaviours that must not be taken for one another. */
export interface ClockBehaviour {
  id: "restart" | "pause" | "extend";
  name: string;
  cause: string;
  effect: string;
  article: string;
}

export const CLOCK_BEHAVIOURS: readonly ClockBehaviour[] = [
  {
    id: "restart",
    name: "重新起算",
    cause: "申请内容不明确，要求补正",
    effect: "自收到补正之日起重新计算 20 个工作日；无正当理由逾期不补正的，视为放弃",
    article: "第三十条",
  },
  {
    id: "pause",
    name: "暂停",
    cause: "征求第三方、其他机关意见",
    effect: "所需时间不计入答复期限，收到意见后接着原来的天数计算",
    article: "第三十二条、第三十三条、第三十四条",
  },
  {
    id: "extend",
    name: "延长",
    cause: "需要延长答复，经批准并告知申请人",
    effect: "在原期限后最多加 20 个工作日，只能一次；已用的天数不变",
    article: "第三十三条",
  },
];

/** Which day counts as the day of receipt (第三十一条). */
export const RECEIPT_DAYS: readonly { channel: string; day: string }[] = [
  { channel: "当面提交", day: "提交之日" },
  { channel: "邮寄（须签收）", day: "签收之日" },
  { channel: "平常信函", day: "行政机关与申请人确认之日" },
  { channel: "互联网、传真", day: "双方确认之日" },
];
