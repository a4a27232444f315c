import { beforeEach, expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { judgeReports } from "#domain/judge-reports.ts";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import type { NoteDraft } from "#domain/report-note.ts";
import type { LedgerOrigin } from "./store.ts";
import { Conflict } from "./store-refusal.ts";
import { describeStores } from "./stores-for-tests.ts";

const NOW = "2026-02-01T02:00:00.000Z";
const ORIGIN: LedgerOrigin = { name: "年报.xlsx", asOf: NOW, importedAt: NOW, demo: false };
const REPORTS = [
  publishedReport("pingtan", 2022),
  publishedReport("pingtan", 2023),
  publishedReport("tongnan-office", 2024),
];
const DRAFT: NoteDraft = {
  id: "k1",
  ruleId: "R6",
  item: "normativeDocuments",
  text: "年内清理，口径由发文机关改为主管部门。",
  by: "区政府办公室",
  after: null,
};

describeStores("%s store", { origin: ORIGIN }, (store) => {
  beforeEach(async () => {
    await store.applyLedger({ ...EMPTY_LEDGER, annualReports: REPORTS }, ORIGIN);
  });

  const record = (changes: Partial<NoteDraft> = {}, body = "pingtan", year = "2023") =>
    store.recordReportNote({ body, year }, { ...DRAFT, ...changes }, () => new Date(NOW));

  it("answers with every body's report of the years asked for", async () => {
    const reports = await store.annualReports({ year: ["2023", "2024"], row: [] });
    expect(reports.map(({ bodyId, year }) => `${bodyId} ${year}`)).toEqual(["pingtan 2023", "tongnan-office 2024"]);
  });

  it("answers with some rows only when they are asked for", async () => {
    const row = ["carriedOver", "refused.stateSecret"];
    const [report] = await store.annualReports({ body: "pingtan", year: ["2023"], row });
    const ids = Object.keys(report?.cells ?? {});
    expect(ids).toHaveLength(14);
    expect(ids.every((id) => /^t3\.(carriedOver|refused\.stateSecret)\./.test(id))).toBe(true);
  });

  it("judges a year with the year before, and only the years asked for", async () => {
    const verdicts = await store.annualReportVerdicts({ year: ["2023"] });
    expect(verdicts).toEqual(judgeReports(REPORTS, [2023]));
    expect(verdicts[0]?.rules.find(({ ruleId }) => ruleId === "R5")?.notAssessable).toBe(0);
    expect(await store.annualReportVerdicts({ year: [] })).toEqual(judgeReports(REPORTS, []));
  });

  it("adds a remark once, and keeps it when the report is imported anew", async () => {
    const first = await record();
    expect(first).toEqual({
      repeated: false,
      reply: { ...DRAFT, after: undefined, bodyId: "pingtan", year: 2023, sequence: 0, at: NOW },
    });
    expect(await record()).toEqual({ ...first, repeated: true });
    await record({ id: "k2", text: "补充。", after: "k1" });
    await record({ ruleId: "R5", item: "total", text: "上年漏登一件。" }, "pingtan", "2022");
    await store.applyLedger({ ...EMPTY_LEDGER, annualReports: REPORTS }, ORIGIN);
    const notes = await store.annualReportNotes({ body: "pingtan", year: [] });
    expect(notes.map(({ id, year, sequence }) => [id, year, sequence])).toEqual([
      ["k1", 2022, 0],
      ["k1", 2023, 0],
      ["k2", 2023, 1],
    ]);
    expect(await store.annualReportNotes({ body: "pingtan", year: ["2022"] })).toHaveLength(1);
    expect(await store.annualReportNotes({ body: "tongnan-office", year: [] })).toEqual([]);
  });

  it("refuses what does not follow the remark that stands, and a report that nobody holds", async () => {
    await record();
    await expect(record({ id: "k2" })).rejects.toThrow(Conflict);
    await expect(record({ text: "别的" })).rejects.toMatchObject({ code: "noteKeyReused" });
    await expect(record({}, "pingtan", "2019")).rejects.toMatchObject({ code: "unknownReport" });
    expect(await store.annualReportNotes({ year: [] })).toHaveLength(1);
  });

  it("of two remarks written at the same time one is refused", async () => {
    const tries = await Promise.allSettled([record({ id: "a" }), record({ id: "b" })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await store.annualReportNotes({ year: [] })).toHaveLength(1);
  });

  it("forgets the remarks when it is cleared", async () => {
    await record();
    await store.clear();
    expect(await store.annualReportNotes({ year: [] })).toEqual([]);
  });
});
