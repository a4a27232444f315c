/** A part of the text, from `start` up to `end`. */
export interface TextRange {
  start: number;
  end: number;
}

const TABLES_BEGIN = /二、\s*主动公开政府信息情况/u;
const TABLES_END = /五、[^。；]{0,16}存在的?(?:主要)?问题/u;

/**
 * Where sections 二 to 四 stand, which are tables when a whole report is pasted; null when the text has none.
 * Their numbers are not narrative: they are what the narrative is compared with.
 */
export function tableRange(text: string): TextRange | null {
  const begin = TABLES_BEGIN.exec(text);
  if (begin === null) return null;
  const rest = text.slice(begin.index);
  const end = TABLES_END.exec(rest);
  return { start: begin.index, end: end === null ? text.length : begin.index + end.index };
}

const SENTENCE_END = /[。！？!?\n]/u;

/** The sentence around a place, without its end mark. */
export function sentenceAround(text: string, offset: number): TextRange {
  let start = offset;
  while (start > 0 && !SENTENCE_END.test(text[start - 1] ?? "")) start -= 1;
  let end = offset;
  while (end < text.length && !SENTENCE_END.test(text[end] ?? "")) end += 1;
  return { start, end };
}

/** （二）依申请公开方面, 4.认真办理依申请公开: heads after which the subject is a new one. */
const HEAD = /（[一二三四五六七八九十]）|\([一二三四五六七八九十]\)|[一二三四五六]、|\n/gu;

/** Begin of the part of the text that can give a number its subject: the last head before it, at most 600 characters back. */
export function subjectStart(text: string, offset: number): number {
  const floor = Math.max(0, offset - 600);
  const heads = [...text.slice(floor, offset).matchAll(HEAD)];
  return floor + (heads.at(-1)?.index ?? 0);
}
