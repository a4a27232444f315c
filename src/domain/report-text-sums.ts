import { addExactly, formatFigure, formatFigureChange } from "./report-cell.ts";
import type { Meaning } from "./report-text-meaning.ts";
import type { Phrase } from "./report-text-phrase.ts";
import type { TextNumber } from "./report-text-scan.ts";

/** A total of the text with its own parts: no table is needed to see that they do not add up. */
export interface TextSum {
  total: TextNumber;
  parts: readonly TextNumber[];
  /**
   * differing: the parts pass the total, or an equation is wrong · ambiguous: they fall short of it, which a list
   * after 其中 may do when it is not complete.
   */
  verdict: "agreed" | "differing" | "ambiguous";
  /** Parts minus total. */
  difference: number;
  message: string;
}

/** A number with what it counts, so that a list of outcomes does not run on into disputes. */
export interface CountedPhrase {
  phrase: Phrase;
  kind: Meaning["kind"] | null;
}

const LIST_BEGIN = /其中|包括|包含|分别|涉及/u;
/** A list after 其中 that falls short by more than this share is a selection, not a sum gone wrong. */
const NEAR_MISS = 0.05;
const PLUS = /^\s*[+＋]\s*$/u;
const EQUALS = /^\s*[=＝]\s*$/u;

/** Totals with parts: 81 件，其中：…42 件，…5 件; 18601 条（其中…）; 393+77=470. */
export function findSums(counted: readonly CountedPhrase[]): TextSum[] {
  return [...equations(counted), ...lists(counted)].sort((a, b) => a.total.offset - b.total.offset);
}

/** The text between two numbers of one sentence; null across sentences. */
function between(a: CountedPhrase | undefined, b: CountedPhrase | undefined): string | null {
  if (a === undefined || b === undefined || a.phrase.sentenceStart !== b.phrase.sentenceStart) return null;
  const { sentence, sentenceStart, number } = a.phrase;
  return sentence.slice(number.end - sentenceStart, b.phrase.number.offset - sentenceStart);
}

function equations(counted: readonly CountedPhrase[]): TextSum[] {
  return counted.flatMap((total, index) => {
    if (!EQUALS.test(between(counted[index - 1], total) ?? "")) return [];
    let first = index - 1;
    while (PLUS.test(between(counted[first - 1], counted[first]) ?? "")) first -= 1;
    const parts = counted.slice(first, index).map(({ phrase }) => phrase.number);
    return parts.length < 2 ? [] : [toSum(total.phrase.number, parts, true)];
  });
}

function lists(counted: readonly CountedPhrase[]): TextSum[] {
  return counted.flatMap((total, index) => {
    const gap = between(total, counted[index + 1]);
    if (gap === null || !LIST_BEGIN.test(gap) || total.phrase.number.vague !== null) return [];
    const parts = partsAfter(counted, index, listEnd(gap));
    const sum = addExactly(parts.map((part) => part.value));
    const { value } = total.phrase.number;
    if (parts.length < 2 || sum < value * (1 - NEAR_MISS)) return [];
    // 收到 9 件，上年结转 1 件，其中… lists the parts of both.
    const before = between(counted[index - 1], total) === null ? undefined : counted[index - 1]?.phrase.number;
    const isOfBoth = before?.unit === total.phrase.number.unit && addExactly([before.value, value]) === sum;
    return isOfBoth ? [] : [toSum(total.phrase.number, parts, false)];
  });
}

const classOf = (kind: Meaning["kind"] | null) =>
  kind === "flow" || kind === "outcome" || kind === "applicant" ? "application" : kind;

/** A list ends with its bracket; else at a semicolon, unless 其中： opens a list of clauses. */
function listEnd(gap: string): RegExp {
  if (/^[^，；。]{0,6}[（(]/u.test(gap)) return /[）)]/u;
  return /[：:]/u.test(gap) ? /[。]/u : /[；;]/u;
}

/** Numbers of the total's unit that follow it in the sentence, to the end of the list or until they make the total. */
function partsAfter(counted: readonly CountedPhrase[], index: number, end: RegExp): TextNumber[] {
  const total = counted[index]?.phrase.number;
  const first = counted[index + 1];
  const parts: TextNumber[] = [];
  let sum = 0;
  for (let place = index + 1; total !== undefined && place < counted.length; place += 1) {
    const next = counted[place];
    const gap = between(counted[place - 1], next);
    if (next === undefined || gap === null || end.test(gap)) break;
    const { number } = next.phrase;
    if (number.unit !== total.unit || classOf(next.kind) !== classOf(first?.kind ?? null)) continue;
    parts.push(number);
    sum = addExactly([sum, number.value]);
    if (sum === total.value && parts.length > 1) break;
  }
  return parts;
}

function toSum(total: TextNumber, parts: readonly TextNumber[], isEquation: boolean): TextSum {
  const sum = addExactly(parts.map((part) => part.value));
  const difference = addExactly([sum, -total.value]);
  const written = `${parts.map((part) => formatFigure(part.value)).join("＋")}＝${formatFigure(sum)}`;
  const head = `正文合计 ${formatFigure(total.value)}，分项 ${written}`;
  if (difference === 0) return { total, parts, verdict: "agreed", difference, message: `${head}，相符` };
  const gap = `${head}，差 ${formatFigureChange(difference)}`;
  if (difference > 0 || isEquation) return { total, parts, verdict: "differing", difference, message: gap };
  return { total, parts, verdict: "ambiguous", difference, message: `${gap}；“其中”若已列全则不符` };
}
