import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findPersonal,
  isPersonalHead,
  maskPersonal,
  personalKindIn,
  personalKindOf,
  personalKindOfNumber,
  personalKindWithin,
} from "./personal-data.ts";

/** Made up; its check place fits. */
const ID = "11010519491231002X";

describe("personal data is recognised by its form", () => {
  it.each([
    [ID, "idNumber"],
    [`申请人证件 ${ID}，已核`, "idNumber"],
    ["１１０１０５１９４９１２３１００２Ｘ", "idNumber"],
    ["110105 19491231 002x", "idNumber"],
    ["110105491231002", "idNumber"],
    ["13812345678", "mobile"],
    ["电话138 1234 5678", "mobile"],
    ["+86 138-1234-5678", "mobile"],
    ["a.person@example.com", "email"],
    ["ａ＠ｅｘａｍｐｌｅ．ｃｎ", "email"],
  ])("%s", (text, kind) => {
    expect(personalKindIn(text)).toBe(kind);
  });

  it.each([
    ["a number whose check place does not fit", "110105194912310021"],
    ["a register's number", "SQ2024-0101"],
    ["a long number", "20240304001234567890"],
    ["a case", "（2024）渝0152行初12号"],
    ["a date", "2024-03-04至2024-03-18"],
    ["a telephone of an office", "023-44551234"],
    ["words", "一次提交申请 36 件，理由合理"],
  ])("but not %s", (_name, text) => {
    expect(personalKindIn(text)).toBeNull();
  });

  it("a number cell of fifteen digits and more has lost its check place and counts as one", () => {
    expect(personalKindOf(110105194912310020)).toBe("idNumber");
    expect(personalKindOf(110105491231002)).toBe("idNumber");
    expect(personalKindOf(45_292)).toBeNull();
  });

  it("is found in keys and values of a record at any depth", () => {
    expect(personalKindWithin({ events: [{ kind: "agreed", reason: `由${ID}提出` }] })).toBe("idNumber");
    expect(personalKindWithin({ "13812345678": 1 })).toBe("mobile");
    expect(personalKindWithin({ id: "SQ1", events: [null, true] })).toBeNull();
  });

  it("is masked where a piece of a file is repeated", () => {
    expect(maskPersonal(`备注 ${ID}`)).toBe("***");
    expect(maskPersonal("备注")).toBe("备注");
  });
});

describe("fifteen digits in a column of register numbers", () => {
  it.each([
    ["the head is no province", "202403050001234"],
    ["there is no such month at places 9 and 10", "500152202499001"],
    ["there is no such day at places 11 and 12", "500152240300001"],
    ["a word goes before", "渝SQ202403050001234"],
  ])("are a number where %s", (_name, text) => {
    expect(personalKindOfNumber(text)).toBeNull();
    // The same cell in any other column is refused as before.
    expect(personalKindIn(text)).toBe("idNumber");
  });

  it("typed as a number, fifteen digits are whole and sixteen are not", () => {
    expect(personalKindOfNumber(202403050001234)).toBeNull();
    expect(personalKindOfNumber(110105491231002)).toBe("idNumber");
    expect(personalKindOfNumber(2024030500012340)).toBe("idNumber");
  });

  it("any ID of the old form stays refused, wherever it stands", () => {
    const two = (most: number) => fc.integer({ min: 1, max: most }).map((part) => String(part).padStart(2, "0"));
    const province = fc.constantFrom("11", "31", "46", "50", "54", "65", "71", "82");
    const place = fc.integer({ min: 0, max: 9999 }).map((part) => String(part).padStart(4, "0"));
    const year = fc.integer({ min: 0, max: 99 }).map((part) => String(part).padStart(2, "0"));
    const order = fc.integer({ min: 0, max: 999 }).map((part) => String(part).padStart(3, "0"));
    const parts = fc.tuple(province, place, year, two(12), two(31), order);
    fc.assert(
      fc.property(parts, (digits) => {
        const id = digits.join("");
        expect(personalKindOfNumber(id)).toBe("idNumber");
        expect(personalKindOfNumber(Number(id))).toBe("idNumber");
        expect(personalKindOfNumber(`编号 ${id}`)).toBe("idNumber");
      }),
    );
  });

  it("an ID of today's form, a mobile number or an address are refused there too", () => {
    expect(personalKindOfNumber(ID)).toBe("idNumber");
    expect(personalKindOfNumber("13812345678")).toBe("mobile");
    expect(personalKindOfNumber("a.person@example.com")).toBe("email");
  });

  it("only the columns of numbers are read so", () => {
    const row = ["202403050001234", "202403050001234"];
    expect(findPersonal(row, new Set([0]))).toEqual({ at: 1, kind: "idNumber" });
    expect(findPersonal(row.slice(0, 1), new Set([0]))).toBeNull();
  });
});

describe("a column that would name a person", () => {
  it.each([
    "申请人姓名",
    "姓名",
    "申请人",
    "*身份证号（必填）",
    "证件号码",
    "联系电话",
    "手机号",
    "联系方式",
    "通讯地址",
    "E-mail",
    "电子邮箱",
    "当事人名称",
  ])("%s", (head) => {
    expect(isPersonalHead(head)).toBe(true);
  });

  it.each(["申请人类别", "申请渠道", "单位名称", "编号", "延期批准职务", "确认日期", "案由"])("but not %s", (head) => {
    expect(isPersonalHead(head)).toBe(false);
  });
});
