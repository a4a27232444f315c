import { describe, expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import { type FindingEventDraft, findingEventDraftSchema } from "#domain/finding-event.ts";
import { toFindingEvent } from "#domain/finding-log.ts";
import { EMPTY_LEDGER, type Ledger } from "#domain/ledger.ts";
import { aLog, DISPATCHED, REPORTED } from "#domain/rectification-test-builders.ts";
import { aScheme } from "#domain/test-builders.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { createApp } from "./app.ts";
import { aCase, aFinding, aLedger, anInspection, logOf } from "./ledger-builders.ts";
import type { LedgerOrigin } from "./store.ts";
import { ChangedEvent, UnknownReference } from "./store-refusal.ts";
import { describeStores } from "./stores-for-tests.ts";

const NOW = "2025-10-09T02:00:00.000Z";
const ORIGIN: LedgerOrigin = { name: "三季度.xlsx", asOf: NOW, importedAt: NOW, demo: false };
const LINES = contract.findings.query.parse({});
const SUMS = contract.deductionTotals.query.parse({});

function aDraft(kind: FindingEventDraft["kind"], changes: Partial<FindingEventDraft> = {}): FindingEventDraft {
  const by =
    kind === "appealed" ? { role: "unit", organisation: "教委" } : { role: "office", organisation: "区政府办" };
  return findingEventDraftSchema.parse({ id: `k-${kind}`, kind, by, reason: "见附件", ...changes });
}

const APPEAL = toFindingEvent([], aDraft("appealed"), NOW);

describeStores("%s store", { origin: ORIGIN }, (store) => {
  const fill = (changes: Partial<Ledger> = {}) =>
    store.applyLedger(aLedger({ findings: [aFinding({ id: "f1" }), aFinding({ id: "f2" })], ...changes }), ORIGIN);
  const record = (draft: FindingEventDraft, id = "f1") => store.recordFindingEvent({ id }, draft, () => new Date(NOW));
  const totals = async () => {
    const [total] = await store.deductionTotals(SUMS);
    return [total?.confirmedCount, total?.disputedCount];
  };

  it("takes an appeal out of the sums, and the decision puts it back or drops it", async () => {
    await fill();
    expect(await totals()).toEqual([2, 0]);
    const { repeated, reply } = await record(aDraft("appealed"));
    expect([repeated, reply.status, reply.event.sequence]).toEqual([false, "appealed", 0]);
    expect(await totals()).toEqual([1, 1]);
    expect((await store.findings({ ...LINES, status: ["appealed"] })).rows.map((row) => row.id)).toEqual(["f1"]);
    await record(aDraft("exempted"));
    expect(await totals()).toEqual([1, 0]);
    expect(await store.findingLog({ id: "f1" })).toMatchObject({
      importedStatus: "confirmed",
      status: "exempted",
      events: [{ kind: "appealed" }, { kind: "exempted", sequence: 1 }],
    });
    expect(await store.findingLog({ id: "f2" })).toEqual({
      importedStatus: "confirmed",
      status: "confirmed",
      events: [],
    });
  });

  it("lists each line with the last entry of its log; a published quarter keeps the one it was frozen with", async () => {
    await fill();
    await record(aDraft("appealed"));
    await record(aDraft("exempted", { reason: "情况属实" }));
    const listed = async () =>
      (await store.findings(LINES)).rows.map(({ id, lastEntry }) => [id, lastEntry?.kind, lastEntry?.reason]);
    const before = [
      ["f1", "exempted", "情况属实"],
      ["f2", undefined, undefined],
    ];
    expect(await listed()).toEqual(before);

    const [quarter] = (await store.findings(LINES)).rows.map((row) => row.quarter);
    if (quarter === undefined) throw new Error("no line is listed");
    const preview = await store.publicationPreview({ quarter });
    if (preview === null) throw new Error("nothing can be published");
    const wish = { key: "publish-01", quarter, digest: preview.digest, units: preview.content.units.length };
    await store.publish({}, { ...wish, by: "区政府办", reason: null }, () => new Date(NOW));
    await record(aDraft("reinstated", { reason: "免除依据不足" }));
    expect(await listed()).toEqual(before);
  });

  it("a word that leaves the status as it was is no reason for a correction", async () => {
    await fill({ findings: [aFinding({ id: "f1", status: "appealed" })] });
    const [{ quarter } = aFinding()] = (await store.findings(LINES)).rows;
    const before = (await store.publicationPreview({ quarter }))?.digest;
    await record(aDraft("exempted", { id: "k1" }));
    await record(aDraft("reinstated", { id: "k2" }));
    await record(aDraft("appealed", { id: "k3" }));
    expect((await store.publicationPreview({ quarter }))?.digest).toBe(before);
  });

  it("records an entry once per key, and refuses what the status cannot take", async () => {
    await fill();
    const first = await record(aDraft("appealed"));
    const again = await store.recordFindingEvent(
      { id: "f1" },
      aDraft("appealed"),
      () => new Date("2025-12-01T00:00:00Z"),
    );
    expect(again).toEqual({ repeated: true, reply: first.reply });
    await expect(record(aDraft("appealed", { reason: "另有理由" }))).rejects.toMatchObject({ code: "keyReused" });
    await expect(record(aDraft("appealed", { id: "k2" }))).rejects.toMatchObject({ code: "wrongStatus" });
    await expect(record(aDraft("appealed"), "f9")).rejects.toMatchObject({ code: "unknownFinding" });
    await expect(store.findingLog({ id: "f9" })).rejects.toMatchObject({ code: "unknownFinding" });
    expect((await store.findingLog({ id: "f1" })).events).toHaveLength(1);
  });

  it("one of several people who decide at once is taken, and the others are told", async () => {
    await fill();
    const results = await Promise.allSettled(["a", "b", "c"].map((id) => record(aDraft("exempted", { id }))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await store.findingLog({ id: "f1" })).events).toHaveLength(1);
  });

  it("keeps the log when the same ledger comes again, and starts from what a corrected one says", async () => {
    await fill();
    await record(aDraft("appealed"));
    const same = await fill();
    expect(same.findings).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect(await totals()).toEqual([1, 1]);
    const corrected = await fill({ findings: [aFinding({ id: "f1", status: "proposed" })] });
    expect(corrected.findings).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(await store.findingLog({ id: "f1" })).toMatchObject({ importedStatus: "proposed", status: "appealed" });
    expect(await totals()).toEqual([1, 1]);
  });

  it("takes logs with a ledger, adds to them and changes none", async () => {
    const findingEvents = [{ findingId: "f1", event: APPEAL }];
    const first = await fill({ findingEvents });
    expect(first.findingEvents).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await totals()).toEqual([1, 1]);
    expect((await fill({ findingEvents })).findingEvents).toEqual({ added: 0, changed: 0, unchanged: 1 });
    const rewritten = [{ findingId: "f1", event: { ...APPEAL, reason: "改过" } }];
    await expect(fill({ findingEvents: rewritten })).rejects.toThrow(ChangedEvent);
    const stray = { ...EMPTY_LEDGER, findingEvents: [{ findingId: "f9", event: APPEAL }] };
    await expect(store.applyLedger(stray, ORIGIN)).rejects.toThrow(UnknownReference);
    expect((await store.sources({})).find(({ topic }) => topic === "inspections")?.rows).toBe(5);
  });

  it("takes the same again for work that was returned and not put right, where the scheme says so", async () => {
    const escalation = { returnedSurcharge: 10_000, repeatFactor: null, overdueSurcharge: null, cap: null };
    await fill({ schemes: [{ ...aScheme(), escalation }] });
    const confirmed = async () => (await store.deductionTotals(SUMS))[0]?.confirmed;
    const points = aFinding().points;
    expect(await confirmed()).toBe(points * 2);
    await record(aDraft("returnedUnfixed"));
    expect(await confirmed()).toBe(points * 3);
    const { rows, total } = await store.findings({ ...LINES, limit: 2 });
    expect([rows.map((row) => row.id), total]).toEqual([["f1", "f1~returned"], 3]);
    const next = await store.findings({
      ...LINES,
      limit: 2,
      after: (await store.findings({ ...LINES, limit: 2 })).next ?? "",
    });
    expect([next.rows.map((row) => row.id), next.next]).toEqual([["f2"], null]);
    expect(rows[1]).toMatchObject({ parentId: "f1", points, status: "confirmed" });
    await record(aDraft("exempted"));
    expect(await confirmed()).toBe(points);
    const preview = await store.publicationPreview({ quarter: aFinding().quarter });
    expect(preview?.content.totals).toEqual(await store.deductionTotals(SUMS));
  });

  it("lets a serious error that missed its limit cost points, where the scheme says so", async () => {
    const escalation = {
      returnedSurcharge: null,
      repeatFactor: null,
      overdueSurcharge: { indicatorId: "i1", points: 5_000 },
      cap: null,
    };
    const late = aLog([
      ["2025-09-01T01:00:00.000Z", DISPATCHED],
      ["2025-09-04T01:00:00.000Z", REPORTED],
    ]).events;
    await fill({
      findings: [aFinding({ id: "f1" })],
      schemes: [{ ...aScheme(), escalation }],
      rectificationCases: [aCase({ id: "c1", severity: "serious" }), aCase({ id: "c2" })],
      rectificationEvents: [...logOf("c1", late), ...logOf("c2", late)],
    });
    const lines = (await store.findings(LINES)).rows.map((row) => [row.id, row.parentId, row.points]);
    expect(lines).toEqual([
      ["c1~overdue", "c1", 5_000],
      ["f1", null, aFinding().points],
    ]);
  });

  it("lets a finding of a published quarter be argued about without moving its published figures", async () => {
    await fill({ inspections: [anInspection({ status: "published", publishedOn: "2025-10-09" })] });
    const before = [await store.deductionTotals(SUMS), await store.findings(LINES)];
    expect((await record(aDraft("appealed"))).reply.status).toBe("appealed");
    expect([await store.deductionTotals(SUMS), await store.findings(LINES)]).toEqual(before);
    expect(await store.findingLog({ id: "f1" })).toMatchObject({ status: "appealed" });
    expect((await store.publications({ quarter: [] }))[0]?.differs).toBe(true);
  });
});

