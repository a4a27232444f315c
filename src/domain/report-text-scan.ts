/** A quantity of a report's text. Dates, document numbers and list marks are not quantities and are not found. */
export interface TextNumber {
  /** Where the digits begin in the text as given. */
  offset: number;
  /** Just after the measure word, or after the digits where there is none. */
  end: number;
  /** As written: 18000余条, 三件, ２４件. */
  raw: string;
  /** 1.2万件 is 12,000; 51.85% is 51.85. */
  value: number;
  /** Measure word: 件, 条, 万元, %; empty where none is written. */
  unit: string;
  /** 余, 多, 近, 约 and the like; null for an exact number. */
  vague: "above" | "below" | "around" | null;
  /** Digits written after the point. */
  decimals: number;
}

/** Longest first, so that 家次 is not read as 家. Any other single character after digits is taken as it stands. */
const UNITS =
  "个百分点|百分点|工作日|万人次|万余元|万元|亿元|件次|家次|人次|场次|批次|小时|分钟|件|条|家|次|份|起|宗|例|个|项|篇|期|场|人|元|%|‰|部|处|轮|批|天|页|名|位|类|种|字|套";
const CHINESE_UNITS = "家次|人次|万元|件|条|家|次|份|起|宗|例|项|篇|期|场";
const KNOWN_UNIT = new RegExp(`^(?:${UNITS})$`, "u");
const TAIL = new RegExp(
  `^(\\s*)(余|多)?(万(?!元|人次|余元)|亿(?!元))?(余|多)?(\\s*(?:${UNITS})|\\p{Script=Han})?`,
  "u",
);
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/gu;
const CHINESE = new RegExp(
  `百分之([零〇一二三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?)|(?<![\\d第进统同任每逐某另之其唯零〇一二两三四五六七八九十百千万])([零〇一二两三四五六七八九十百千万]+)(${CHINESE_UNITS})(?!事|性|龙|站)`,
  "gu",
);

/** What stands before or after digits that name something instead of counting it. */
const NAME_BEFORE = /(?:[A-Za-z第〔[\-－—]|邮编[:：]?|电话.{0,4}|传真.{0,4}|〕)$/u;
const NAME_AFTER = /^(?:年|月|日(?!常)|号|时|点|〕|[-－]\d{2,}|层|栋|热线|平台|[A-Za-z@])/u;
/** 2024政府信息公开: a year without its 年. */
const BARE_YEAR = /^(?:19|20)\d\d$/u;
/** 12345, 12315, 12388: lines that citizens call. */
const HOTLINE = /^123\d\d$/u;
/** 1. or 1、 or （1） at the head of a clause. */
const LIST_MARK_AFTER = /^[.、．)）]/u;
const CLAUSE_HEAD = /(?:^|[\n。；：，,;（(]|\s)$/u;

/** Full-width digits and signs to half-width, one character for one, so that offsets stay those of the text given. */
export function toPlainText(text: string): string {
  return text
    .replace(/(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/gu, ",")
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/％/gu, "%")
    .replace(/(?<=\d)．(?=\d)/gu, ".");
}

/** Every quantity of a text in reading order. `plain` is `toPlainText(text)`. */
export function scanNumbers(plain: string): TextNumber[] {
  const found = [...arabicNumbers(plain), ...chineseNumbers(plain)];
  return found.sort((a, b) => a.offset - b.offset);
}

function arabicNumbers(plain: string): TextNumber[] {
  return [...plain.matchAll(ARABIC)].flatMap((match) => {
    const digits = match[0];
    const before = plain.slice(Math.max(0, match.index - 12), match.index);
    const after = plain.slice(match.index + digits.length, match.index + digits.length + 12);
    if (isName(digits, before, after)) return [];
    const [tail = "", , more, myriad, moreLater, spacedUnit = ""] = TAIL.exec(after) ?? [];
    const unit = spacedUnit.trim();
    const factor = { 万: 1e4, 亿: 1e8 }[myriad ?? ""] ?? 1;
    // Spaces belong to the number only when a measure word follows them.
    if (BARE_YEAR.test(digits) && unit !== "" && !KNOWN_UNIT.test(unit)) return [];
    const end = match.index + digits.length + (unit === "" ? tail.trimEnd() : tail).length;
    return [
      {
        offset: match.index,
        end,
        raw: plain.slice(match.index, end),
        value: Math.round(Number(digits.replaceAll(",", "")) * factor * 1e6) / 1e6,
        unit,
        vague: vagueness(before, more ?? moreLater),
        decimals: digits.split(".")[1]?.length ?? 0,
      },
    ];
  });
}

function isName(digits: string, before: string, after: string): boolean {
  if (NAME_BEFORE.test(before) || NAME_AFTER.test(after) || HOTLINE.test(digits)) return true;
  return LIST_MARK_AFTER.test(after) && CLAUSE_HEAD.test(before);
}

function vagueness(before: string, more: string | undefined): TextNumber["vague"] {
  if (more !== undefined || /(?:超过|逾|超)$/u.test(before)) return "above";
  if (/近$/u.test(before)) return "below";
  return /(?:约|大约|左右)$/u.test(before) ? "around" : null;
}

function chineseNumbers(plain: string): TextNumber[] {
  return [...plain.matchAll(CHINESE)].map((match) => {
    const [raw, percent, digits = "", unit = "%"] = match;
    const before = plain.slice(Math.max(0, match.index - 3), match.index);
    const value = readChinese(percent ?? digits);
    const decimals = percent?.split("点")[1]?.length ?? 0;
    return {
      offset: match.index,
      end: match.index + raw.length,
      raw,
      value,
      unit,
      vague: vagueness(before, undefined),
      decimals,
    };
  });
}

const DIGIT = "零一二三四五六七八九";
const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十三 → 23, 一百零五 → 105, 两千 → 2000, 一万二千 → 12000, 二〇二四 → 2024, 九十八点五 → 98.5. */
export function readChinese(text: string): number {
  const [whole = "", fraction] = text.replaceAll("〇", "零").replaceAll("两", "二").split("点");
  const decimals =
    fraction === undefined ? 0 : Number(`0.${[...fraction].map((char) => DIGIT.indexOf(char)).join("")}`);
  const [high, low] = whole.includes("万") ? [whole.split("万")[0] ?? "", whole.split("万")[1] ?? ""] : ["", whole];
  return readBelowMyriad(high) * 1e4 + readBelowMyriad(low) + decimals;
}

function readBelowMyriad(text: string): number {
  if (text !== "" && [...text].every((char) => DIGIT.includes(char))) {
    return Number([...text].map((char) => DIGIT.indexOf(char)).join(""));
  }
  let sum = 0;
  let digit: number | null = null;
  for (const char of text) {
    const scale = SCALE[char];
    if (scale === undefined) digit = DIGIT.indexOf(char);
    else {
      sum += (digit ?? 1) * scale;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}
