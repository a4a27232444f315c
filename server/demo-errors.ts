import type { ErrorSeverity, ErrorSource, ErrorType } from "#domain/rectification.ts";
import type { Random } from "./demo-random.ts";

/** The wrong text, what should stand there, and where it was found. All invented. */
type ErrorText = readonly [wrong: string, suggested: string | null, excerpt: string | null];

const TEXTS: Readonly<Record<ErrorType, readonly [ErrorText, ...ErrorText[]]>> = {
  leaderNameOrTitle: [
    ["副区长（已调任）", "按现任职务更新", "领导之窗仍列有已调任的副区长（已调任）及其分工"],
    ["区委副书计", "区委副书记", "区委副书计一行到社区调研冬季供水保障"],
  ],
  politicalWording: [
    ["乡村兴振战略", "乡村振兴战略", "深入实施乡村兴振战略，推进和美乡村建设"],
    ["高质发展", "高质量发展", "以项目建设推动全区高质发展"],
    ["放管改革", "“放管服”改革", "持续深化放管改革，优化营商环境"],
  ],
  territorySovereignty: [
    ["地图未标注审图号", "换用标准地图服务系统的地图并标注审图号", "招商手册第 3 页所附示意地图未标注审图号"],
  ],
  rankOrder: [["参会领导排序与职务不一致", "按任职文件的顺序排列", "会议报道第二段参会领导排序与职务不一致"]],
  partyHistoryTerm: [["建党一百零五周年", "按中央规范表述核改", "专题栏目导语中的建党一百零五周年与年份不符"]],
  fallenOfficial: [["已被查处人员的活动报道", "撤下相关报道", "图片新闻栏目仍有已被查处人员的活动报道"]],
  personalData: [
    ["公示附件含完整身份证号码", "隐去中间八位后重新发布", "低保对象公示附件的第 4 列含完整身份证号码"],
    ["名单含家庭住址与手机号码", "删去住址与手机号码", "补贴发放明细表的名单含家庭住址与手机号码"],
    ["银行账号未隐去", "只保留末四位", "拨付汇总表备注一栏的银行账号未隐去"],
  ],
  typo: [
    ["截止目前", "截至目前", "截止目前，全区已办结相关事项 326 件"],
    ["布署", "部署", "会议对汛期安全工作作出布署"],
    ["按装", "安装", "已完成 12 处监测设备的按装调试"],
    ["做为", "作为", "做为牵头单位，应于每季度末汇总上报"],
    ["帐号", "账号", "请将款项汇入指定帐号并注明用途"],
    ["座落", "坐落", "该房屋座落于归雁镇东街"],
    ["报导", "报道", "相关报导见本网通知公告栏目"],
    ["登陆系统", "登录系统", "申请人可登陆系统查询办理进度"],
    ["既使", "即使", "既使材料不全，也应一次性告知"],
    ["反应问题", "反映问题", "欢迎群众来电来信反应问题"],
    ["份量", "分量", "民生支出在预算中占有重要份量"],
    ["以经", "已经", "征求意见以经结束，采纳情况另行公布"],
  ],
  brokenLink: [
    ["附件链接返回 404", "重新上传附件并更新链接", "文件正文末尾的附件链接返回 404"],
    ["“办事指南”链接指向首页", "链接到对应的办事指南", "事项名称右侧的“办事指南”链接指向首页"],
    ["图片无法显示", "重新上传图片", "政策图解页面的第二张图片无法显示"],
  ],
  externalLink: [
    ["外链指向已停用的网站", "删除该链接", "友情链接一栏中的外链指向已停用的网站"],
    ["外链指向商业推广页面", "删除该链接并核查同批文章", "转载文章文末的外链指向商业推广页面"],
  ],
  dateLogic: [
    ["11月31日", "11月30日", "公示期至11月31日止，逾期不再受理"],
    ["成文日期晚于发布日期", "核对后更正成文日期", "文件信息栏中成文日期晚于发布日期"],
  ],
  format: [
    ["正文乱码", "重新排版发布", "文章第三段中间出现一行正文乱码"],
    ["序号重复", "按顺序重新编号", "清单中第 7 项与第 8 项序号重复"],
  ],
  blankColumn: [
    ["栏目无内容", "补充内容或撤并栏目", "“建议提案办理”栏目无内容"],
    ["栏目仅有标题", "补充正文", "“政策问答”栏目仅有标题"],
  ],
  staleColumn: [
    ["超过两周未更新", "补充近期信息", "“工作动态”栏目超过两周未更新"],
    ["超过六个月未更新", "补充近期信息", "“通知公告”栏目超过六个月未更新"],
  ],
  other: [["同一文件重复发布", "保留一条，其余撤下", "通知公告中同一文件重复发布两次"]],
};

/** How often each kind is found, by the severity that it was given. */
const FREQUENCY: Readonly<Record<ErrorSeverity, Readonly<Partial<Record<ErrorType, number>>>>> = {
  serious: {
    personalData: 38,
    politicalWording: 22,
    leaderNameOrTitle: 12,
    externalLink: 9,
    typo: 7,
    rankOrder: 4,
    territorySovereignty: 4,
    fallenOfficial: 3,
    partyHistoryTerm: 2,
  },
  general: {
    typo: 38,
    brokenLink: 21,
    staleColumn: 10,
    dateLogic: 8,
    format: 7,
    blankColumn: 7,
    externalLink: 4,
    other: 3,
    personalData: 2,
  },
};

const SOURCES: readonly (readonly [ErrorSource, number])[] = [
  ["municipalList", 45],
  ["thirdParty", 35],
  ["inspection", 12],
  ["publicErrorReport", 8],
];

/** Narrows the kinds that an error may be of. */
export type KindPicker = (kinds: readonly ErrorType[]) => readonly ErrorType[];

/** Draws what was found: its kind, who found it, and the texts. */
export function drawError(severity: ErrorSeverity, random: Random, pickKinds: KindPicker) {
  const weights = FREQUENCY[severity];
  const kinds = pickKinds(Object.keys(weights) as ErrorType[]);
  const errorType = random.draw(kinds, (kind) => weights[kind] ?? 0) ?? "other";
  const [source] = random.draw(SOURCES, ([, weight]) => weight) ?? ["thirdParty" as const];
  const [wrongText, suggestedText, excerpt] = random.pick(TEXTS[errorType]);
  return { errorType, source, wrongText, suggestedText, excerpt };
}