describe("the write path of a finding", () => {
  const PATH = "/api/findings/f1/events";
  const anApp = (readOnly = false) =>
    createApp(memoryStore(aLedger({ findings: [aFinding({ id: "f1" })] }), ORIGIN), {
      now: () => new Date(NOW),
      readOnly,
    });
  const post = (app: ReturnType<typeof anApp>, body: unknown, headers: Record<string, string> = {}) =>
    app.request(PATH, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  it("answers 201 for what is new, 200 for what is repeated, and the log to a read of the same path", async () => {
    const app = anApp();
    expect((await post(app, aDraft("appealed"))).status).toBe(201);
    expect((await post(app, aDraft("appealed"))).status).toBe(200);
    expect(await (await app.request(PATH)).json()).toMatchObject({
      status: "appealed",
      events: [{ kind: "appealed" }],
    });
  });

  it("refuses with 409 and who was faster, 404 for an unknown finding, 400 for a body that is not as agreed", async () => {
    const app = anApp();
    await post(app, aDraft("exempted"));
    const late = await post(app, aDraft("appealed"));
    expect([late.status, await late.json()]).toMatchObject([
      409,
      { code: "wrongStatus", message: expect.stringContaining("2025-10-09 10:00 区政府办 免除扣分") },
    ]);
    expect((await app.request("/api/findings/f9/events")).status).toBe(404);
    const wrong = await post(app, { ...aDraft("appealed"), at: NOW });
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { field: "at" }]);
  });

  it("refuses a page of another origin, and everything when it runs read-only", async () => {
    const foreign = await post(anApp(), aDraft("appealed"), { origin: "https://evil.example", host: "localhost" });
    expect([foreign.status, await foreign.json()]).toMatchObject([403, { code: "foreignOrigin" }]);
    expect((await post(anApp(true), aDraft("appealed"))).status).toBe(403);
  });
});
