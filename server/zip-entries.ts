import { inflateRawSync } from "node:zlib";
import { UnreadableFile } from "./unreadable-file.ts";

/** One file inside a zip. */
export interface ZipEntry {
  name: string;
  size: number;
  /** Inflates the file; throws when it is not what the directory says. */
  read(): Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MEBIBYTE = 1024 * 1024;
/** A full sheet of a million rows is about this large; anything above is no ledger. */
const LARGEST_ENTRY = 400 * MEBIBYTE;
/** Sheets shrink to a tenth, very repetitive ones to a fiftieth; a zip bomb to a thousandth. */
const LARGEST_RATIO = 200;
const RATIO_MATTERS_FROM = 10 * MEBIBYTE;

const DAMAGED = "文件已损坏，不是完整的 .xlsx 工作簿，请重新导出或另存";
const TOO_LARGE = "文件解压后异常庞大，可能不是正常的工作簿，已拒绝读取";

/** Lists a zip by its central directory, which is what spreadsheets go by too. */
export function readZip(bytes: Buffer): Map<string, ZipEntry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new UnreadableFile(DAMAGED);
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new UnreadableFile(DAMAGED);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const entry = toEntry(bytes, at, bytes.toString("utf8", at + 46, nameEnd));
    entries.set(entry.name, entry);
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function toEntry(bytes: Buffer, at: number, name: string): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const packed = bytes.readUInt32LE(at + 20);
  const size = bytes.readUInt32LE(at + 24);
  const offset = bytes.readUInt32LE(at + 42);
  const read = () => {
    if ((flags & 1) === 1) throw new UnreadableFile("文件加了密码，请取消密码后另存再导入");
    if (size > LARGEST_ENTRY || (size > RATIO_MATTERS_FROM && size > packed * LARGEST_RATIO))
      throw new UnreadableFile(TOO_LARGE);
    return inflate(bytes, { offset, packed, size, method });
  };
  return { name: name.replaceAll("\\", "/"), size, read };
}

function inflate(bytes: Buffer, entry: { offset: number; packed: number; size: number; method: number }): Buffer {
  const { offset, packed, size, method } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw new UnreadableFile(DAMAGED);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw new UnreadableFile(DAMAGED);
  try {
    // The directory may lie about the size; the limit holds whatever it says.
    // One chunk of the whole size: joining many small ones would need the memory twice.
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, 64) });
  } catch (error) {
    const isOverflow = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new UnreadableFile(isOverflow ? TOO_LARGE : DAMAGED, { cause: error });
  }
}
