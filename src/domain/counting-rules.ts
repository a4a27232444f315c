/** How the product rounds, ranks and prints, wherever a number stands. The functions named do it. */
export interface CountingRule {
  id: string;
  name: string;
  text: string;
  example: string;
}

export const COUNTING_RULES: readonly CountingRule[] = [
  {
    id: "points",
    name: "分值运算",
    text: "以万分之一分为单位按整数相加，不产生浮点误差；只在显示时取位。",
    example: "(81.22 + 0.64) ÷ 100.64 × 100 = 81.3394，显示 81.34",
  },
  {
    id: "rounding",
    name: "取位",
    text: "一律四舍五入，不截断；得分、扣分显示 1 位小数，方案另有规定的按方案。",
    example: "59/64 = 92.1875%，显示 92.2%，不是 92.1%",
  },
  {
    id: "rates",
    name: "率",
    text: "由分子、分母直接计算，旁边必有 n/N；率不能手工填写。",
    example: "55/88 = 62.5%",
  },
  {
    id: "small",
    name: "样本少",
    text: "分母不足 5 的不计率，只列件数；分母为 0 的印“——”，不参加排位。",
    example: "3/4 印“3/4 样本少”，不印 75%",
  },
  {
    id: "shares",
    name: "占比",
    text: "按最大余数法取整，各项之和恰为 100%。",
    example: "3、1、2、2 共 8：37%、13%、25%、25%",
  },
  {
    id: "ranks",
    name: "位次",
    text: "部门与镇街、各单位类别分开排；同分共用位次，其后跳过；并列的按名册顺序。",
    example: "9.1、9.1、8.4 → 第 1、1、3",
  },
  {
    id: "changes",
    name: "增减",
    text: "用两个显示值相减，写明基期；率的增减写百分点；扣分减少为好，得分提高为好。",
    example: "较二季度 −0.6",
  },
  {
    id: "quarters",
    name: "多个季度",
    text: "单位的扣分、得分取有检查的各季度平均；任一季度被否决，仍列为否决。",
    example: "三季度未检的，按一、二季度平均",
  },
  {
    id: "blanks",
    name: "0、——、未报、未检",
    text: "0 是有数且为零；“——”是不适用；“未报”是应报未报；“未检”是没有检查。四者在图、表、文件中都不互换。",
    example: "镇街不制发规范性文件：——",
  },
  {
    id: "time",
    name: "时间",
    text: "一律北京时间、以服务器时钟为准；余时向下取整到分；到期那一秒内仍算按时。",
    example: "余 3 小时 12 分 59 秒，显示余 3 小时 12 分",
  },
];
