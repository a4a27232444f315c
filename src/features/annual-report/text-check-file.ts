/** What a reader can do about it is part of every message. */
export class UnreadableText extends Error {}

/** Section one has at most 1,000 characters by the format; whole reports with tables stay far below this. */
export const LONGEST_TEXT = 60_000;
const LARGEST_TEXT_FILE = 1_000_000;
const LARGEST_WORD_FILE = 20_000_000;
/** A document of this size unpacked is no annual report; a packed one may hide any size. */
const LARGEST_DOCUMENT = 30_000_000;

/** Text of a .txt or .docx file. It stays in this browser: nothing is sent and nothing is kept. */
export async function readReportFile(file: File): Promise<string> {
  const name = file.name.toLowerCase();
  if (name.endsWith(".doc")) throw new UnreadableText("不能读取 .doc，请另存为 .docx，或把正文复制粘贴进来。");
  const isWord = name.endsWith(".docx");
  if (!isWord && !name.endsWith(".txt")) throw new UnreadableText(`“${file.name}”不是 .txt 或 .docx 文件。`);
  const limit = isWord ? LARGEST_WORD_FILE : LARGEST_TEXT_FILE;
  if (file.size > limit) {
    throw new UnreadableText(`文件有 ${megabytes(file.size)} MB，超过 ${megabytes(limit)} MB，请只保留正文。`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = isWord ? await readWord(bytes) : decodeText(bytes);
  if (text.trim() === "") throw new UnreadableText("文件里没有文字。");
  return withinLimit(text);
}

/** Refuses a text that is too long to be one report. */
export function withinLimit(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  throw new UnreadableText(
    `正文有 ${text.length.toLocaleString("en-US")} 字，超过 ${LONGEST_TEXT.toLocaleString("en-US")} 字，请只保留一份年报。`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1).replace(/\.0$/, "");
}

/** UTF-8, else GB18030, which is what Chinese Windows saves by default. */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  throw new UnreadableText("文字编码无法识别，请另存为 UTF-8 或 GB18030（GBK）编码的 .txt。");
}

const WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DOCUMENT_PART = "word/document.xml";

async function readWord(bytes: Uint8Array): Promise<string> {
  const { unzipSync } = await import("fflate");
  let part: Uint8Array | undefined;
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
      name === DOCUMENT_PART && originalSize <= LARGEST_DOCUMENT;
    part = unzipSync(bytes, { filter })[DOCUMENT_PART];
  } catch {
    throw new UnreadableText("这个 .docx 打不开，可能加了密或已损坏；请把正文复制粘贴进来。");
  }
  if (part === undefined) throw new UnreadableText("这个文件不是 Word 文档，或正文过大；请把正文复制粘贴进来。");
  return wordParagraphs(new TextDecoder().decode(part));
}

/** The paragraphs of a document in order, one a line. Tables are left out: their figures are not narrative. */
export function wordParagraphs(xml: string): string {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  if (document.getElementsByTagName("parsererror").length > 0) {
    throw new UnreadableText("这个 .docx 的正文已损坏；请把正文复制粘贴进来。");
  }
  const paragraphs = [...document.getElementsByTagNameNS(WORD_NAMESPACE, "p")];
  return paragraphs
    .filter((paragraph) => paragraph.closest("tbl") === null)
    .map(paragraphText)
    .join("\n");
}

/** w:t is text, w:tab and w:br are space and line; w:delText of tracked changes is gone and is not read. */
function paragraphText(paragraph: Element): string {
  return [...paragraph.getElementsByTagNameNS(WORD_NAMESPACE, "*")]
    .map((node) => {
      if (node.localName === "t") return node.textContent ?? "";
      if (node.localName === "tab") return " ";
      return node.localName === "br" ? "\n" : "";
    })
    .join("");
}
