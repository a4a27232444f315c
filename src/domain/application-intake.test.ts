import { describe, expect, it } from "vitest";
import { applicationSchema } from "./application.ts";
import { anApplication, repliedOn } from "./application-test-builders.ts";
import type { SheetCell } from "./cell-text.ts";
import { checkLedger } from "./ledger-check.ts";
import { type HeldLedger, NOTHING_HELD } from "./ledger-intake.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";
import { aUnit } from "./test-builders.ts";

const ID = "11010519491231002X";
const HELD: HeldLedger = {
  ...NOTHING_HELD,
  units: [aUnit(), aUnit({ id: "u2", name: "民政局", shortName: "民政局" })],
  rectifications: { ...NOTHING_HELD.rectifications, now: "2025-12-31T01:00:00Z" },
};

function read(name: string, head: string[], rows: SheetCell[][], held = HELD) {
  return readSheets([aSheet(name, head, ...rows)], held);
}

const HEAD = ["编号", "单位", "申请人类别", "申请渠道", "收到日期"];
const ROW: SheetCell[] = ["A1", "教育委员会", "自然人", "当面", "2025-03-03"];

function readOne(extra: Record<string, SheetCell>, base = ROW, held = HELD) {
  return read("依申请公开", [...HEAD, ...Object.keys(extra)], [[...base, ...Object.values(extra)]], held);
}

function reasonOf(extra: Record<string, SheetCell>, base = ROW): string {
  const { errors, ledger } = readOne(extra, base);
  expect(ledger.applications).toEqual([]);
  return `${errors[0]?.column} ${errors[0]?.reason}`;
}

describe("依申请公开", () => {
  it("reads a row into its log", () => {
    const { ledger, errors, notes } = readOne({
      补正告知日: "2025-03-07",
      补正期限: "2025-03-21",
      补正收到日: "2025-03-12",
      征求第三方意见: "2025-03-14至2025-03-20；2025年3月24日到2025年3月26日",
      延期告知日: "2025-04-10",
      延期工作日数: 15,
      延期批准职务: "政府信息公开工作机构负责人",
      答复日期: "2025-04-28",
      办理结果: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    });
    expect([errors, notes]).toEqual([[], []]);
    expect(ledger.applications).toEqual([
      anApplication({
        id: "A1",
        events: [
          { kind: "correctionRequested", on: "2025-03-07", deadline: "2025-03-21" },
          { kind: "corrected", on: "2025-03-12" },
          { kind: "extended", on: "2025-04-10", days: 15, approver: "政府信息公开工作机构负责人" },
          { kind: "replied", on: "2025-04-28", outcome: "partiallyGranted" },
          { kind: "consultation", on: "2025-03-14", with: "thirdParty", answeredOn: "2025-03-20" },
          { kind: "consultation", on: "2025-03-24", with: "thirdParty", answeredOn: "2025-03-26" },
        ],
      }),
    ]);
  });

  it("knows the words of the form, of Article 36 and of registers", () => {
    const outcome = (办理结果: string) =>
      readOne({ 答复日期: "2025-03-10", 办理结果 }).ledger.applications[0]?.events[0];
    expect(outcome("3.危及“三安全一稳定”")).toMatchObject({ outcome: "refused.securityStability" });
    expect(outcome("属于行政查询事项")).toMatchObject({ outcome: "refused.administrativeInquiry" });
    expect(outcome("不属于本机关负责公开")).toMatchObject({ outcome: "unavailable.notHeld" });
    expect(outcome("已主动公开，告知获取方式和途径")).toMatchObject({ outcome: "granted" });
    const channel = (word: string) =>
      readOne({}, ["A1", "教育委员会", "自然人", word, "2025-03-03"]).ledger.applications[0]?.channel;
    expect(["EMS", "互联网、传真", "平信", "邮寄（须签收）"].map(channel)).toEqual([
      "signedMail",
      "electronic",
      "ordinaryLetter",
      "signedMail",
    ]);
  });

  it.each<[string, Record<string, SheetCell>, string]>([
    [
      "an impossible history",
      { 答复日期: "2025-03-01", 办理结果: "予以公开" },
      "答复日期（F列） 早于收到申请之日 2025-03-03（第三十一条）",
    ],
    [
      "an outcome without its step",
      { 答复日期: "2025-03-11", 办理结果: "逾期不补正" },
      "办理结果（G列） 没有补正告知，不能按“逾期不补正”办结（第三十条）",
    ],
    [
      "a correction without its notice",
      { 补正收到日: "2025-03-11" },
      "补正收到日（F列） 填了补正收到日须同时填补正告知日（第三十条）",
    ],
    [
      "an extension without approval",
      { 延期告知日: "2025-03-11" },
      "延期告知日（F列） 延期须经政府信息公开工作机构负责人同意，请填延期批准职务（第三十三条）",
    ],
    ["an extension of 21 days", { 延期工作日数: 21 }, "延期工作日数（F列） 应在 1–20 之间"],
    ["a reply without outcome", { 答复日期: "2025-03-11" }, "答复日期（F列） 填了答复日期须同时填办理结果"],
    [
      "what has not happened yet",
      { 答复日期: "2026-01-05", 办理结果: "予以公开" },
      "答复日期（F列） 晚于导入当日 2025-12-31，尚未发生的不登记",
    ],
    ["a confirmation before arrival", { 确认日期: "2025-03-01" }, "确认日期（F列） 确认日期早于收到日期"],
    [
      "an unreadable stretch",
      { 征求第三方意见: "三月" },
      "征求第三方意见（F列） 起止日期请写成 2024-03-04至2024-03-18，多段用分号分隔，未完的只写起日",
    ],
  ])("refuses %s", (_name, extra, reason) => {
    expect(reasonOf(extra)).toBe(reason);
  });

  it("refuses a number that is used twice, or by another unit", () => {
    expect(read("依申请公开", HEAD, [ROW, ROW]).errors[0]?.reason).toBe("与第 2 行编号相同，编号须全区唯一");
    const held = { ...HELD, ownerOf: (id: string) => (id === "A1" ? "u2" : undefined) };
    expect(readOne({}, ROW, held).errors[0]?.reason).toContain("已用于另一单位");
    expect(readOne({}, ["A2", ...ROW.slice(1)], held).errors).toEqual([]);
  });

  it("takes what came too late, and says that it moves no clock", () => {
    const { notes, ledger } = readOne({ 补正告知日: "2025-03-13" });
    expect(ledger.applications).toHaveLength(1);
    expect(notes).toEqual([
      "依申请公开 第 2 行 补正告知：补正告知晚于收到申请后第 7 个工作日（2025-03-12），期限不重新起算（第三十条）",
    ]);
  });
});

