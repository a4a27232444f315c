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
const SHORT_ID = /(?<!\d)\d{15}(?!\d)/;
const MOBILE = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/;
const EMAIL = /[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the last place checks the first seventeen. */
function isChecked(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return "10X98765432"[sum % 11] === id[17]?.toUpperCase();
}

/** The kind of personal data in a text, written in any width and with spaces or hyphens between the digits. */
export function personalKindIn(text: string): PersonalKind | null {
  const plain = toHalfWidth(text);
  const joined = plain.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, "");
  for (const candidate of [plain, joined]) if ((candidate.match(LONG_ID) ?? []).some(isChecked)) return "idNumber";
  if (SHORT_ID.test(plain)) return "idNumber";
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

/** The first cell of a row with personal data. */
export function findPersonal(cells: readonly SheetCell[]): { at: number; kind: PersonalKind } | null {
  for (const [at, cell] of cells.entries()) {
    const kind = personalKindOf(cell);
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
