import { describe, expect, it } from "vitest";
import { decodeText, readDelimited } from "./read-delimited.ts";

const cellsOf = (text: string) => [...readDelimited(text)].map((row) => row.cells);

describe("decodeText", () => {
  it("tells UTF-8 with and without BOM, UTF-16 and GB18030 apart", () => {
    expect(decodeText(Buffer.from("\uFEFF单位"))).toBe("单位");
    expect(decodeText(Buffer.from("单位"))).toBe("单位");
    expect(decodeText(Buffer.from("\uFEFF单位", "utf16le"))).toBe("单位");
    expect(decodeText(Buffer.from([0xb5, 0xa5, 0xce, 0xbb]))).toBe("单位");
    // 𠮷 in the four-byte form of GB18030, which GBK has not.
    expect(decodeText(Buffer.from([0xb5, 0xa5, 0x95, 0x34, 0xb4, 0x36]))).toHaveLength(3);
  });

  it("refuses bytes that are text in none of them", () => {
    expect(() => decodeText(Buffer.from([0xff, 0xff, 0xff]))).toThrow("编码无法识别");
  });
});

describe("readDelimited", () => {
  it("reads quotes, separators and line ends inside fields", () => {
    expect(cellsOf('甲,"乙,""丙""\r\n丁"\r\n1,\r\n')).toEqual([
      ["甲", '乙,"丙"\r\n丁'],
      ["1", ""],
    ]);
  });

  it("takes tabs and semicolons where the first line uses them", () => {
    expect(cellsOf("a\tb\n1,5\t2")).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
    expect(cellsOf("a;b\n1;2")[1]).toEqual(["1", "2"]);
  });

  it("counts blank lines as rows, as the spreadsheet does", () => {
    expect([...readDelimited("\uFEFFa,b\n\nc,d")].map((row) => [row.row, row.cells[0]])).toEqual([
      [1, "a"],
      [2, ""],
      [3, "c"],
    ]);
  });

  it("says when quotes do not pair", () => {
    expect(() => cellsOf('a,"b\nc')).toThrow("引号没有成对");
  });
});