describe("no personal data", () => {
  it.each(["申请人姓名", "身份证号", "联系电话", "通讯地址"])("a column %s refuses the whole sheet", (head) => {
    const intake = readOne({ [head]: "张三" });
    expect(intake.hasBrokenSheet).toBe(true);
    expect(intake.errors).toEqual([
      {
        sheet: "依申请公开",
        row: 1,
        column: `${head}（F列）`,
        value: "",
        reason: "本表不收申请人的个人信息，请删除整列后再导入；整张表未导入",
      },
    ]);
    expect(JSON.stringify(intake)).not.toContain("张三");
  });

  it("also where the head stands in a second line above", () => {
    const intake = read("依申请公开", ["", "", "", "", "", "姓名"], [HEAD, [...ROW, "张三"]]);
    expect(intake.errors[0]?.column).toBe("姓名（F列）");
    expect(JSON.stringify(intake)).not.toContain("张三");
  });

  it.each<[string, SheetCell]>([
    ["an ID number", ID],
    ["an ID number kept as a number", 110105194912310020],
    ["a mobile number", "手机 138 1234 5678"],
    ["an e-mail address", "a.person@example.com"],
  ])("%s in any cell refuses the row, and nothing of it is repeated", (_name, cell) => {
    const intake = readOne({ 备注: cell });
    expect(intake.ledger.applications).toEqual([]);
    expect(intake.errors).toMatchObject([{ row: 2, column: "F列", value: "***" }]);
    expect(intake.rejected[0]?.rows.get(2)?.cells).toEqual([]);
    for (const piece of ["A1", String(cell)])
      expect(JSON.stringify([intake.errors, [...(intake.rejected[0]?.rows ?? [])], intake.notes])).not.toContain(
        `"${piece}`,
      );
    expect(JSON.stringify([...(intake.rejected[0]?.rows ?? [])])).not.toContain("1101");
  });

  it("comes before every other check, and leaves the other rows alone", () => {
    const bad: SheetCell[] = [ID, "没有这个单位", "x", "y", "z"];
    const intake = read("依申请公开", HEAD, [bad, ROW]);
    expect(intake.errors).toHaveLength(1);
    expect(intake.ledger.applications.map(({ id }) => id)).toEqual(["A1"]);
  });

  it("a registration number of fifteen digits is taken, one that can be an old ID is not, and no other column takes either", () => {
    const withNumber = (id: SheetCell) => [id, ...ROW.slice(1)];
    const numbers = ["202403050001234", 202403050001235];
    const taken = read("依申请公开", ["登记编号", ...HEAD.slice(1)], numbers.map(withNumber));
    expect(taken.ledger.applications.map(({ id }) => id)).toEqual(numbers.map(String));
    const refused = read("依申请公开", HEAD, [withNumber("110105491231002")]);
    expect(refused.errors).toMatchObject([{ row: 2, column: "A列", value: "***" }]);
    expect(readOne({ 备注: "202403050001234" }).ledger.applications).toEqual([]);
  });

  it("holds for 复议诉讼 and 模拟检查 too", () => {
    expect(
      read(
        "复议诉讼",
        ["案号", "单位", "类型", "立案日期", "原告"],
        [["B1", "教育委员会", "行政复议", "2025-05-20", "张三"]],
      ).errors[0]?.column,
    ).toBe("原告（E列）");
    expect(
      read("模拟检查", ["年度", "轮次", "单位", "发出日期", "备注"], [[2025, 1, "教育委员会", "2025-05-12", ID]])
        .errors[0]?.value,
    ).toBe("***");
  });

  it("holds for a ledger in JSON: neither value nor unknown name is taken", () => {
    const check = (changes: object) => checkLedger({ applications: [{ ...anApplication(), ...changes }] }, HELD);
    expect(check({}).errors).toEqual([]);
    expect(check({ id: "202403050001234" }).errors).toEqual([]);
    expect(check({ id: "110105491231002" }).errors).toMatchObject([{ value: "***" }]);
    const byValue = check({ id: `申请 ${ID}` });
    expect(byValue.ledger.applications).toEqual([]);
    expect(byValue.errors).toMatchObject([{ sheet: "依申请公开", row: 1, value: "***" }]);
    expect(JSON.stringify(byValue.errors)).not.toContain(ID);
    const byName = check({ 申请人姓名: "张三" });
    expect(JSON.stringify(byName.errors)).not.toContain("张三");
    expect(byName.ledger.applications).toEqual([]);
    expect(check({ remark: "张三" }).ledger.applications).toEqual([]);
    expect(applicationSchema.safeParse({ ...anApplication(), remark: "" }).success).toBe(false);
  });

  it("JSON is judged as sheets are: unit, day, history, number", () => {
    const errorOf = (changes: object) =>
      checkLedger({ applications: [{ ...anApplication(), ...changes }] }, HELD).errors[0]?.reason;
    expect(errorOf({ unitId: "u9" })).toBe("没有这个单位");
    expect(errorOf({ receivedOn: "2026-02-01" })).toContain("晚于导入当日");
    expect(errorOf({ events: [repliedOn("2025-03-01")] })).toContain("早于收到申请之日");
    const dispute = {
      id: "B1",
      applicationId: "A9",
      unitId: "u1",
      kind: "reconsideration",
      cause: "other",
      filedOn: "2025-05-20",
      result: null,
      concludedOn: null,
    };
    expect(checkLedger({ disputes: [dispute] }, HELD).errors[0]?.reason).toBe("没有这个编号的申请");
    expect(
      checkLedger({ disputes: [{ ...dispute, applicationId: null, result: "upheld" }] }, HELD).errors[0]?.reason,
    ).toContain("同时");
    expect(checkLedger({ disputes: [{ ...dispute, applicationId: null }] }, HELD).errors).toEqual([]);
  });
});
