import { describe, expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import type { Finding } from "#domain/finding.ts";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { toPoints } from "#domain/points.ts";
import { toQuarter } from "#domain/quarter.ts";
import { aCoverage, aScheme, aUnit } from "#domain/test-builders.ts";
import { DatabaseTooNew, openDatabase } from "./database.ts";
import { aFinding, aLedger, anAnnualReport, anInspection } from "./ledger-builders.ts";
import type { LedgerOrigin, Store } from "./store.ts";
import { InvalidCursor, UnknownReference } from "./store-refusal.ts";
import { describeStores, openSqlite, sqliteUrl } from "./stores-for-tests.ts";

const ORIGIN: LedgerOrigin = {
  name: "2025年三季度台账.xlsx",
  asOf: "2025-10-09T09:30:00.000Z",
  importedAt: "2025-10-10T01:00:00.000Z",
  demo: false,
};
const Q2 = toQuarter(2025, 2);
const Q3 = toQuarter(2025, 3);
const ALL = { quarter: [], unit: [] };
const ALL_FINDINGS = contract.findings.query.parse({});

const KINDS = ["memory", "SQLite", "SQLite in memory", "PostgreSQL"] as const;

describeStores("%s store", { origin: ORIGIN, kinds: KINDS }, (store) => {
  it("gives back every row as it came, Chinese text and JSON included", async () => {
    const ledger = aLedger({
      findings: [aFinding({ evidenceUrl: "https://example.gov.cn/网页?a=1", ratio: 6400, parentId: "f0" })],
      annualReports: [anAnnualReport()],
      coverage: [
        aCoverage({ state: "missed", reason: "机构改革，未检查", notApplicable: ["i9"], notReported: ["i1"] }),
      ],
    });
    await store.applyLedger(ledger, ORIGIN);
    expect((await store.units({})).map((unit) => unit.name)).toEqual(["教育委员会", "区政府办公室", "临江街道办事处"]);
    expect(await store.schemes({})).toEqual(ledger.schemes);
    expect(await store.inspections({})).toEqual(ledger.inspections);
    expect(await store.coverage({ quarter: [] })).toEqual(ledger.coverage);
    expect(await store.annualReports({ body: "b1", year: [], row: [] })).toEqual(ledger.annualReports);
    expect(await store.findings(ALL_FINDINGS)).toEqual({ rows: ledger.findings, total: 1, next: null });
  });

  it("answers every endpoint in the contract's shape, empty or filled", async () => {
    await expectContract(store);
    await store.applyLedger(aLedger({ findings: [aFinding()], annualReports: [anAnnualReport()] }), ORIGIN);
    await expectContract(store);
  });

  it("adds up confirmed and disputed points apart; exempted findings count for nothing", async () => {
    const findings = [
      aFinding({ id: "a", points: 12_800 }),
      aFinding({ id: "b", points: 3_334 }),
      aFinding({ id: "c", status: "proposed", points: 5_000 }),
      aFinding({ id: "d", status: "appealed", points: 2_500 }),
      aFinding({ id: "e", status: "exempted", points: 90_000 }),
      aFinding({ id: "f", status: "exempted", indicatorId: "i2" }),
      aFinding({ id: "g", unitId: "u2" }),
      aFinding({ id: "h", quarter: Q2 }),
    ];
    await store.applyLedger(aLedger({ findings }), ORIGIN);
    const point = { confirmed: toPoints(1), disputed: 0, confirmedCount: 1, disputedCount: 0 };
    expect(await store.deductionTotals(ALL)).toEqual([
      { quarter: Q2, unitId: "u1", indicatorId: "i1", ...point },
      {
        quarter: Q3,
        unitId: "u1",
        indicatorId: "i1",
        confirmed: 16_134,
        disputed: 7_500,
        confirmedCount: 2,
        disputedCount: 2,
      },
      { quarter: Q3, unitId: "u2", indicatorId: "i1", ...point },
    ]);
  });

  it("filters totals by quarter, unit, side and class; the office counts with the departments", async () => {
    const findings = ["u1", "u2", "u3"].flatMap((unitId) =>
      [Q2, Q3].map((quarter) => aFinding({ id: `${unitId}${quarter}`, unitId, quarter })),
    );
    await store.applyLedger(aLedger({ findings }), ORIGIN);
    const found = async (query: Partial<Parameters<Store["deductionTotals"]>[0]>) =>
      (await store.deductionTotals({ ...ALL, ...query })).map((total) => `${total.quarter} ${total.unitId}`);
    expect(await found({ quarter: [Q3] })).toEqual(["2025Q3 u1", "2025Q3 u2", "2025Q3 u3"]);
    expect(await found({ quarter: [Q3, Q2], unit: ["u2"] })).toEqual(["2025Q2 u2", "2025Q3 u2"]);
    expect(await found({ quarter: [Q3], side: "department" })).toEqual(["2025Q3 u1", "2025Q3 u3"]);
    expect(await found({ quarter: [Q3], side: "township" })).toEqual(["2025Q3 u2"]);
    expect(await found({ quarter: [Q3], unitClass: "二类" })).toEqual(["2025Q3 u2", "2025Q3 u3"]);
    expect(await found({ quarter: [Q3], unitClass: "二类", side: "department" })).toEqual(["2025Q3 u3"]);
    expect(await found({ unit: ["nobody"] })).toEqual([]);
  });

  it("filters findings by indicator and status as well, and counts what it found", async () => {
    const findings = [
      aFinding({ id: "a" }),
      aFinding({ id: "b", indicatorId: "i2", status: "appealed" }),
      aFinding({ id: "c", indicatorId: "i2", status: "exempted" }),
    ];
    await store.applyLedger(aLedger({ findings }), ORIGIN);
    const found = async (query: Partial<typeof ALL_FINDINGS>) => {
      const page = await store.findings({ ...ALL_FINDINGS, ...query });
      return [page.total, ...page.rows.map((row) => row.id)];
    };
    expect(await found({ indicator: ["i2"] })).toEqual([2, "b", "c"]);
    expect(await found({ status: ["appealed", "confirmed"] })).toEqual([2, "a", "b"]);
    expect(await found({ indicator: ["i2"], status: ["confirmed"] })).toEqual([0]);
  });

  it("visits every finding once in pages, newest quarter first, also among equal keys and quotes", async () => {
    const ids = ["f1", "f10", "f2", "F3", "甲-1", "乙'1", 'x"|y', "a,b"];
    const findings = [Q2, Q3].flatMap((quarter) =>
      ids.map((id) => aFinding({ id: `${id}${quarter}`, quarter, occurredOn: "2025-08-20" })),
    );
    await store.applyLedger(aLedger({ findings }), ORIGIN);
    const seen: Finding[] = [];
    let after: string | undefined;
    for (let page = 0; page < 20; page += 1) {
      const { rows, total, next } = await store.findings({ ...ALL_FINDINGS, limit: 3, after });
      expect(total).toBe(16);
      seen.push(...rows);
      if (next === null) break;
      after = next;
    }
    expect(seen.map((row) => row.quarter)).toEqual([...Array(8).fill(Q3), ...Array(8).fill(Q2)]);
    expect(seen.slice(0, 8).map((row) => row.id)).toEqual(ids.map((id) => `${id}${Q3}`).sort());
    expect(new Set(seen.map((row) => row.id)).size).toBe(16);
  });

  it("ends a last page that is exactly full", async () => {
    await store.applyLedger(aLedger({ findings: [aFinding({ id: "a" }), aFinding({ id: "b" })] }), ORIGIN);
    expect((await store.findings({ ...ALL_FINDINGS, limit: 2 })).next).toBeNull();
  });

  it("refuses a cursor that it never gave out", async () => {
    await expect(store.findings({ ...ALL_FINDINGS, after: "%%%" })).rejects.toThrow(InvalidCursor);
  });

  it("changes nothing when the same ledger comes twice", async () => {
    const ledger = aLedger({ findings: [aFinding()], annualReports: [anAnnualReport()] });
    const first = await store.applyLedger(ledger, ORIGIN);
    expect(first.units).toEqual({ added: 3, changed: 0, unchanged: 0 });
    expect(first.findings).toEqual({ added: 1, changed: 0, unchanged: 0 });
    const before = await store.sources({});
    const cells = Object.fromEntries(Object.entries(anAnnualReport().cells).reverse());
    const again = await store.applyLedger(
      { ...ledger, annualReports: [anAnnualReport({ cells })] },
      { ...ORIGIN, name: "副本.xlsx", importedAt: "2025-10-11T01:00:00.000Z" },
    );
    for (const change of Object.values(again)) expect(change).toMatchObject({ added: 0, changed: 0 });
    expect(again.units.unchanged).toBe(3);
    expect(await store.sources({})).toEqual(before);
  });

  it("tells new, changed and equal rows apart", async () => {
    await store.applyLedger(aLedger({ findings: [aFinding({ id: "a" }), aFinding({ id: "b" })] }), ORIGIN);
    const findings = [aFinding({ id: "a" }), aFinding({ id: "b", status: "exempted" }), aFinding({ id: "c" })];
    const coverage = [aCoverage({ notReported: ["i1"] }), aCoverage({ unitId: "u2" })];
    const changes = await store.applyLedger({ ...EMPTY_LEDGER, findings, coverage }, ORIGIN);
    expect(changes.findings).toEqual({ added: 1, changed: 1, unchanged: 1 });
    expect(changes.coverage).toEqual({ added: 1, changed: 1, unchanged: 0 });
    expect((await store.findings({ ...ALL_FINDINGS, status: ["exempted"] })).rows.map((row) => row.id)).toEqual(["b"]);
  });

  it("takes the last of two rows with one key", async () => {
    const findings = [aFinding({ points: 1 }), aFinding({ points: 2 })];
    const changes = await store.applyLedger(aLedger({ findings }), ORIGIN);
    expect(changes.findings).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect((await store.findings(ALL_FINDINGS)).rows).toEqual([findings[1]]);
  });

  it("leaves nothing behind when an import fails in the middle", async () => {
    const failing = aFinding({ id: "z" });
    Object.defineProperty(failing, "points", {
      enumerable: true,
      get: () => {
        throw new Error("disk full");
      },
    });
    const many = Array.from({ length: 2_500 }, (_, at) => aFinding({ id: `f${at}` }));
    await expect(store.applyLedger(aLedger({ findings: [...many, failing] }), ORIGIN)).rejects.toThrow("disk full");
    expect(await store.units({})).toEqual([]);
    expect(await store.sources({})).toEqual([]);
    expect((await store.findings(ALL_FINDINGS)).total).toBe(0);
  });

  it("refuses rows of a unit or scheme that nobody knows, also after a replacement", async () => {
    const stray = { ...EMPTY_LEDGER, findings: [aFinding({ unitId: "u1" })] };
    await expect(store.applyLedger(stray, ORIGIN)).rejects.toThrow(UnknownReference);
    await store.applyLedger(aLedger(), ORIGIN);
    await expect(store.applyLedger(stray, ORIGIN, { replaceAll: true })).rejects.toThrow(UnknownReference);
    expect(await store.units({})).toHaveLength(3);
    const inspections = [anInspection({ schemeId: "s9" })];
    await expect(store.applyLedger({ ...EMPTY_LEDGER, inspections }, ORIGIN)).rejects.toThrow("s9");
  });

  it("replaces the demonstration district as a whole", async () => {
    await store.applyLedger(aLedger({ findings: [aFinding()] }), { ...ORIGIN, demo: true });
    const units = [aUnit({ id: "real", name: "涡阳县教育局" })];
    await store.applyLedger({ ...EMPTY_LEDGER, units }, ORIGIN, { replaceAll: true });
    expect(await store.units({})).toEqual(units);
    expect((await store.findings(ALL_FINDINGS)).total).toBe(0);
    expect(await store.sources({})).toEqual([{ ...ORIGIN, topic: "units", rows: 1 }]);
  });

  it("keeps for each topic how old it is and how many rows it holds", async () => {
    await store.applyLedger(aLedger({ findings: [aFinding()] }), ORIGIN);
    const later = { ...ORIGIN, name: "四季度.xlsx", asOf: "2026-01-08T09:30:00.000Z" };
    await store.applyLedger({ ...EMPTY_LEDGER, findings: [aFinding({ id: "f2" })] }, later);
    expect(await store.sources({})).toEqual([
      { ...ORIGIN, topic: "units", rows: 3 },
      { ...ORIGIN, topic: "schemes", rows: 1 },
      { ...later, topic: "inspections", rows: 4 },
    ]);
  });

  it("lists report headings roll-ups first and newest year first, and picks years", async () => {
    const annualReports = [
      anAnnualReport({ year: 2023 }),
      anAnnualReport(),
      anAnnualReport({ bodyId: "z", bodyName: "全区", level: "rollUp", year: 2020, form: "2019", cells: {} }),
    ];
    await store.applyLedger({ ...EMPTY_LEDGER, annualReports }, ORIGIN);
    const headings = await store.annualReportHeadings({});
    expect(headings.map((heading) => `${heading.bodyId} ${heading.year}`)).toEqual(["z 2020", "b1 2024", "b1 2023"]);
    expect(await store.annualReports({ body: "b1", year: [], row: [] })).toEqual(annualReports.slice(0, 2));
    expect(await store.annualReports({ body: "b1", year: ["2024", "2019"], row: [] })).toEqual([annualReports[1]]);
  });

  it("orders schemes by effect, inspections and coverage by quarter", async () => {
    await store.applyLedger(
      aLedger({
        schemes: [aScheme({ id: "s1", effectiveFrom: Q3 }), aScheme({ id: "s2", effectiveFrom: Q2, effectiveTo: Q2 })],
        inspections: [anInspection(), anInspection({ quarter: Q2, schemeId: "s2" })],
        coverage: [aCoverage({ unitId: "u2" }), aCoverage(), aCoverage({ quarter: Q2 })],
      }),
      ORIGIN,
    );
    expect((await store.schemes({})).map((scheme) => scheme.id)).toEqual(["s2", "s1"]);
    expect((await store.inspections({})).map((inspection) => inspection.quarter)).toEqual([Q2, Q3]);
    expect((await store.coverage({ quarter: [Q3] })).map((coverage) => coverage.unitId)).toEqual(["u1", "u2"]);
  });
});

const REQUIRED: Record<string, object> = { annualReports: { body: "b1" }, publicationPreview: { quarter: Q3 } };
/** Without the thing that they are about they answer with an error. */
const ABOUT_ONE = ["rectification", "application", "computedReport", "computedReportCell", "findingLog"];

async function expectContract(store: Store): Promise<void> {
  for (const [name, endpoint] of Object.entries(contract)) {
    if (ABOUT_ONE.includes(name)) continue;
    const query = endpoint.query.parse(REQUIRED[name] ?? {});
    const answer = store[name as keyof typeof contract] as (query: unknown, now: string) => Promise<unknown>;
    expect(endpoint.reply.safeParse(await answer(query, ORIGIN.importedAt)).error, name).toBeUndefined();
  }
}

describe("a SQLite file", () => {
  it("keeps its rows when it is opened again", async () => {
    const first = await openSqlite("twice");
    await first.applyLedger(aLedger(), ORIGIN);
    await first.close();
    const second = await openSqlite("twice");
    expect(await second.units({})).toHaveLength(3);
    await second.close();
  });

  it("is refused when a newer version has changed its tables", async () => {
    const url = sqliteUrl("newer");
    const db = await openDatabase(url);
    const log = db.withTables<{ kysely_migration: { name: string; timestamp: string } }>();
    await log.insertInto("kysely_migration").values({ name: "0099-later", timestamp: ORIGIN.asOf }).execute();
    await db.destroy();
    await expect(openDatabase(url)).rejects.toThrow(DatabaseTooNew);
    await expect(openDatabase(url)).rejects.toThrow("0099-later");
  });
});
