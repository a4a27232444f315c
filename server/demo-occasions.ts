import { numberOf, type Quarter, yearOf } from "#domain/quarter.ts";

/** What makes a quarter more than a list of ordinary deductions; units are named by their key. */
export interface Occasion {
  /** Unit → why it was not inspected; `{month}` is the month after the quarter. */
  missed: Readonly<Record<string, string>>;
  /** Unit → veto indicator. */
  vetoed: Readonly<Record<string, string>>;
  /** Unit → indicator for which nothing was reported. */
  notReported: Readonly<Record<string, string>>;
  /** Loses more at 解读形式 than the indicator is worth. */
  capped: readonly string[];
  appealed: readonly string[];
  proposed: readonly string[];
  exempted: readonly string[];
  /** Returned work was not put right: an equal deduction on a line of its own (after 鲤城 2020). */
  escalated: readonly string[];
  bonus: readonly string[];
}

const MOVING = "网站迁移，{month} 月补检";
const OUTAGE = "机房改造断网，{month} 月补检";

/** Two years of quarters, even year first, so that the same quarter of two neighbouring years differs. */
const OCCASIONS: readonly [Occasion, ...Occasion[]] = [
  {
    missed: { 石笋沟镇: OUTAGE },
    vetoed: { 竹影镇: "staleHomePage" },
    notReported: { 星垂镇: "annualReport", 区城市管理局: "annualReport" },
    capped: ["区公安局"],
    appealed: ["区住建委"],
    proposed: ["霜叶镇"],
    exempted: ["区财政局"],
    escalated: ["归雁镇"],
    bonus: ["区司法局"],
  },
  {
    missed: { 区退役军人局: MOVING, 听泉镇: OUTAGE },
    vetoed: { 砚池镇: "staleHomePage" },
    notReported: { 区林业局: "annualReport", 新黎镇: "finance" },
    capped: ["稻香里街道"],
    appealed: ["区公安局", "双桂桥镇"],
    proposed: ["区水利局"],
    exempted: ["柏舟镇"],
    escalated: ["区发展改革委"],
    bonus: ["区审计局"],
  },
  {
    missed: { 区信访办: MOVING },
    vetoed: { 映山坪镇: "staleHomePage" },
    notReported: { 归雁镇: "annualReport", 区林业局: "annualReport" },
    capped: ["区卫生健康委"],
    appealed: ["区发展改革委", "梧桐坳镇"],
    proposed: ["区市场监管局", "青禾里街道"],
    exempted: ["区住建委"],
    escalated: ["双桂桥镇", "区文化旅游委"],
    bonus: ["区财政局", "云笺镇"],
  },
  {
    missed: { 区统计局: OUTAGE },
    vetoed: { 远帆镇: "staleHomePage" },
    notReported: { 晴川坝镇: "finance", 区医保局: "annualReport" },
    capped: ["霜叶镇"],
    appealed: ["区卫生健康委"],
    proposed: ["荷风里街道"],
    exempted: ["区文化旅游委"],
    escalated: ["区公安局"],
    bonus: ["区交通运输委"],
  },
  {
    missed: { 区机关事务中心: MOVING, 远帆镇: MOVING },
    vetoed: { 石笋沟镇: "staleHomePage" },
    notReported: { 区经济信息委: "annualReport", 麦垄镇: "keyAreas" },
    capped: ["归雁镇"],
    appealed: ["区城市管理局"],
    proposed: ["区水利局"],
    exempted: ["月隐镇"],
    escalated: ["青禾里街道"],
    bonus: ["区审计局"],
  },
  {
    missed: { 云笺镇: OUTAGE },
    vetoed: { 竹影镇: "staleHomePage", 区商务委: "seriousWording" },
    notReported: { 区林业局: "annualReport", 长汀口镇: "annualReport" },
    capped: ["区住建委"],
    appealed: ["归雁镇"],
    proposed: ["区医保局"],
    exempted: ["区公安局"],
    escalated: ["霜叶镇"],
    bonus: ["区司法局"],
  },
  {
    missed: { 区科技局: MOVING },
    vetoed: { 砚池镇: "staleHomePage" },
    notReported: { 柏舟镇: "annualReport", 区教育委: "messages" },
    capped: ["新黎镇"],
    appealed: ["区文化旅游委"],
    proposed: ["稻香里街道"],
    exempted: ["区林业局"],
    escalated: ["区住建委"],
    bonus: ["区国资委"],
  },
  {
    missed: { 区信访办: OUTAGE, 明渠镇: MOVING },
    vetoed: { 石笋沟镇: "staleHomePage" },
    notReported: { 听泉镇: "annualReport", 区民政局: "messages" },
    capped: ["区公安局"],
    appealed: ["青禾里街道"],
    proposed: ["区发展改革委"],
    exempted: ["星垂镇"],
    escalated: ["区卫生健康委"],
    bonus: ["区交通运输委"],
  },
];

/** The occasion of a quarter; it depends on the quarter alone, never on today. */
export function occasionOf(quarter: Quarter): Occasion {
  return OCCASIONS[(yearOf(quarter) % 2) * 4 + numberOf(quarter) - 1] ?? OCCASIONS[0];
}
