import type { AnnualReport } from "./annual-report.ts";
import { blocksOf, type Meaning, meaningOf } from "./report-text-meaning.ts";
import type { Phrase } from "./report-text-phrase.ts";
import { CLOSURE_RATES, caseRates, SHARE_DENOMINATORS } from "./report-text-readings.ts";
import { cellsOf, readChange, readRate, readShare, type TextReading } from "./report-text-value.ts";
import { findWords, lastTopic } from "./report-text-words.ts";

/** Readings of a rate, a share or a change against last year. */
export interface RateReadings {
  readings: readonly TextReading[];
  /** −1 where the words say a decrease. */
  sign: 1 | -1;
}

/** The number before in the same sentence, which 占 and 同比 refer to. */
export interface Referent {
  phrase: Phrase;
  meaning: Meaning | null;
}

export interface RateContext {
  referent: Referent | null;
  report: AnnualReport;
  previous: AnnualReport | null;
}

const LAST_YEAR = /同比|[较比](?:上|去)年|(?:上|去)年(?:同期|相比)/u;
const RISE = /(?:增长|上升|增加|提高|提升|增幅|多|增)[^，]{0,3}$/u;
const FALL = /(?:下降|减少|回落|降低|降幅|少|降|减)[^，]{0,3}$/u;
const SHARE = /占(?:比|总数|总量|全部|办结|受理)?[^，；]{0,8}$/u;
const CLOSURE_RATE = /(?:办结|办理|答复|回复)率/u;
const IN_TIME = /按期|按时|及时|限期|期限|时限|依法/u;
const CASE_RATE = /(纠错|败诉|被纠正|纠正|维持)率/u;

/** Null when the number is not a rate; empty readings when it is one that no table can tell. */
export function rateReadings(phrase: Phrase, context: RateContext): RateReadings | null {
  const { number, before, clauseBefore } = phrase;
  const words = before === "" ? clauseBefore : before;
  const isPercent = number.unit === "%" || number.unit === "个百分点";
  if (LAST_YEAR.test(words) || (isPercent && (RISE.test(words) || FALL.test(words)))) {
    return changeReadings(phrase, words, isPercent, context);
  }
  if (!isPercent) return null;
  if (CASE_RATE.test(words)) return { readings: caseRateReadings(phrase, words, context.report), sign: 1 };
  if (CLOSURE_RATE.test(words)) return { readings: closureReadings(phrase, words, context.report), sign: 1 };
  if (SHARE.test(words)) return { readings: shareReadings(context), sign: 1 };
  return { readings: [], sign: 1 };
}

/** 申请数量较去年回落 12.3% names its base; 同比增长 6.4% speaks of the number before it. */
function changeReadings(phrase: Phrase, words: string, isPercent: boolean, context: RateContext): RateReadings {
  const { referent, report, previous } = context;
  const named = findWords(words).length > 0;
  const counted: Phrase = { ...phrase, number: { ...phrase.number, unit: "" } };
  const base = named ? meaningOf(counted, null, report) : (referent?.meaning ?? null);
  const readings = (base?.plans ?? []).map((plan) => readChange(plan, report, previous, isPercent));
  return { readings, sign: FALL.test(words) ? -1 : 1 };
}

function closureReadings({ lead }: Phrase, words: string, report: AnnualReport): readonly TextReading[] {
  if (lastTopic(lead) !== "application") return [];
  const rates = CLOSURE_RATES.map((plan) => readRate(plan, report));
  if (!IN_TIME.test(words)) return rates;
  const cells = rates[0]?.cells ?? [];
  const name = "按期答复率＝按期答复÷本年到期";
  return [{ name, plain: true, cells, value: null, missing: "表三不分是否按期，须凭台账" }];
}

function caseRateReadings(phrase: Phrase, words: string, report: AnnualReport): readonly TextReading[] {
  const blocks = blocksOf({ text: words, words: findWords(words) }, phrase.lead);
  if (blocks.length === 0) return [];
  const result = CASE_RATE.exec(words)?.[1] === "维持" ? "upheld" : "corrected";
  return caseRates(blocks, result).map((plan) => readRate(plan, report));
}

/** The share is taken of the number that the text printed, so that a share that belies its own number is seen. */
function shareReadings({ referent, report }: RateContext): readonly TextReading[] {
  const meaning = referent?.meaning ?? null;
  const plan = meaning?.plans[0];
  if (referent === null || meaning === null || plan === undefined || !plan.plus.every((id) => id.startsWith("t3."))) {
    return [];
  }
  const part = { value: referent.phrase.number.value, cells: cellsOf(plan) };
  return SHARE_DENOMINATORS.map((of) => readShare(part, of, report));
}
