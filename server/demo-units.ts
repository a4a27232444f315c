import type { Unit } from "#domain/unit.ts";

/** A unit of the invented district with the habits that its findings and applications are drawn from. */
export interface DemoUnit {
  unit: Unit;
  /** Short name in the first round of 54; keys what happens to the unit in a quarter. */
  key: string;
  /** Points that the unit loses in an ordinary quarter. */
  habit: number;
  /** Share of the district's applications. */
  applications: number;
  /** Deduct indicators that say nothing about the unit. */
  notApplicable: readonly string[];
}

/** Full name, short name, pinyin initials of both, habit, applications. */
type Row = readonly [name: string, shortName: string, pinyin: string, habit: number, applications: number];

const OFFICE: Row = ["区政府办公室", "区政府办公室", "qzfbgs", 5.1, 30];

const DEPARTMENTS: readonly Row[] = [
  ["区发展和改革委员会", "区发展改革委", "qfzhggwyh qfzggw", 8.4, 8],
  ["区教育委员会", "区教育委", "qjywyh qjyw", 2.2, 16],
  ["区科学技术局", "区科技局", "qkxjsj qkjj", 2.2, 1],
  ["区经济和信息化委员会", "区经济信息委", "qjjhxxhwyh qjjxxw", 1.0, 3],
  ["区公安局", "区公安局", "qgaj", 8.6, 34],
  ["区民政局", "区民政局", "qmzj", 3.0, 7],
  ["区司法局", "区司法局", "qsfj", 0.8, 4],
  ["区财政局", "区财政局", "qczj", 1.5, 6],
  ["区人力资源和社会保障局", "区人力社保局", "qrlzyhshbzj qrlsbj", 2.2, 22],
  ["区规划和自然资源局", "区规划资源局", "qghhzrzyj qghzyj", 1.2, 64],
  ["区生态环境局", "区生态环境局", "qsthjj", 1.4, 9],
  ["区住房和城乡建设委员会", "区住建委", "qzfhcxjswyh qzjw", 7.5, 46],
  ["区城市管理局", "区城市管理局", "qcsglj", 6.0, 18],
  ["区交通运输委员会", "区交通运输委", "qjtyswyh qjtysw", 0.9, 8],
  ["区水利局", "区水利局", "qslj", 8.6, 5],
  ["区农业农村委员会", "区农业农村委", "qnyncwyh qnyncw", 3.0, 14],
  ["区商务委员会", "区商务委", "qswwyh qsww", 1.9, 2],
  ["区文化和旅游发展委员会", "区文化旅游委", "qwhhlyfzwyh qwhlyw", 6.2, 4],
  ["区卫生健康委员会", "区卫生健康委", "qwsjkwyh qwsjkw", 7.7, 12],
  ["区退役军人事务局", "区退役军人局", "qtyjrswj qtyjrj", 2.7, 3],
  ["区应急管理局", "区应急管理局", "qyjglj", 2.3, 4],
  ["区审计局", "区审计局", "qsjj", 0, 1],
  ["区国有资产监督管理委员会", "区国资委", "qgyzcjdglwyh qgzw", 0, 2],
  ["区市场监督管理局", "区市场监管局", "qscjdglj qscjgj", 5.5, 20],
  ["区统计局", "区统计局", "qtjj", 0, 1],
  ["区医疗保障局", "区医保局", "qylbzj qybj", 5.9, 5],
  ["区林业局", "区林业局", "qlyj", 4.0, 6],
  ["区信访办公室", "区信访办", "qxfbgs qxfb", 2.4, 3],
  ["区机关事务管理中心", "区机关事务中心", "qjgswglzx qjgswzx", 5.9, 1],
  ["区大数据应用发展管理局", "区大数据局", "qdsjyyfzglj qdsjj", 0.2, 1],
];

