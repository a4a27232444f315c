import { expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import { EMPTY_LEDGER, type Ledger } from "#domain/ledger.ts";
import { toPoints } from "#domain/points.ts";
import type { PublicationDraft } from "#domain/publication.ts";
import { type Quarter, toQuarter } from "#domain/quarter.ts";
import { aCoverage, aScheme, aUnit } from "#domain/test-builders.ts";
import { openDatabase } from "./database.ts";
import { aFinding, aLedger, anInspection } from "./ledger-builders.ts";
import { sqlStore } from "./sql-store.ts";
import type { LedgerOrigin, Store } from "./store.ts";
import { Conflict } from "./store-refusal.ts";
import { describeStores, openSqlite, sqliteUrl } from "./stores-for-tests.ts";

const ORIGIN: LedgerOrigin = {
  name: "2025年三季度台账.xlsx",
  asOf: "2025-10-09T09:30:00.000Z",
  importedAt: "2025-10-10T01:00:00.000Z",
  demo: false,
};
const LATER: LedgerOrigin = { ...ORIGIN, name: "四季度.xlsx", asOf: "2026-01-09T09:30:00.000Z" };
const Q2 = toQuarter(2025, 2);
const Q3 = toQuarter(2025, 3);
const NOW = new Date("2025-10-12T01:30:00.000Z");
const ALL_FINDINGS = contract.findings.query.parse({});

/** 2025Q3 with two lines at u1 and one at u2; published unless told otherwise. */
function aQuarter(status: "published" | "draft", changes: Partial<Ledger> = {}): Ledger {
  return aLedger({
    inspections: [anInspection({ status, publishedOn: status === "published" ? "2025-10-09" : null })],
    coverage: [aCoverage(), aCoverage({ unitId: "u2" }), aCoverage({ unitId: "u3", state: "missed", reason: "停网" })],
    findings: [aFinding({ id: "a" }), aFinding({ id: "b", status: "proposed" }), aFinding({ id: "c", unitId: "u2" })],
    ...changes,
  });
}

/** Everything that may happen to the rows of a quarter afterwards. */
const EDITS: Ledger = {
  ...EMPTY_LEDGER,
  units: [
    aUnit({ id: "u1", order: 9, name: "教育局", shortName: "教育局", class: "二类" }),
    aUnit({ id: "u9", name: "大数据局", shortName: "大数据局", order: 4 }),
  ],
  schemes: [aScheme({ fullMark: toPoints(50), notes: "改了规则" })],
  inspections: [anInspection({ status: "draft", name: "改了名" })],
  coverage: [aCoverage({ notApplicable: ["i1"] }), aCoverage({ unitId: "u9" })],
  findings: [
    aFinding({ id: "a", points: toPoints(3), problem: "改了" }),
    aFinding({ id: "c", unitId: "u2", status: "exempted" }),
    aFinding({ id: "d", unitId: "u9" }),
  ],
};

/** Every reply that a published quarter's figures are made of. */
async function repliesOf(store: Store, quarter: Quarter): Promise<string> {
  const [inspection] = (await store.inspections({})).filter((row) => row.quarter === quarter);
  const scheme = (await store.schemes({})).find(({ id }) => id === inspection?.schemeId);
  const query = { quarter: [quarter], unit: [] };
  return JSON.stringify([
    { ...inspection, publication: { ...inspection?.publication, changedUnits: null, laterUnits: null } },
    scheme,
    await store.coverage(query),
    await store.deductionTotals(query),
    await store.deductionTotals({ ...query, unitClass: "一类" }),
    await store.deductionTotals({ ...query, side: "township" }),
    await store.findings({ ...ALL_FINDINGS, ...query }),
    await store.findings({ ...ALL_FINDINGS, ...query, status: ["confirmed"], unit: ["u2"] }),
  ]);
}

async function wish(store: Store, changes: Partial<PublicationDraft> = {}): Promise<PublicationDraft> {
  const quarter = changes.quarter ?? Q3;
  const preview = await store.publicationPreview({ quarter });
  return {
    key: "desk-0001",
    quarter,
    digest: preview?.digest ?? "none",
    units: preview?.content.units.length ?? 0,
    by: "区政府办公室",
    reason: null,
    ...changes,
  };
}

const publish = async (store: Store, changes: Partial<PublicationDraft> = {}) =>
  store.publish({}, await wish(store, changes), () => NOW);

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Conflict)) throw error ?? new Error("nothing was refused");
  return error.code;
}

