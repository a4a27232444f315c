/**
 * Widths by character class instead of a canvas: the same in a browser, a worker and a test, and close enough for
 * the four system fonts of the stack (checked against Noto Sans CJK and the metrics of YaHei). Errs to the wide side.
 */
const NARROW = new Set([..." .,:;'|!il·()[]/"]);
const WIDE_LATIN = new Set([..."MWmw@&ABCDEFGHKNOPQRSTUVXYZ+=<>±≤≥×÷−"]);
const BOLD = 1.05;
const DIGIT = 0.56;

/** Chinese, Japanese, full-width forms and the punctuation that Chinese fonts draw one em wide. */
function isFullWidth(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code <= 0x21ff && code !== 0x2212);
}

/** Width of one character in em. */
export function emOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (NARROW.has(character)) return 0.28;
  if (isFullWidth(code)) return 1;
  if (character === "%") return 0.92;
  return WIDE_LATIN.has(character) ? 0.68 : DIGIT;
}

/** Width of a text in pixels. */
export function measureText(text: string, size = 12, bold = false): number {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * size * (bold ? BOLD : 1);
}

/** Widest of several texts; 0 without any. */
export function widestText(texts: Iterable<string>, size = 12, bold = false): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, measureText(text, size, bold));
  return widest;
}

/** Characters that may not begin a line (GB/T 15834) — they stay with the character before. */
const NO_START = /[，。；：、！？）》」』】”’％…·,.;:!?)\]}%]/;
/** Characters that may not end a line. */
const NO_END = /[（《「『【“‘([{]/;

/** Chinese has no spaces: every character is a place to break, except inside numbers and words and at punctuation. */
function toUnits(text: string): string[] {
  const units: string[] = [];
  for (const part of text.match(/[!-~]+|\s+|./gsu) ?? []) {
    const last = units.at(-1);
    if (last !== undefined && (NO_START.test(part.charAt(0)) || NO_END.test(last.slice(-1)))) {
      units[units.length - 1] = last + part;
    } else {
      units.push(part);
    }
  }
  return units;
}

/** Lines no wider than `width`; a unit wider than a whole line stands alone. */
export function wrapText(text: string, width: number, size = 12, bold = false): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const unit of toUnits(paragraph)) {
      if (line !== "" && measureText((line + unit).trimEnd(), size, bold) > width) {
        lines.push(line.trimEnd());
        line = unit.trimStart();
      } else {
        line += unit;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Control characters pasted from old systems are illegal in XML and hang some renderers; tabs and line ends stay. */
export function stripControls(text: string): string {
  return text.replace(/\p{Cc}|\uFFFE|\uFFFF/gu, (character) => (/[\t\n\r]/.test(character) ? character : ""));
}