const TOWNSHIPS: readonly Row[] = [
  ["稻香里街道", "稻香里街道", "dxljd", 9.1, 9],
  ["青禾里街道", "青禾里街道", "qhljd", 7.9, 8],
  ["白鹭汀街道", "白鹭汀街道", "bltjd", 4.6, 7],
  ["荷风里街道", "荷风里街道", "hfljd", 4.5, 6],
  ["归雁镇", "归雁镇", "gyz", 9.0, 6],
  ["霜叶镇", "霜叶镇", "syz", 8.8, 4],
  ["新黎镇", "新黎镇", "xlz", 6.9, 4],
  ["梧桐坳镇", "梧桐坳镇", "wtaz", 6.2, 3],
  ["双桂桥镇", "双桂桥镇", "sgqz", 6.0, 3],
  ["月隐镇", "月隐镇", "yyz", 5.6, 2],
  ["长汀口镇", "长汀口镇", "ctkz", 5.0, 3],
  ["星垂镇", "星垂镇", "xcz", 5.0, 2],
  ["麦垄镇", "麦垄镇", "mlz", 4.1, 2],
  ["明渠镇", "明渠镇", "mqz", 4.0, 2],
  ["听泉镇", "听泉镇", "tqz", 3.1, 1],
  ["柏舟镇", "柏舟镇", "bzz", 2.6, 2],
  ["晴川坝镇", "晴川坝镇", "qcbz", 2.3, 2],
  ["竹影镇", "竹影镇", "zyz", 2.2, 1],
  ["砚池镇", "砚池镇", "ycz", 1.8, 1],
  ["石笋沟镇", "石笋沟镇", "ssgz", 1.6, 1],
  ["远帆镇", "远帆镇", "yfz", 1.6, 1],
  ["云笺镇", "云笺镇", "yjz", 1.0, 1],
  ["映山坪镇", "映山坪镇", "yspz", 2.0, 2],
];

/** A unit without public services (国办 2019: the score is brought back to the full mark). */
const WITHOUT_PUBLIC_SERVICES = new Set(["区机关事务中心", "区审计局", "区统计局"]);
/** These townships may issue normative documents; the others may not, so that 政策文件 says nothing about them. */
const ISSUING_TOWNSHIPS = new Set(["稻香里街道", "青禾里街道", "霜叶镇", "新黎镇", "双桂桥镇", "麦垄镇", "远帆镇"]);
/** A young organ: quarters before it existed do not expect it. */
const FOUNDED: Readonly<Record<string, string>> = { 区大数据局: "2025-07-01" };

const ROWS: readonly { row: Row; kind: Unit["kind"] }[] = [
  { row: OFFICE, kind: "office" },
  ...DEPARTMENTS.map((row) => ({ row, kind: "department" as const })),
  ...TOWNSHIPS.map((row) => ({ row, kind: "township" as const })),
];

/** Units of the demonstration district as one issue of the register has it. */
export const DEMO_UNIT_COUNT = ROWS.length;

const CHINESE_DIGITS = "〇一二三四五六七八九";

/** 3 → "〇三": tells repeated names apart in a district of any size. */
function chineseNumber(round: number): string {
  return [...String(round).padStart(2, "0")].map((digit) => CHINESE_DIGITS[Number(digit)]).join("");
}

function notApplicableFor(kind: Unit["kind"], key: string): readonly string[] {
  if (WITHOUT_PUBLIC_SERVICES.has(key)) return ["messages", "consultation"];
  return kind === "township" && !ISSUING_TOWNSHIPS.has(key) ? ["policyDocuments"] : [];
}

/** The register of `count` units; beyond the first 54 the names repeat with a number. */
export function demoUnits(count = DEMO_UNIT_COUNT): DemoUnit[] {
  const units: DemoUnit[] = [];
  for (let round = 0; units.length < count; round += 1) {
    const name = round === 0 ? "" : chineseNumber(round);
    const initials = round === 0 ? "" : String(round).padStart(2, "0");
    for (const { row, kind } of ROWS.slice(0, count - units.length)) {
      const [fullName, shortName, pinyin, habit, applications] = row;
      const order = units.length + 1;
      units.push({
        key: shortName,
        habit,
        applications,
        notApplicable: notApplicableFor(kind, shortName),
        unit: {
          id: `u${String(order).padStart(2, "0")}`,
          name: `${fullName}${name}`,
          shortName: `${shortName}${name}`,
          pinyin: pinyin
            .split(" ")
            .map((word) => `${word}${initials}`)
            .join(" "),
          kind,
          class: kind === "township" ? "二类" : "一类",
          order,
          activeFrom: FOUNDED[shortName] ?? null,
          activeTo: null,
        },
      });
    }
  }
  return units;
}
