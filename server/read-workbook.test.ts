import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { openWorkbook } from "./read-workbook.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A zip written by hand, so that a test can lie in it. */
function aZip(files: Record<string, { text: string; declaredSize?: number; flags?: number }>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, { text, declaredSize, flags = 0 }] of Object.entries(files)) {
    const data = deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(declaredSize ?? Buffer.byteLength(text), 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

const SHEET_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';

/** A workbook of one sheet, given as XML. */
function aWorkbook(sheet: string, more: Record<string, { text: string }> = {}, workbookXml = ""): Buffer {
  return aZip({
    "xl/workbook.xml": {
      text: `<workbook>${workbookXml}<sheets><sheet name="表&amp;一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    "xl/_rels/workbook.xml.rels": {
      text: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    "xl/worksheets/sheet1.xml": { text: sheet },
    ...more,
  });
}

const rowsOf = (bytes: Buffer) => [...(openWorkbook(bytes)[0]?.rows() ?? [])];

describe("openWorkbook", () => {
  it("reads text, numbers, days, percentages and booleans as what the sheet shows", async () => {
    const bytes = await writeXlsxFile(
      [
        [
          "区 & 局 <1>",
          1.28,
          { value: new Date("2024-09-03T00:00:00Z"), type: Date, format: "yyyy年m月d日" },
          { value: 0.64, type: Number, format: "0.00%" },
          true,
          null,
          "'=1+1",
        ],
      ],
      { sheet: "扣分明细" },
    ).toBuffer();
    expect(openWorkbook(bytes).map((sheet) => sheet.name)).toEqual(["扣分明细"]);
    expect(rowsOf(bytes)).toEqual([
      {
        row: 1,
        cells: [
          "区 & 局 <1>",
          1.28,
          { kind: "date", date: "2024-09-03" },
          { kind: "percent", value: 0.64 },
          true,
          null,
          "'=1+1",
        ],
      },
    ]);
  });

  it("marks the cells below the top of a vertical merge, and only those", async () => {
    const bytes = await writeXlsxFile(
      [
        ["季度", "单位"],
        ["a", { value: "归雁镇", type: String, rowSpan: 2 }],
        ["b", null],
        ["c", null],
      ],
      { sheet: "x" },
    ).toBuffer();
    expect(rowsOf(bytes).map((row) => row.cells[1] ?? null)).toEqual([
      "单位",
      "归雁镇",
      { kind: "merged", of: "归雁镇", from: "B2" },
      null,
    ]);
  });

  it("keeps row numbers over gaps, takes cached formula results, and refuses what was never computed", () => {
    const sheet = `${SHEET_HEAD}<row r="3"><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="str"><f>x</f><v>甲_x000D_</v></c><c r="D3"><f>1+1</f></c><c r="E3" t="e"><v>#DIV/0!</v></c></row><row r="4"/><row r="9"><c r="A9" t="inlineStr"><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t xml:space="preserve"> 乙</t></r></is></c></row></sheetData></worksheet>`;
    expect(rowsOf(aWorkbook(sheet))).toEqual([
      {
        row: 3,
        cells: [null, 2, "甲\r", { kind: "error", text: "未计算的公式" }, { kind: "error", text: "#DIV/0!" }],
      },
      { row: 4, cells: [] },
      { row: 9, cells: ["甲 乙"] },
    ]);
  });

  it("counts empty shared strings and does not let empty text swallow the next run", () => {
    const sheet = `${SHEET_HEAD}<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c><c r="C1"><v/></c></row></sheetData></worksheet>`;
    const strings = '<sst><si/><si><t>甲</t></si><si><r><t xml:space="preserve"/></r><r><t>乙</t></r></si></sst>';
    expect(rowsOf(aWorkbook(sheet, { "xl/sharedStrings.xml": { text: strings } }))).toEqual([
      { row: 1, cells: ["甲", "乙", null] },
    ]);
  });

  it("reads workbooks whose elements have a prefix, and days counted from 1904", () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>44076</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const bytes = aWorkbook(sheet, { "xl/styles.xml": { text: styles } }, '<workbookPr date1904="1"/>');
    expect(rowsOf(bytes)).toEqual([{ row: 1, cells: [{ kind: "date", date: "2024-09-03" }] }]);
  });

  it("keeps the time of day of a date, rounded to the second, and a midnight as the day alone", () => {
    const cells = [46268.604166666664, 46268, 46268.999999]
      .map((value, at) => `<c r="${"ABC"[at]}1" s="1"><v>${value}</v></c>`)
      .join("");
    const sheet = `${SHEET_HEAD}<row r="1">${cells}<c r="D1" t="d"><v>2026-09-03T14:30:00</v></c></row></sheetData></worksheet>`;
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>';
    expect(rowsOf(aWorkbook(sheet, { "xl/styles.xml": { text: styles } }))[0]?.cells).toEqual([
      { kind: "date", date: "2026-09-03", time: "14:30:00" },
      { kind: "date", date: "2026-09-03" },
      { kind: "date", date: "2026-09-04" },
      { kind: "date", date: "2026-09-03", time: "14:30:00" },
    ]);
  });

  it("ignores a stray cell far to the right instead of making every row that long", () => {
    expect(rowsOf(aWorkbook(`${SHEET_HEAD}<row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`))).toEqual(
      [{ row: 1, cells: [] }],
    );
  });
});

describe("files that are no workbook", () => {
  const bomb = { text: "0".repeat(30 * 1024 * 1024) };
  it.each<[string, () => Buffer, string]>([
    ["an empty file", () => Buffer.alloc(0), "文件是空的"],
    ["a web page named .xlsx", () => Buffer.from("<html></html>"), "不是 Excel 工作簿"],
    ["an old .xls", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), "旧版 .xls"],
    [
      "a workbook with a password",
      () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
      "加了密码",
    ],
    ["an encrypted zip", () => aZip({ "xl/workbook.xml": { text: "x", flags: 1 } }), "加了密码"],
    ["another kind of zip", () => aZip({ "word/document.xml": { text: "x" } }), "不是 Excel 工作簿"],
    ["a zip cut off in the middle", () => aWorkbook(SHEET_HEAD).subarray(0, 200), "已损坏"],
    ["a zip bomb", () => aWorkbook(SHEET_HEAD, { "xl/sharedStrings.xml": bomb }), "异常庞大"],
    [
      "a zip bomb that understates its size",
      () => aZip({ "xl/workbook.xml": { ...bomb, declaredSize: 1000 } }),
      "异常庞大",
    ],
  ])("says in one sentence why %s cannot be read", (_what, make, sentence) => {
    expect(() => openWorkbook(make())).toThrow(UnreadableFile);
    expect(() => openWorkbook(make())).toThrow(sentence);
  });
});