describeStores("publishing in the %s store", { origin: ORIGIN }, (store) => {
  it("freezes a quarter that arrives as published, and answers the same whatever comes later", async () => {
    await store.applyLedger(aQuarter("published"), ORIGIN);
    const before = await repliesOf(store, Q3);
    await store.applyLedger(EDITS, LATER);
    expect(await repliesOf(store, Q3)).toBe(before);
    expect(await store.publications({ quarter: [] })).toMatchObject([
      { quarter: Q3, revision: 1, by: ORIGIN.name, reason: null, units: 3, differs: true },
    ]);
  });

  it("says beside a published inspection how its register and its data's age differ from today's", async () => {
    await store.applyLedger(aQuarter("published"), ORIGIN);
    expect((await store.inspections({}))[0]?.publication).toMatchObject({
      revision: 1,
      changedUnits: [],
      laterUnits: [],
    });
    await store.applyLedger(EDITS, LATER);
    const [inspection] = await store.inspections({});
    expect(inspection?.publication).toMatchObject({
      changedUnits: [{ id: "u1", name: "教育委员会", class: "一类", order: 1 }],
      laterUnits: ["u9"],
    });
    const asOf = inspection?.publication?.sources.map((source) => [source.topic, source.asOf]);
    expect(asOf).toEqual(["units", "schemes", "inspections"].map((topic) => [topic, ORIGIN.asOf]));
  });

  it("answers changed rules under an id of their own, and the published ones under the one they had", async () => {
    await store.applyLedger(aQuarter("published"), ORIGIN);
    const inspections = [anInspection({ quarter: Q2 })];
    await store.applyLedger({ ...EDITS, inspections }, LATER);
    expect((await store.schemes({})).map(({ id, fullMark }) => [id, fullMark])).toEqual([
      ["s1", toPoints(100)],
      ["s1~2", toPoints(50)],
    ]);
    expect((await store.inspections({})).map(({ quarter, schemeId }) => [quarter, schemeId])).toEqual([
      [Q2, "s1~2"],
      [Q3, "s1"],
    ]);
  });

  it("takes a scheme that only ended for the same rules", async () => {
    await store.applyLedger(aQuarter("published"), ORIGIN);
    await store.applyLedger({ ...EMPTY_LEDGER, schemes: [aScheme({ effectiveTo: Q3 })] }, LATER);
    expect((await store.schemes({})).map(({ id, effectiveTo }) => [id, effectiveTo])).toEqual([["s1", Q3]]);
    expect((await store.publications({ quarter: [Q3] }))[0]?.differs).toBe(false);
  });

  it("publishes a draft once it is asked to, exactly as it was looked at", async () => {
    await store.applyLedger(aQuarter("draft"), ORIGIN);
    expect(await store.publications({ quarter: [] })).toEqual([]);
    expect(await store.publishedQuarters()).toEqual([]);
    const { repeated, reply } = await publish(store);
    expect(await store.publishedQuarters()).toEqual([Q3]);
    expect([repeated, reply.revision, reply.publishedAt, reply.units]).toEqual([false, 1, NOW.toISOString(), 3]);
    const [inspection] = await store.inspections({});
    expect(inspection).toMatchObject({ status: "published", publishedOn: "2025-10-12" });
    expect((await store.heldRegister()).inspections[0]).toMatchObject({
      status: "published",
      publishedOn: "2025-10-12",
    });
    expect((await store.publications({ quarter: [Q3] }))[0]?.differs).toBe(false);
  });

  it("publishes nothing twice for one key, and refuses the key for something else", async () => {
    await store.applyLedger(aQuarter("draft"), ORIGIN);
    const draft = await wish(store);
    const first = await store.publish({}, draft, () => NOW);
    expect(await store.publish({}, draft, () => new Date())).toEqual({ ...first, repeated: true });
    expect(await store.publications({ quarter: [] })).toHaveLength(1);
    expect(await refusal(store.publish({}, { ...draft, digest: "other" }, () => NOW))).toBe("keyTaken");
  });

  it("refuses what is not what was looked at", async () => {
    await store.applyLedger(aQuarter("draft"), ORIGIN);
    const draft = await wish(store);
    expect(await refusal(store.publish({}, { ...draft, units: 2 }, () => NOW))).toBe("changedMeanwhile");
    await store.applyLedger({ ...EMPTY_LEDGER, findings: [aFinding({ id: "e" })] }, LATER);
    expect(await refusal(store.publish({}, draft, () => NOW))).toBe("changedMeanwhile");
    expect(await store.publications({ quarter: [] })).toEqual([]);
  });

  it("corrects a published quarter only with a reason and only where something changed", async () => {
    await store.applyLedger(aQuarter("published"), ORIGIN);
    const before = await repliesOf(store, Q3);
    expect(await refusal(publish(store, { reason: "复核" }))).toBe("nothingToCorrect");
    await store.applyLedger({ ...EMPTY_LEDGER, findings: [aFinding({ id: "a", status: "exempted" })] }, LATER);
    expect(await refusal(publish(store))).toBe("reasonMissing");
    const { reply } = await publish(store, { key: "desk-0002", reason: "申诉成立，免除一条" });
    expect([reply.revision, reply.reason]).toEqual([2, "申诉成立，免除一条"]);
    expect(await repliesOf(store, Q3)).not.toBe(before);
    expect(await store.deductionTotals({ quarter: [Q3], unit: ["u1"] })).toMatchObject([
      { confirmed: 0, disputed: toPoints(1) },
    ]);
    expect((await store.publications({ quarter: [] })).map(({ revision, differs }) => [revision, differs])).toEqual([
      [1, null],
      [2, false],
    ]);
    expect((await store.inspections({}))[0]).toMatchObject({ publishedOn: "2025-10-09", publication: { revision: 2 } });
  });

  it("refuses a quarter without an inspection, and one in which nobody was looked at", async () => {
    await expect(publish(store)).rejects.toMatchObject({ code: "unknownQuarter" });
    await store.applyLedger(aQuarter("draft", { coverage: [] }), ORIGIN);
    expect(await refusal(publish(store))).toBe("nothingInspected");
    expect(await store.publicationPreview({ quarter: Q2 })).toBeNull();
  });

  it("lets only one of two desks publish", async () => {
    await store.applyLedger(aQuarter("draft"), ORIGIN);
    const drafts = await Promise.all([wish(store), wish(store, { key: "desk-0002" })]);
    const ends = await Promise.allSettled(drafts.map((draft) => store.publish({}, draft, () => NOW)));
    expect(ends.map((end) => end.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await store.publications({ quarter: [] })).toHaveLength(1);
  });

  it("visits the lines of published and open quarters in one run of pages", async () => {
    const ids = ["f1", "f10", "f2", "F3", "甲-1", "乙'1", 'x"|y'];
    const findings = [Q2, Q3].flatMap((quarter) => ids.map((id) => aFinding({ id: `${id}${quarter}`, quarter })));
    const inspections = [anInspection({ status: "published" }), anInspection({ quarter: Q2 })];
    await store.applyLedger(aQuarter("published", { findings, inspections }), ORIGIN);
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 20; page += 1) {
      const { rows, total, next } = await store.findings({ ...ALL_FINDINGS, limit: 3, after });
      expect(total).toBe(14);
      seen.push(...rows.map((row) => `${row.quarter} ${row.id}`));
      if (next === null) break;
      after = next;
    }
    const expected = [Q3, Q2].flatMap((quarter) => ids.map((id) => `${quarter} ${id}${quarter}`).sort());
    expect(seen).toEqual(expected);
    const totals = await store.deductionTotals({ quarter: [], unit: [] });
    expect(totals.map((total) => total.quarter)).toEqual([Q2, Q3]);
  });

  it("forgets the publications of a district that is replaced", async () => {
    await store.applyLedger(aQuarter("published"), { ...ORIGIN, demo: true });
    await store.applyLedger(aQuarter("draft"), LATER, { replaceAll: true });
    expect(await store.publications({ quarter: [] })).toEqual([]);
    expect((await store.inspections({}))[0]?.publication).toBeUndefined();
  });
});

it("freezes the published quarters of a database that an earlier version filled", async () => {
  const db = await openDatabase(sqliteUrl("earlier"));
  const first = sqlStore(db);
  await first.applyLedger(aQuarter("published"), ORIGIN);
  await db.deleteFrom("publication").execute();
  await first.close();
  const second = await openSqlite("earlier");
  expect(await second.publications({ quarter: [] })).toMatchObject([{ quarter: Q3, revision: 1, by: ORIGIN.name }]);
  await second.close();
});
