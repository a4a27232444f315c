import type { TextNumber } from "./report-text-scan.ts";
import { sentenceAround, subjectStart } from "./report-text-sections.ts";

/** The words that say what a number counts. */
export interface Phrase {
  number: TextNumber;
  /** From the last comma, bracket or number up to the number: 全年共受理政府信息依申请. */
  before: string;
  /** From the measure word to the next mark: 结转下年度继续办理. */
  after: string;
  /** The clause before, when `before` has no words of its own and that clause has no number. */
  clauseBefore: string;
  /** What was said before in the same paragraph; the last subject in it is the one at hand. */
  lead: string;
  sentence: string;
  /** Begin of the sentence in the text. */
  sentenceStart: number;
}

const BOUNDARY = /[，；：,;:]/u;
const FILLER =
  /^(?:其中|共|共计|合计|总计|累计|总数|数量|达到?|为|有|约|近|计|分别|全年|本年度?|今年|当年|的|是|另|并|、|\s)*$/u;

/** Titles in 《》 and spaces are blanked: a title that names 规范性文件 does not count any. */
function maskTitles(text: string): string {
  return text.replace(/《[^》]*》/gu, (title) => "·".repeat(title.length));
}

/** Reads the words around every number of a text. */
export function toPhrases(plain: string, numbers: readonly TextNumber[]): Phrase[] {
  const masked = maskTitles(plain);
  const ends = new Set(numbers.map((number) => number.end));
  return numbers.map((number, index) => {
    const { start, end } = sentenceAround(plain, number.offset);
    const previousEnd = Math.max(start, numbers[index - 1]?.end ?? 0);
    const before = wordsBefore(masked, number.offset, start, ends);
    return {
      number,
      before,
      after: wordsAfter(masked, number.end, end, numbers[index + 1]?.offset ?? plain.length),
      clauseBefore: FILLER.test(before) ? clauseBefore(masked.slice(previousEnd, number.offset)) : "",
      lead: masked.slice(subjectStart(plain, number.offset), number.offset),
      sentence: plain.slice(start, end),
      sentenceStart: start,
    };
  });
}

/** Walks back over whole brackets; a bracket that opens is a boundary, because the number stands inside it. */
function wordsBefore(text: string, offset: number, start: number, ends: ReadonlySet<number>): string {
  let depth = 0;
  let words = "";
  for (let index = offset - 1; index >= start; index -= 1) {
    const char = text[index] ?? "";
    if (/[）)]/u.test(char)) depth += 1;
    else if (/[（(]/u.test(char)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0) {
      if (BOUNDARY.test(char) || ends.has(index + 1)) break;
      words = `${char}${words}`;
    }
  }
  return words.replace(/^[、\s]+|\s+/gu, "");
}

/** Words that lead over to the next number belong to that number. */
function wordsAfter(text: string, from: number, sentenceEnd: number, nextNumber: number): string {
  const rest = text.slice(from, sentenceEnd);
  const mark = rest.search(/[，；：、,;:（()）]/u);
  const end = from + (mark < 0 ? rest.length : mark);
  return nextNumber < end ? "" : text.slice(from, end).replace(/\s+/gu, "");
}

function clauseBefore(between: string): string {
  const clauses = between.split(/[，；：,;:（()）]/u).map((clause) => clause.replace(/^[、\s]+|\s+/gu, ""));
  return (
    clauses
      .slice(0, -1)
      .reverse()
      .find((clause) => !FILLER.test(clause)) ?? ""
  );
}
