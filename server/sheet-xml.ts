/** The few pieces of XML reading that a workbook needs; its parts are machine-written and flat. */

const ENTITY: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** `&lt;`, `&#x4e2d;` and the spreadsheet's own `_x000D_` escapes as the characters that they stand for. */
export function decodeXml(text: string): string {
  const plain = text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return ENTITY[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : text;
  return plain.includes("_x")
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}

/** Value of one attribute in the text of a tag; undefined when it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}="`);
  if (at < 0) return undefined;
  const start = at + name.length + 3;
  return decodeXml(tag.slice(start, tag.indexOf('"', start)));
}

/** Some writers put every element into a prefix (`<x:row>`); the rest of the reader knows bare names only. */
export function withoutPrefixes(xml: string): string {
  return /<\w+:(?:worksheet|workbook|sst|styleSheet)\b/.test(xml.slice(0, 1000))
    ? xml.replace(/<(\/?)\w+:(?=[a-zA-Z])/g, "<$1")
    : xml;
}

/** All tags of a name with their attributes. */
export function tagsNamed(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];
}

/** `<t/>` is empty text and must not swallow what follows it. */
const TEXT = /<t(?:\s(?:[^>]*[^>/])?)?>([\s\S]*?)<\/t>/g;
const PHONETIC = /<rPh[\s\S]*?<\/rPh>/g;

/** The text of a shared or inline string: its runs joined, the reading aids left out. */
export function stringText(xml: string): string {
  const visible = xml.includes("<rPh") ? xml.replace(PHONETIC, "") : xml;
  let text = "";
  for (const match of visible.matchAll(TEXT)) text += match[1] ?? "";
  return decodeXml(text);
}

const SLICE = 1024 * 1024;

/**
 * Cuts the bytes of a large part into pieces that end with `closing`, and decodes one piece at a time: the whole part as
 * one string would take twice its size again.
 */
export function* slices(bytes: Buffer, from: number, closing: string): Iterable<string> {
  let at = from;
  while (at < bytes.length) {
    const near = bytes.lastIndexOf(closing, at + SLICE);
    const found = near > at ? near : bytes.indexOf(closing, at);
    if (found < 0) return;
    const end = found + closing.length;
    yield bytes.toString("utf8", at, end);
    at = end;
  }
}
