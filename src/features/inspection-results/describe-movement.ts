import { type IndicatorTrend, meanLoss } from "#domain/indicator-trend.ts";
import { formatPoints, formatPointsChange, type Points } from "#domain/points.ts";
import type { ScoreChange, ScoreChanges } from "#domain/score-change.ts";
import type { TrendSide } from "./to-indicator-trend-series.ts";

/** "较二季度 21 家扣分减少、18 家增加、12 家持平；减少最多的是归雁镇（−2.1 分），增加最多的是区水利局（+1.8 分）。" */
export function describeMovers({ changes }: ScoreChanges, head: string): string {
  if (changes.length === 0) return "没有两期都实检的单位，看不出变化。";
  const better = changes.filter((entry) => entry.change < 0);
  const worse = changes.filter((entry) => entry.change > 0);
  const same = changes.length - better.length - worse.length;
  const top = [
    ...(better.length > 0 ? [`减少最多的是${nameMost(better, Math.min)}`] : []),
    ...(worse.length > 0 ? [`增加最多的是${nameMost(worse, Math.max)}`] : []),
  ];
  return [`${head} ${better.length} 家扣分减少、${worse.length} 家增加、${same} 家持平`, top.join("，")]
    .filter((clause) => clause !== "")
    .join("；")
    .concat("。");
}

/** All who share the largest change, since naming one of two equals would be arbitrary; more than three are counted. */
function nameMost(changes: readonly ScoreChange[], most: (...values: number[]) => number): string {
  const value = most(...changes.map((entry) => entry.change));
  const names = changes.filter((entry) => entry.change === value).map((entry) => entry.unit.shortName);
  const text = names.length > 3 ? `${names.slice(0, 3).join("、")}等 ${names.length} 家` : names.join("、");
  return `${text}（${formatPointsChange(value)} 分）`;
}

interface Span {
  name: string;
  first: Points;
  last: Points;
}

/** Where an indicator stood when it was first and last scored. */
function spanOf(trend: IndicatorTrend): Span | null {
  const means = trend.quarters.map(meanLoss).filter((mean) => mean !== null);
  const [first] = means;
  const last = means[means.length - 1];
  return first === undefined || last === undefined || means.length < 2 ? null : { name: trend.name, first, last };
}

/** "部门降得最多的是栏目更新（0.52→0.21 分/家），升得最多的是…；镇街…" */
export function describeIndicatorTrend(sides: readonly TrendSide[]): string {
  const clauses = sides.flatMap(({ title, trends }) => {
    const spans = trends.flatMap((trend) => spanOf(trend) ?? []).sort((a, b) => a.last - a.first - (b.last - b.first));
    const down = spans[0];
    const up = spans[spans.length - 1];
    const words = [
      ...(down && down.last < down.first ? [`降得最多的是${describeSpan(down)}`] : []),
      ...(up && up.last > up.first ? [`升得最多的是${describeSpan(up)}`] : []),
    ];
    return words.length === 0 ? [] : [`${title}${words.join("，")}`];
  });
  return clauses.length === 0 ? "各项指标的每家平均扣分没有变化。" : `${clauses.join("；")}。`;
}

function describeSpan({ name, first, last }: Span): string {
  return `${name}（每家 ${formatPoints(first, 2)}→${formatPoints(last, 2)} 分）`;
}
