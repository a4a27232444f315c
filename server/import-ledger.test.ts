import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { type Quarter, toQuarter } from "#domain/quarter.ts";
import { describeRowError } from "#domain/row-error.ts";
import { displayScore, scoreUnit } from "#domain/scoring.ts";
import { openDatabase } from "./database.ts";
import { csv, sample } from "./file-builders.ts";
import { type ImportOptions, importLedger, parseAsOf } from "./import-ledger.ts";
import { aFinding, aLedger, anInspection } from "./ledger-builders.ts";
import { writeRejectedRows } from "./rejected-rows.ts";
import { sqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";
import { writeWorkbook } from "./write-workbook.ts";

const NOW = new Date("2026-10-09T02:00:00.000Z");
const OPTIONS: ImportOptions = { goodRows: false, replaceDemo: false, asOf: null, now: NOW };
const folder = mkdtempSync(join(tmpdir(), "import-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TONGNAN = sample("tongnan-office-2024.xlsx");
const GUOYANG = sample("guoyang-2020Q3.xlsx");

const FINDING_HEAD = "季度,单位,指标,扣分,问题";

let store: Store;
beforeEach(async () => {
  store = sqlStore(await openDatabase("file::memory:"));
  return () => store.close();
});

const allFindings = () => store.findings(contract.findings.query.parse({}));

/** Publishes what the ledger says of a quarter by now. */
async function correct(quarter: Quarter): Promise<void> {
  const preview = await store.publicationPreview({ quarter });
  if (preview === null) throw new Error(`${quarter} was not inspected`);
  const { digest, content } = preview;
  const draft = { key: "correction-1", quarter, digest, units: content.units.length, by: "科室", reason: "补录" };
  await store.publish({}, draft, () => NOW);
}

describe("the published samples in an empty database", () => {
  it("gives 潼南's 24 received, 23 handled, 1 carried forward, 17 not held, and the fee cell as printed", async () => {
    await importLedger(store, TONGNAN, OPTIONS);
    const [heading] = await store.annualReportHeadings({});
    const [report] = await store.annualReports({ body: heading?.bodyId ?? "", year: ["2024"], row: [] });
    expect(report?.bodyName).toBe("重庆市潼南区人民政府办公室");
    expect(report?.cells).toMatchObject({
      "t3.newReceived.total": "24",
      "t3.outcomeTotal.total": "23",
      "t3.carriedForward.total": "1",
      "t3.unavailable.notHeld.total": "17",
      "t2.administrativeFees.amount": "——",
      "t4.reconsideration.corrected": "2",
    });
  });

  it("scores 涡阳县水利局 81.3394, shown as 81.34", async () => {
    await importLedger(store, GUOYANG, OPTIONS);
    const [[unit], [scheme], [coverage], totals] = await Promise.all([
      store.units({}),
      store.schemes({}),
      store.coverage({ quarter: [] }),
      store.deductionTotals(contract.deductionTotals.query.parse({})),
    ]);
    if (unit === undefined || scheme === undefined) throw new Error("nothing was imported");
    const score = scoreUnit(scheme, unit, coverage, totals);
    expect(score.score).toBe(813_394);
    expect(displayScore(scheme, score.score ?? 0)).toBe("81.34");
    expect((await allFindings()).rows.map((row) => row.ratio)).toContain(6400);
    expect(unit.pinyin).toMatch(/yxslj xslj$/);
  });

  it("changes nothing the second time", async () => {
    for (const file of [TONGNAN, GUOYANG]) {
      await importLedger(store, file, OPTIONS);
      const { changes } = await importLedger(store, file, OPTIONS);
      const counts = Object.values(changes ?? {});
      expect(counts.reduce((sum, change) => sum + change.added + change.changed, 0)).toBe(0);
      expect(counts.some((change) => change.unchanged > 0)).toBe(true);
    }
  });
});

describe("importLedger", () => {
  it("writes nothing when one row is wrong, and with goodRows everything else", async () => {
    await importLedger(store, GUOYANG, OPTIONS);
    const file = csv(
      "2020Q3扣分明细.csv",
      FINDING_HEAD,
      "2020Q3,涡阳县水利局,意见反馈,0.4,甲",
      "2020Q3,无此单位,意见反馈,0.4,=HYPERLINK(1)\u0008",
    );
    const refused = await importLedger(store, file, OPTIONS);
    expect(refused.changes).toBeNull();
    expect(refused.intake.errors.map(describeRowError)).toEqual([
      "2020Q3扣分明细 第 3 行 单位（B列）“无此单位”：“单位”表和系统中都没有这个单位，请核对名称或先登记",
    ]);
    expect((await allFindings()).total).toBe(7);
    const taken = await importLedger(store, file, { ...OPTIONS, goodRows: true });
    expect(taken.changes?.findings.added).toBe(1);
    const path = join(folder, "x.rejected.xlsx");
    await writeRejectedRows(taken.intake.rejected, path);
    expect(await readXlsxFile(readFileSync(path))).toEqual([
      {
        sheet: "2020Q3扣分明细",
        data: [
          ["季度", "单位", "指标", "扣分", "问题", "拒绝原因"],
          ["2020Q3", "无此单位", "意见反馈", "0.4", "'=HYPERLINK(1)", expect.stringContaining("单位：")],
        ],
      },
    ]);
  });

  it("says that rows for a published quarter do not change what was published", async () => {
    await importLedger(store, GUOYANG, OPTIONS);
    const file = csv("扣分明细.csv", FINDING_HEAD, "2020Q3,涡阳县水利局,意见反馈,0.4,甲");
    const { intake } = await importLedger(store, file, OPTIONS);
    expect(intake.notes).toContain("2020年三季度：已发布季度，改动不计入已发布数字；需发布更正");
    expect((await allFindings()).total).toBe(7);
    await correct(toQuarter(2020, 3));
    expect((await allFindings()).total).toBe(8);
    expect((await importLedger(store, file, OPTIONS)).intake.notes).toEqual([]);
  });

  it("freezes a published quarter with the last of its files, whatever their order", async () => {
    const ledger = aLedger({ inspections: [anInspection({ status: "published" })], findings: [aFinding()] });
    const { coverage, findings, ...rest } = ledger;
    for (const part of [rest, { findings }, { coverage }])
      await importLedger(store, { name: "a.json", bytes: Buffer.from(JSON.stringify(part)) }, OPTIONS);
    const [publication] = await store.publications({ quarter: [] });
    expect(publication).toMatchObject({ revision: 1, by: "a.json", differs: false });
    expect((await store.coverage({ quarter: [toQuarter(2025, 3)] })).length).toBe(1);
  });

  it("takes a corrected file of rejected rows and gives the text back without its apostrophe", async () => {
    await importLedger(store, GUOYANG, OPTIONS);
    const bytes = await writeWorkbook([
      {
        name: "扣分明细",
        head: [...FINDING_HEAD.split(","), "拒绝原因"],
        rows: [["2020Q3", "涡阳县水利局", "意见反馈", 0.4, "=HYPERLINK(1)", "单位：没有"]],
      },
    ]);
    await importLedger(store, { name: "x.rejected.xlsx", bytes }, OPTIONS);
    await correct(toQuarter(2020, 3));
    expect((await allFindings()).rows.map((row) => row.problem)).toContain("=HYPERLINK(1)");
  });

  it("reads .csv in GB18030 and .json with sheet names or in the ledger's own words", async () => {
    const heads = Buffer.from([
      0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0xd0, 0xd4, 0xd6, 0xca, 0x0a,
    ]);
    const row = Buffer.from([0xc3, 0xf1, 0xd5, 0xfe, 0xbe, 0xd6, 0x2c, 0xb2, 0xbf, 0xc3, 0xc5]);
    await importLedger(store, { name: "名册.csv", bytes: Buffer.concat([heads, row]) }, OPTIONS);
    const sheets = { 单位: [{ 单位名称: "归雁镇", 单位性质: "镇街", 排序: "２" }] };
    await importLedger(store, { name: "a.json", bytes: Buffer.from(JSON.stringify(sheets)) }, OPTIONS);
    expect((await store.units({})).map((unit) => [unit.name, unit.kind, unit.pinyin])).toEqual([
      ["民政局", "department", "mzj"],
      ["归雁镇", "township", "gyz"],
    ]);
    const { changes } = await importLedger(
      store,
      { name: "b.json", bytes: Buffer.from(JSON.stringify(aLedger({ findings: [aFinding()] }))) },
      OPTIONS,
    );
    expect(changes?.findings.added).toBeGreaterThan(0);
  });

  it("names the place of a fault in a ledger of JSON", async () => {
    const bytes = Buffer.from(JSON.stringify(aLedger({ findings: [aFinding({ unitId: "nobody" })] })));
    const { changes, intake } = await importLedger(store, { name: "b.json", bytes }, OPTIONS);
    expect(changes).toBeNull();
    expect(intake.errors[0]).toMatchObject({ sheet: "扣分明细", row: 1, column: "unitId", value: "nobody" });
  });

  it("leaves the tables of an annual report that the file has not", async () => {
    await importLedger(store, TONGNAN, OPTIONS);
    const name = "重庆市潼南区人民政府办公室";
    const file = csv("年报表二.csv", "机关,年度,信息内容,本年处理决定数量", `${name},2024,行政许可,5`);
    await importLedger(store, file, OPTIONS);
    const [report] = await store.annualReports({ body: name, year: [], row: [] });
    expect(report?.cells["t2.licensing.decisions"]).toBe("5");
    expect(report?.cells["t3.newReceived.total"]).toBe("24");
  });

  it("refuses real data beside the demonstration district, and replaces it in one go when told to", async () => {
    const demo = { name: "演示", asOf: NOW.toISOString(), importedAt: NOW.toISOString(), demo: true };
    await store.applyLedger(aLedger(), demo);
    await expect(importLedger(store, GUOYANG, OPTIONS)).rejects.toThrow("--replace-demo");
    await importLedger(store, GUOYANG, { ...OPTIONS, replaceDemo: true });
    expect((await store.units({})).map((unit) => unit.name)).toEqual(["涡阳县水利局"]);
    expect((await store.sources({})).some((source) => source.demo)).toBe(false);
    await importLedger(store, TONGNAN, { ...OPTIONS, replaceDemo: true });
    expect(await store.units({})).toHaveLength(1);
  });

  it("keeps the demonstration district when the real file is refused", async () => {
    const demo = { name: "演示", asOf: NOW.toISOString(), importedAt: NOW.toISOString(), demo: true };
    await store.applyLedger(aLedger(), demo);
    const wrong = csv("单位.csv", "单位名称,单位性质", "甲局,不知道");
    await importLedger(store, wrong, { ...OPTIONS, replaceDemo: true });
    expect((await store.units({})).length).toBe(aLedger().units.length);
  });

  it("says nothing was found in a file without any known sheet", async () => {
    const { changes, intake } = await importLedger(store, csv("通讯录.csv", "姓名,电话", "甲,1"), OPTIONS);
    expect(changes).toBeNull();
    expect(intake.skipped).toEqual(["通讯录"]);
    expect(intake.ledger).toEqual(EMPTY_LEDGER);
  });
});

describe("parseAsOf", () => {
  it("reads Beijing time and takes a day as complete at its end", () => {
    expect(parseAsOf("2026-10-08T17:30", NOW)).toBe("2026-10-08T09:30:00.000Z");
    expect(parseAsOf("2026年10月8日 17:30", NOW)).toBe("2026-10-08T09:30:00.000Z");
    expect(parseAsOf("2026-10-08", NOW)).toBe("2026-10-08T15:59:59.000Z");
    expect(parseAsOf("2026-10-09", NOW)).toBe(NOW.toISOString());
  });

  it("refuses the future and what is no time", () => {
    expect(() => parseAsOf("2026-10-09T17:30", NOW)).toThrow("晚于现在");
    expect(() => parseAsOf("昨天", NOW)).toThrow("无法识别");
  });
});
