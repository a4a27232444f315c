import { meaningOfChange } from "#domain/comparison.ts";
import { correctionRates, type DisputeTally, decidedOf } from "#domain/dispute-tally.ts";
import { METRIC_DEFINITION, METRICS, type Metric } from "#domain/metric.ts";
import { formatFigureChange, type ReportFigure } from "#domain/report-cell.ts";
import { formatRate, type Rate } from "#domain/share.ts";
import type { StripFigure } from "#ui/conclusion-strip.tsx";
import type { LedgerView } from "./ledger-view.ts";
import type { Conclusion } from "./to-conclusion.ts";

type Change = StripFigure["changes"][number];

/** Disputes of the period and of the same a year before, of the units chosen. */
export interface DisputePair {
  now: DisputeTally;
  /** null where the ledger does not reach back. */
  base: DisputeTally | null;
}

/** The strip of the ledger: what came, what became of it, whether in time, and what was corrected. */
export function toLedgerConclusion(view: LedgerView, disputes: DisputePair, isRunning: boolean): Conclusion {
  const { totals, baseTotals, name } = view;
  const count = (metric: Metric, pick: (of: LedgerView["totals"]) => ReportFigure, basis = ""): StripFigure => ({
    ...strip(metric, pick(totals).text, "件", basis),
    changes: countChange(pick(totals), baseTotals && pick(baseTotals)),
  });
  return {
    clauses: [
      `${name}应办 ${totals.due.text} 件，`,
      `办结 ${totals.classified.text} 件，`,
      `在办 ${totals.carriedForward.text} 件；`,
      describeReplies(view),
    ],
    caption: `${view.file.scope} · 同比较${view.baseName}${isRunning ? " · 所选季度未结束，截至今日" : ""} · 应办＝新收 ${totals.newReceived.text}＋结转 ${totals.carriedOver.text}＝办结＋在办；通报中“收到”指新收还是新收＋结转须注明`,
    figures: [
      count("applicationsReceived", (of) => of.newReceived),
      count("applicationsCarriedOver", (of) => of.carriedOver),
      count("applicationsClosed", (of) => of.classified),
      openFigure(
        view,
        count("applicationsOpen", (of) => of.carriedForward),
      ),
      rateFigure(view),
      correctedFigure(disputes),
    ],
  };
}

function strip(metric: Metric, value: string, unit: string, basis: string): StripFigure {
  return {
    id: metric,
    label: METRICS[metric].name,
    definition: METRIC_DEFINITION[metric],
    value,
    unit,
    basis,
    changes: [],
  };
}

/** "按期答复 97/101 件（96.0%），另有 2 件在办已超期。" */
export function describeReplies({ rate: { rate, openOverdue, unknown } }: Pick<LedgerView, "rate">): string {
  const beside = [
    ...(openOverdue === 0 ? [] : [`另有 ${openOverdue} 件在办已超期`]),
    ...(unknown === 0 ? [] : [`${unknown} 件日历未维护，仅供参考，不计入`]),
  ];
  const words = rate === null ? "没有到期的答复" : describeRate(rate);
  return `${[words, ...beside].join("，")}。`;
}

function describeRate(rate: Rate): string {
  const counts = `${rate.numerator}/${rate.denominator} 件`;
  return rate.small ? `按期答复 ${counts}（样本少）` : `按期答复 ${counts}（${formatRate(rate)}）`;
}

/** Overdue is red, and only when there is something overdue. */
function openFigure({ rate }: LedgerView, figure: StripFigure): StripFigure {
  return rate.openOverdue === 0 ? figure : { ...figure, basis: `其中已超期 ${rate.openOverdue} 件`, isAlarm: true };
}

function rateFigure({ rate: { rate }, baseRate }: LedgerView): StripFigure {
  if (rate === null) return strip("onTimeReplyRate", "——", "", "没有到期的答复");
  const counts = `${rate.numerator}/${rate.denominator}`;
  if (rate.small) return strip("onTimeReplyRate", counts, "件", "样本少，不计率");
  const figure = strip("onTimeReplyRate", formatRate(rate).slice(0, -1), "%", `${counts} 件`);
  return { ...figure, changes: rateChange(rate, baseRate?.rate ?? null) };
}

const NO_BASE: Change = { text: "上年同期无台账", meaning: "same" };

/** More or fewer applications are neither good nor bad. */
function countChange(now: ReportFigure, before: ReportFigure | null): Change[] {
  if (before === null) return [NO_BASE];
  return [{ text: `同比 ${formatFigureChange((now.value ?? 0) - (before.value ?? 0))}`, meaning: "same" }];
}

/** Percentage points of the two rates as printed, so that the reader's own subtraction agrees. */
function rateChange(now: Rate, base: Rate | null): Change[] {
  if (base === null) return [NO_BASE];
  if (base.small) return [{ text: `上年同期 ${base.numerator}/${base.denominator}，样本少`, meaning: "same" }];
  const tenths = tenthsOf(now) - tenthsOf(base);
  const text = `同比 ${tenths > 0 ? "+" : ""}${(tenths / 10).toFixed(1)} 百分点`.replace("-", "−");
  return [{ text, meaning: meaningOfChange(tenths, "more") }];
}

function tenthsOf(rate: Rate): number {
  return Math.round(Number(formatRate(rate).slice(0, -1)) * 10);
}

function correctedFigure({ now, base }: DisputePair): StripFigure {
  const decided = decidedOf(now);
  const basis = `已审结 ${decided} · 未结 ${now.pending}`;
  const figure = strip("correctedDisputes", String(now.corrected), "件", basis);
  if (base === null) return { ...figure, changes: [NO_BASE] };
  const change = now.corrected - base.corrected;
  const text = `同比 ${formatFigureChange(change)}`;
  return { ...figure, changes: [{ text, meaning: meaningOfChange(change, "less") }] };
}

/** "纠错率 2/10（20.0%，占全部）、2/4（样本少，占已审结）": both denominators by name. */
export function describeCorrection(tally: DisputeTally): string {
  const { ofAll, ofDecided } = correctionRates(tally);
  if (ofAll === null) return "没有复议诉讼";
  const words = (rate: Rate | null, base: string) =>
    rate === null
      ? `${base} 0 件，不计率`
      : `占${base} ${rate.numerator}/${rate.denominator}${rate.small ? "（样本少）" : `（${formatRate(rate)}）`}`;
  return `纠错${words(ofAll, "全部")}、${words(ofDecided, "已审结")}`;
}
