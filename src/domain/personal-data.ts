import { type SheetCell, showCell, toHalfWidth } from "./cell-text.ts";

/** What gives a person away and can be recognised by its form. A name cannot, so that its column is refused instead. */
export type PersonalKind = "idNumber" | "mobile" | "email";

export const PERSONAL_LABEL = {
  idNumber: "身份证号",
  mobile: "手机号码",
  email: "电子邮箱",
} satisfies Record<PersonalKind, string>;

/** What stands in place of a value that must not be repeated. */
export const HIDDEN = "***";

const LONG_ID = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;
const SHORT_ID = /(?<!\d)\d{15}(?!\d)/g;
const MOBILE = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/;
const EMAIL = /[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the last place checks the first seventeen. */
function isChecked(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return "10X98765432"[sum % 11] === id[17]?.toUpperCase();
}

/** First two digits of an ID number: the province, and what stands in its place for residents from elsewhere (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const MONTH_AND_DAY = /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/**
 * False for fifteen digits that were never an ID: the form of before 1999 (GB 11643-1989) has a province at its head and
 * the day of birth, YYMMDD, at places 7 to 12. Any year, and the 31st of any month: in doubt it is one.
 */
function canBeShortId(digits: string): boolean {
  return PROVINCE.test(digits) && MONTH_AND_DAY.test(digits.slice(8, 12));
}

/** The kind of personal data in a text, written in any width and with spaces or hyphens between the digits. */
export function personalKindIn(text: string): PersonalKind | null {
  return kindIn(text, () => true);
}

function kindIn(text: string, isShortId: (digits: string) => boolean): PersonalKind | null {
  const plain = toHalfWidth(text);
  const joined = plain.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, "");
  for (const candidate of [plain, joined]) if ((candidate.match(LONG_ID) ?? []).some(isChecked)) return "idNumber";
  if ((plain.match(SHORT_ID) ?? []).some(isShortId)) return "idNumber";
  if (EMAIL.test(plain)) return "email";
  return MOBILE.test(plain) ? "mobile" : null;
}

/** A spreadsheet keeps fifteen digits of a number, so that the check place of a longer one is lost. */
const SHORTEST_LOST_ID = 1e14;

/** The kind of personal data in a cell. */
export function personalKindOf(cell: SheetCell | undefined): PersonalKind | null {
  if (typeof cell === "number" && Math.abs(cell) >= SHORTEST_LOST_ID) return "idNumber";
  return personalKindIn(showCell(cell));
}

const NOWHERE: ReadonlySet<number> = new Set();

/** Sixteen digits and more no longer stand as they were typed. */
const LONGEST_KEPT = 1e15;

/**
 * The same in a column of register numbers (登记编号), where fifteen digits may be a number: they are refused only when
 * they can be an ID of the old form. Longer numbers and everything else are judged as anywhere.
 */
export function personalKindOfNumber(cell: SheetCell | undefined): PersonalKind | null {
  if (typeof cell === "number" && Math.abs(cell) >= LONGEST_KEPT) return "idNumber";
  return kindIn(showCell(cell), canBeShortId);
}

/** The first cell of a row with personal data; `numbersAt` are the places of its columns of register numbers. */
export function findPersonal(
  cells: readonly SheetCell[],
  numbersAt: ReadonlySet<number> = NOWHERE,
): { at: number; kind: PersonalKind } | null {
  for (const [at, cell] of cells.entries()) {
    const kind = numbersAt.has(at) ? personalKindOfNumber(cell) : personalKindOf(cell);
    if (kind !== null) return { at, kind };
  }
  return null;
}

/** The same in a record from elsewhere (JSON): its keys, and its values at any depth. */
export function personalKindWithin(value: unknown): PersonalKind | null {
  if (typeof value === "string" || typeof value === "number") return personalKindOf(value);
  if (value === null || typeof value !== "object") return null;
  for (const [key, part] of Object.entries(value)) {
    const kind = personalKindIn(key) ?? personalKindWithin(part);
    if (kind !== null) return kind;
  }
  return null;
}

const PERSONAL_HEAD =
  /姓名|身份证|证件号|电话|手机|联系(?:人|方式|号码)|地址|住址|住所|邮箱|电子邮件|e-?mail|微信|qq|邮编|邮政编码|出生|性别|户籍|^申请人(?:名称)?$|^(?:原告|当事人|复议申请人)(?:名称)?$/i;

/** True for the head of a column that would name a person or say how to reach them: 申请人姓名, 身份证号, 联系电话, 地址. */
export function isPersonalHead(head: string): boolean {
  const key = toHalfWidth(head).replace(/[\s*:]|\((?:必填|选填)\)/g, "");
  return PERSONAL_HEAD.test(key);
}

/** Text without what gives a person away, for messages that repeat a piece of a file. */
export function maskPersonal(text: string): string {
  return personalKindIn(text) === null ? text : HIDDEN;
}
