import type { Random } from "./demo-random.ts";

/** What an inspector writes, by indicator; `{n}` is the number of occurrences. All invented. */
const PROBLEMS: Readonly<Record<string, readonly string[]>> = {
  organisation: [
    "领导分工未随人事变动更新，涉及 {n} 处",
    "内设机构联系电话缺失或无人接听，共 {n} 处",
    "机构职能页面仍为机构改革前表述，{n} 处",
    "办公时间与实际不一致，{n} 处",
  ],
  policyDocuments: [
    "行政规范性文件未标注有效性，{n} 件",
    "文件成文后超过 20 个工作日才公开，{n} 件",
    "已废止文件仍列在现行有效目录，{n} 件",
    "文件缺发文字号或成文日期，{n} 件",
  ],
  finance: [
    "部门预算公开缺“三公”经费说明，{n} 项",
    "决算报表附件无法打开，{n} 项",
    "专项资金分配结果未公开，{n} 项",
    "绩效目标表与预算文本金额不一致，{n} 项",
  ],
  keyAreas: [
    "惠民补贴发放明细未公开，{n} 项",
    "重大建设项目实施信息缺施工进展，{n} 项",
    "义务教育招生划片信息未公开，{n} 项",
    "征地补偿安置公告未上传，{n} 项",
    "食品抽检结果未按期公开，{n} 项",
    "基层目录事项缺社会救助标准，{n} 项",
  ],
  channels: [
    "依申请公开流程图链接失效，{n} 处",
    "在线申请表提交报错，{n} 处",
    "公开指南中的受理地址与实际不符，{n} 处",
    "受理电话三次拨打无人接听，计 {n} 处",
  ],
  replies: [
    "答复未告知救济途径，{n} 件",
    "超过 20 个工作日且未办理延期，{n} 件",
    "不予公开未引用具体条款，{n} 件",
    "以“不属于本机关职责”简单答复，{n} 件",
  ],
  timelyInterpretation: [
    "解读材料晚于文件发布 3 个工作日以上，{n} 件",
    "文件与解读未相互关联，{n} 件",
    "应解读的惠企文件没有解读，{n} 件",
  ],
  interpretationForms: [
    "解读只摘录原文标题，{n} 件",
    "全部为文字解读，没有图解或问答，{n} 件",
    "图解图片模糊，文字不可辨认，{n} 件",
  ],
  messages: ["网民留言超过 5 个工作日未答复，{n} 件", "留言答复答非所问，{n} 件", "答复只写“已转相关单位”，{n} 件"],
  consultation: [
    "意见征集结束后未公布采纳情况，{n} 项",
    "征集公告缺联系方式，{n} 项",
    "未采纳意见没有说明理由，{n} 项",
  ],
  updates: [
    "动态类栏目超过两周未更新，{n} 个",
    "栏目空白，未发布任何信息，{n} 个",
    "建议提案办理等年度栏目超过一年未更新，{n} 个",
    "栏目内容与名称不符，{n} 个",
  ],
  links: [
    "页面存在失效链接，{n} 处",
    "文章出现错别字，{n} 处",
    "附件无法下载，{n} 处",
    "外部链接指向已停用网站，{n} 处",
    "公开材料未隐去身份证号码，{n} 处",
  ],
  annualReport: ["年报表三纵向合计与总计不符", "年报缺“其他需要报告的事项”", "年报问题与改进部分与上年雷同"],
  staleHomePage: ["首页要闻栏目自上次抽查起超过两周未更新"],
  seriousWording: ["首页转载文章出现严重表述错误，当日已撤下"],
  innovation: ["“政务公开进村社”做法被市级简报采用", "图解政策专栏入选市级优秀案例"],
};

/** A problem text for one line of the ledger; a text that the unit already has this quarter is passed over if possible. */
export function problemText(indicatorId: string, count: number, random: Random, used: ReadonlySet<string>): string {
  const texts = (PROBLEMS[indicatorId] ?? []).map((text) => text.replace("{n}", String(count)));
  const fresh = texts.filter((text) => !used.has(text));
  const [first, ...rest] = fresh.length > 0 ? fresh : texts;
  return random.pick([first ?? "其他问题", ...rest]);
}
