import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, cleanText, columnLetter, nameKey, neutraliseFormula, restoreNeutralised } from "./cell-text.ts";

describe("cleanText", () => {
  it("drops invisible characters and keeps Chinese punctuation", () => {
    expect(cleanText("区\u0008教\u200b委\uFEFF（本级），１号")).toBe("区教委（本级），1号");
  });

  it("drops half of a character pair and keeps a whole one", () => {
    expect(cleanText("𠮷\uD842镇")).toBe("𠮷镇");
  });

  it("leaves no character that XML forbids", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // C0 except tab and line ends never survives.
        expect([...cleanText(text)].every((character) => (character.codePointAt(0) ?? 0) >= 0x20)).toBe(true);
      }),
    );
  });
});

describe("names", () => {
  it("takes spaces between Chinese characters for layout and those between words for words", () => {
    expect(cleanName("民 政　局")).toBe("民政局");
    expect(cleanName("Data Centre 局")).toBe("Data Centre局");
  });

  it("gives two spellings of one name the same key", () => {
    expect(nameKey("区 教委（本级）")).toBe(nameKey("区教委(本级)"));
  });
});

describe("formula-like text", () => {
  it.each(["=1+1", "+cmd|x", "-2+3", "@SUM(A1)"])("neutralises %s and gets it back", (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`);
    expect(restoreNeutralised(neutraliseFormula(text))).toBe(text);
  });

  it.each(["-5", "+3.2", "−5", "正常"])("leaves %s alone", (text) => expect(neutraliseFormula(text)).toBe(text));
});

describe("columnLetter", () => {
  it("counts as the spreadsheet does", () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});
