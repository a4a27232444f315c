import type { AnnualReport } from "./annual-report.ts";
import { type Meaning, meaningOf } from "./report-text-meaning.ts";
import { type Phrase, toPhrases } from "./report-text-phrase.ts";
import { type Referent, rateReadings } from "./report-text-rates.ts";
import { scanNumbers, type TextNumber, toPlainText } from "./report-text-scan.ts";
import { type TextRange, tableRange } from "./report-text-sections.ts";
import { type CountedPhrase, findSums, type TextSum } from "./report-text-sums.ts";
import { readSum, type TextReading } from "./report-text-value.ts";
import { describeJudgement, judgeNumber, type TextVerdict } from "./report-text-verdict.ts";

/** One number of a report's narrative, and what the tables say to it. */
export interface TextFinding {
  number: TextNumber;
  /** The words that say what it counts: 全年共受理政府信息依申请24件. */
  phrase: string;
  sentence: string;
  verdict: TextVerdict;
  /** The number as compared: in 万元, and negative for a decrease. */
  written: number;
  /** Cells it was compared with under the first reading; ids of the form. */
  cells: readonly string[];
  /** The deciding reading first. Empty for a number outside the tables' subject. */
  readings: readonly TextReading[];
  /** Text minus table under the first reading; null when there is nothing to subtract. */
  difference: number | null;
  message: string;
}

/** A report's text against its tables. */
export interface TextCheck {
  findings: readonly TextFinding[];
  /** Totals of the text against their own parts. */
  sums: readonly TextSum[];
  /** Sections 二 to 四 where they were pasted along: tables, not narrative. */
  tables: (TextRange & { numbers: number }) | null;
}

/** Compares every number of a report's text with the tables of the same body and year. Offsets are those of the text given. */
export function checkReportText(text: string, report: AnnualReport, previous: AnnualReport | null = null): TextCheck {
  const plain = toPlainText(text);
  const tables = tableRange(plain);
  const all = scanNumbers(plain);
  const narrative = all.filter(({ offset }) => tables === null || offset < tables.start || offset >= tables.end);
  const before = previous?.bodyId === report.bodyId && previous.year === report.year - 1 ? previous : null;
  const findings: TextFinding[] = [];
  const counted: CountedPhrase[] = [];
  let referent = null as Referent | null;
  for (const phrase of toPhrases(plain, narrative)) {
    const near: Referent | null = referent?.phrase.sentenceStart === phrase.sentenceStart ? referent : null;
    const rate = rateReadings(phrase, { referent: near, report, previous: before });
    const meaning: Meaning | null = rate === null ? meaningOf(phrase, near?.meaning ?? null, report) : null;
    const readings = rate?.readings ?? (meaning?.plans ?? []).map((plan) => readSum(plan, report));
    findings.push(toFinding(phrase, readings, rate?.sign ?? 1));
    if (rate !== null) continue;
    referent = { phrase, meaning };
    counted.push({ phrase, kind: meaning?.kind ?? null });
  }
  const skipped = tables === null ? null : { ...tables, numbers: all.length - narrative.length };
  return { findings, sums: findSums(counted), tables: skipped };
}

function toFinding(phrase: Phrase, readings: readonly TextReading[], sign: 1 | -1): TextFinding {
  const { number, before, after, sentence } = phrase;
  const judgement = judgeNumber(number, readings, sign);
  return {
    number,
    phrase: `${before}${number.raw}${after}`,
    sentence,
    verdict: judgement.verdict,
    written: judgement.written,
    cells: judgement.readings[0]?.cells ?? [],
    readings: judgement.readings,
    difference: judgement.difference,
    message: describeJudgement(number, judgement),
  };
}
