import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { APPLICATION_SHEET } from "#domain/application-sheet.ts";
import { UNIT_SHEET } from "#domain/ledger-sheets.ts";
import { describeRowError } from "#domain/row-error.ts";
import { openDatabase } from "./database.ts";
import { importLedger } from "./import-ledger.ts";
import { toWrittenSheet } from "./ledger-template.ts";
import { openWorkbook } from "./read-workbook.ts";
import { writeRejectedRows } from "./rejected-rows.ts";
import { sqlStore } from "./sql-store.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** Made up; its check place fits. */
const ID = "11010519491231002X";
const SECRET_ID = "SQ-秘-0002";
const NOW = new Date("2025-12-31T01:00:00.000Z");
const folder = mkdtempSync(join(tmpdir(), "personal-data-"));

afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = {
  id: "SQ-0001",
  unit: "教育委员会",
  applicantKind: "自然人",
  channel: "当面提交",
  receivedOn: "2025-03-03",
};
const SHEETS = [
  toWrittenSheet(UNIT_SHEET, [{ name: "教育委员会", kind: "部门" }]),
  toWrittenSheet(APPLICATION_SHEET, [GOOD, { ...GOOD, id: SECRET_ID, agreedReason: `申请人 ${ID} 提出` }]),
];

/** Every byte that the store has put on the disk, the log beside the database included. */
function bytesOf(prefix: string): string {
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
  expect(files.length).toBeGreaterThan(0);
  return files.map((name) => readFileSync(join(folder, name)).toString("latin1")).join("\n");
}

function expectNothingOf(text: string) {
  const latin = (word: string) => Buffer.from(word).toString("latin1");
  for (const piece of [ID, ID.slice(0, 15), SECRET_ID]) {
    expect(text).not.toContain(piece);
    expect(text).not.toContain(latin(piece));
  }
}

describe("a ledger row with an ID number", () => {
  it("is refused: nothing of it is in the database, in a message, in the log or in the file of rejected rows", async () => {
    const logged = ["log", "info", "warn", "error"] as const;
    const spies = logged.map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
    const store = sqlStore(await openDatabase(`file:${folder}/store.sqlite`));
    const file = { name: "台账.xlsx", bytes: await writeWorkbook(SHEETS) };
    const options = { goodRows: true, replaceDemo: false, asOf: null, now: NOW };
    const { intake, changes } = await importLedger(store, file, options);
    expect(changes?.applications).toEqual({ added: 1, changed: 0, unchanged: 0 });
    const messages = intake.errors.map(describeRowError);
    expect(messages).toEqual([
      expect.stringMatching(
        /^依申请公开 第 3 行 \w列“\*\*\*”：疑似身份证号，本表不收个人信息；此行未导入，内容未保存$/,
      ),
    ]);
    const rejected = join(folder, "rejected.xlsx");
    await writeRejectedRows(intake.rejected, rejected);
    const [sheet] = openWorkbook(readFileSync(rejected)).map(({ rows }) => JSON.stringify([...rows()]));
    expect(sheet).toContain("疑似身份证号");
    await store.close();
    const said = spies.map((spy) => JSON.stringify(spy.mock.calls)).join("");
    for (const spy of spies) spy.mockRestore();
    for (const text of [bytesOf("store.sqlite"), messages.join(), sheet ?? "", said, JSON.stringify(intake.notes)])
      expectNothingOf(text);
  });

  it("is refused from a JSON file too, also where the file is broken at that very place", async () => {
    const store = sqlStore(await openDatabase(`file:${folder}/json.sqlite`));
    const options = { goodRows: false, replaceDemo: false, asOf: null, now: NOW };
    const sheets = { 依申请公开: [{ 编号: SECRET_ID, 单位: ID }] };
    const json = await importLedger(store, { name: "a.json", bytes: Buffer.from(JSON.stringify(sheets)) }, options);
    expect(json.changes).toBeNull();
    expectNothingOf(JSON.stringify(json.intake.errors));
    const broken = { name: "b.json", bytes: Buffer.from(`{"依申请公开": [{"备注": ${ID}`) };
    const failure = await importLedger(store, broken, options).catch((error: unknown) => String(error));
    expect(failure).toContain("不是有效的 JSON");
    expectNothingOf(String(failure));
    await store.close();
    expectNothingOf(bytesOf("json.sqlite"));
  });
});
