import { expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import { toFixTimes } from "#domain/fix-time.ts";
import { EMPTY_LEDGER, type Ledger } from "#domain/ledger.ts";
import { DEFAULT_RULES } from "#domain/rectification.ts";
import { type EventDraft, eventDraftSchema } from "#domain/rectification-event.ts";
import { countArrivals, dueQuarter, toRectificationFacts } from "#domain/rectification-facts.ts";
import { aLog, DISPATCHED, RECEIVED, REPORTED } from "#domain/rectification-test-builders.ts";
import { findRelapses } from "#domain/relapse.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { progressOf } from "./case-log.ts";
import { demoLedgerOfSize } from "./demo-district.ts";
import { aCase, aLedger, logOf } from "./ledger-builders.ts";
import type { LedgerOrigin } from "./store.ts";
import { ChangedEvent, Conflict, UnknownReference } from "./store-refusal.ts";
import { describeStores } from "./stores-for-tests.ts";

const NOW = "2025-09-02T01:00:00.000Z";
const ORIGIN: LedgerOrigin = { name: "错敏信息.xlsx", asOf: NOW, importedAt: NOW, demo: false };
const ALL = contract.rectifications.query.parse({});
const SUMS = contract.rectificationFacts.query.parse({});

function draft(said: { kind: EventDraft["kind"]; id: string } & Record<string, unknown>): EventDraft {
  return eventDraftSchema.parse({ by: { role: "office", organisation: "区政府办公室" }, ...said });
}

const LOG = aLog([
  ["2025-09-01T01:00:00.000Z", DISPATCHED],
  ["2025-09-01T02:00:00.000Z", RECEIVED],
]).events;

describeStores("%s store", { origin: ORIGIN }, (store) => {
  const record = (said: EventDraft, id = "c1") => store.recordRectificationEvent({ id }, said, () => new Date(NOW));

  async function fill(changes: Partial<Ledger> = {}) {
    return store.applyLedger(
      aLedger({ rectificationCases: [aCase()], rectificationEvents: logOf("c1", LOG), ...changes }),
      ORIGIN,
    );
  }

  it("gives back a case with its log as it came", async () => {
    const changes = await fill();
    expect(changes.rectificationCases).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(changes.rectificationEvents).toEqual({ added: 2, changed: 0, unchanged: 0 });
    const progress = progressOf({ row: aCase(), events: [...LOG] });
    expect(await store.rectification({ id: "c1" })).toEqual({ ...aCase(), progress, events: LOG });
    expect((await store.rectifications(ALL)).rows).toEqual([{ ...aCase(), progress }]);
    expect(await store.caseRecords()).toEqual([{ row: aCase(), events: LOG }]);
    await expect(store.rectification({ id: "c9" })).rejects.toMatchObject({ code: "unknownCase" });
    expect((await store.sources({})).find(({ topic }) => topic === "rectifications")?.rows).toBe(3);
  });

  it("adds the entries of a later ledger behind those it holds, and changes none", async () => {
    await fill();
    const later = aLog([["2025-09-01T03:00:00.000Z", REPORTED]]).events.map((event) => ({ ...event, id: "later" }));
    const changes = await store.applyLedger(
      {
        ...EMPTY_LEDGER,
        rectificationCases: [aCase({ suggestedText: null })],
        rectificationEvents: [...logOf("c1", LOG), ...logOf("c1", later)],
      },
      ORIGIN,
    );
    expect(changes.rectificationCases).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(changes.rectificationEvents).toEqual({ added: 1, changed: 0, unchanged: 2 });
    const held = await store.rectification({ id: "c1" });
    expect(held.events.map(({ id, sequence }) => [id, sequence])).toEqual([
      ["e0", 0],
      ["e1", 1],
      ["later", 2],
    ]);
    expect([held.suggestedText, held.progress.state]).toEqual([null, "awaitingRecheck"]);
    const rewritten = LOG.map((event) => ({ ...event, note: "改过" }));
    const ledger = { ...EMPTY_LEDGER, rectificationEvents: logOf("c1", rewritten) };
    await expect(store.applyLedger(ledger, ORIGIN)).rejects.toThrow(ChangedEvent);
    const stray = { ...EMPTY_LEDGER, rectificationEvents: logOf("c9", LOG) };
    await expect(store.applyLedger(stray, ORIGIN)).rejects.toThrow(UnknownReference);
  });

  it("records an entry once per key, and refuses what the state cannot take", async () => {
    await fill();
    const report = draft({ kind: "reportedFixed", id: "k1" });
    const first = await record(report);
    expect(first.repeated).toBe(false);
    expect(first.reply.event).toMatchObject({ id: "k1", sequence: 2, at: NOW });
    const again = await store.recordRectificationEvent({ id: "c1" }, report, () => new Date("2025-09-05T00:00:00Z"));
    expect(again).toEqual({ repeated: true, reply: first.reply });
    await expect(record(draft({ kind: "received", id: "k1" }))).rejects.toMatchObject({ code: "keyReused" });
    await expect(record(draft({ kind: "reportedFixed", id: "k2" }))).rejects.toThrow(Conflict);
    await expect(record(report, "c9")).rejects.toMatchObject({ code: "unknownCase" });
    const held = await store.rectification({ id: "c1" });
    expect(held.events).toHaveLength(3);
    expect((await store.rectifications({ ...ALL, state: ["awaitingRecheck"] })).rows[0]?.progress).toEqual(
      held.progress,
    );
  });

  it("answers with the default rules until a ledger brings its own, and a dispatch freezes the version in force", async () => {
    expect(await store.rectificationRules({})).toEqual([DEFAULT_RULES]);
    const rules = {
      ...DEFAULT_RULES,
      ruleVersion: "2025-9",
      effectiveFrom: "2025-09-02T00:00:00.000Z",
      limits: { ...DEFAULT_RULES.limits, general: { kind: "workingDays", days: 3 } as const },
      relapseDays: 30,
    };
    const rectificationCases = [aCase(), aCase({ id: "c2" })];
    const changes = await fill({ rectificationRules: [rules], rectificationCases });
    expect(changes.rectificationRules).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await store.rectificationRules({})).toEqual([DEFAULT_RULES, rules]);
    await record(draft({ kind: "dispatched", id: "k1" }), "c2");
    const { progress } = await store.rectification({ id: "c2" });
    expect([progress.terms?.ruleVersion, progress.dueAt]).toEqual(["2025-9", "2025-09-05T15:59:59.000Z"]);
    const other = { kind: "elapsedHours", hours: 6 } as const;
    await expect(record(draft({ kind: "dispatched", id: "k1", limit: other }), "c2")).rejects.toMatchObject({
      code: "keyReused",
    });
    expect((await record(draft({ kind: "dispatched", id: "k1" }), "c2")).repeated).toBe(true);
    expect((await store.rectification({ id: "c1" })).progress.terms?.ruleVersion).toBe("v1");
    expect((await store.sources({})).find(({ topic }) => topic === "rectifications")?.rows).toBe(5);
    await store.clear();
    expect(await store.rectificationRules({})).toEqual([DEFAULT_RULES]);
  });

  it("puts a whole set of cases in the place of another, and leaves the rest of the ledger", async () => {
    await fill({ rectificationCases: [aCase(), aCase({ id: "old" })] });
    const units = await store.units({});
    await store.replaceRectifications(
      { ...EMPTY_LEDGER, rectificationCases: [aCase({ id: "new" })], rectificationEvents: logOf("new", LOG) },
      ORIGIN,
    );
    expect((await store.rectifications(ALL)).rows.map(({ id }) => id)).toEqual(["new"]);
    expect((await store.rectification({ id: "new" })).events).toEqual(LOG);
    expect(await store.units({})).toEqual(units);
    expect((await store.sources({})).find(({ topic }) => topic === "rectifications")?.rows).toBe(3);
  });

  it("loses nothing when several people record on one case at once", async () => {
    await fill();
    const pause = { kind: "paused", reason: "siteOutage", approver: { role: "office", organisation: "区政府办公室" } };
    const results = await Promise.allSettled([
      record(draft({ kind: "severityChanged", id: "a", severity: "serious" })),
      record(draft({ ...pause, kind: "paused", id: "b" })),
      record(draft({ ...pause, kind: "paused", id: "c" })),
      record(draft({ kind: "severityChanged", id: "a", severity: "serious" })),
    ]);
    const taken = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(taken.filter(({ repeated }) => !repeated)).toHaveLength(2);
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const { events, progress } = await store.rectification({ id: "c1" });
    expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
    expect(new Set(events.map(({ id }) => id))).toEqual(
      new Set(["e0", "e1", ...taken.map(({ reply }) => reply.event.id)]),
    );
    expect(progress).toMatchObject({ severity: "serious", pauses: [{ from: NOW }] });
  });

  it("adds up what the domain adds up, for any part of the cases", async () => {
    const now = new Date("2026-10-08T09:30:00Z");
    const ledger = demoLedgerOfSize(now, 6);
    await store.applyLedger(ledger, ORIGIN);
    const standings = (await store.caseRecords()).map((held) => ({ ...held.row, progress: progressOf(held) }));
    expect(standings.length).toBeGreaterThan(1_500);
    const quarter = dueQuarter(standings[0]?.progress ?? progressOf({ row: aCase(), events: [] }));
    const parts = [
      { query: SUMS, cases: standings },
      {
        query: { ...SUMS, quarter: quarter === null ? [] : [quarter], severity: "general" as const },
        cases: standings.filter(({ progress }) => dueQuarter(progress) === quarter && progress.severity === "general"),
      },
    ];
    for (const { query, cases } of parts) {
      const expected = toRectificationFacts(cases, now.toISOString());
      expect(byKey(await store.rectificationFacts(query, now.toISOString()))).toEqual(byKey(expected));
      expect(byKey(await store.rectificationFixTimes(query))).toEqual(byKey(toFixTimes(cases)));
      expect(await store.rectificationArrivals(query)).toEqual(countArrivals(cases));
      const ids = new Set(cases.map(({ id }) => id));
      const relapses = findRelapses(standings, () => DEFAULT_RULES.relapseDays).filter(({ caseId }) => ids.has(caseId));
      expect(byKey(await store.rectificationRelapses(query))).toEqual(byKey(relapses));
    }
  });

  const lists = { "newest dispatch first": false, "open ones, the first to fall due first": true };
  it.each(Object.entries(lists))("lists %s, and visits each once in pages", async (_list, open) => {
    await store.applyLedger(demoLedgerOfSize(new Date("2026-10-08T09:30:00Z"), 6), ORIGIN);
    const whole = await store.rectifications({ ...ALL, open, limit: 5_000 });
    expect([whole.rows.length, whole.next]).toEqual([whole.total, null]);
    const moments = whole.rows.map(({ progress, foundAt }) =>
      open ? (progress.dueAt ?? "") : (progress.dispatchedAt ?? foundAt),
    );
    expect(moments).toEqual(open ? [...moments].sort() : [...moments].sort().reverse());
    expect(whole.rows.some(({ progress }) => progress.state === "passed")).toBe(!open);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await store.rectifications({ ...ALL, open, limit: open ? 7 : 400, after });
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual(whole.rows.map(({ id }) => id));
  });

  it("narrows lists and sums to the days of the closing, however many cases were dispatched later", async () => {
    await store.applyLedger(demoLedgerOfSize(new Date("2026-10-08T09:30:00Z"), 6), ORIGIN);
    const closed = (await store.rectifications({ ...ALL, state: ["passed"], limit: 5_000 })).rows;
    const dayOf = ({ progress }: (typeof closed)[number]) => shanghaiDate(progress.closedAt ?? "");
    const days = [...new Set(closed.map(dayOf))].sort();
    const [first = "", next = ""] = days.slice(Math.floor(days.length / 2));
    const expected = closed.filter((row) => dayOf(row) === first);
    const found = await store.rectifications({ ...ALL, closedFrom: first, closedTo: first });
    expect(found.rows).toEqual(expected);
    expect(found.total).toBe(expected.length);
    const since = await store.rectifications({ ...ALL, closedFrom: next, limit: 1 });
    expect(since.total).toBe(closed.filter((row) => dayOf(row) >= next).length);
    const until = await store.rectifications({ ...ALL, closedTo: first, limit: 1 });
    expect(until.total).toBe(closed.filter((row) => dayOf(row) <= first).length);
    const times = await store.rectificationFixTimes({ ...SUMS, closedFrom: first, closedTo: first });
    expect(byKey(times)).toEqual(byKey(toFixTimes(expected)));
  });

  it("filters by unit, side, kind of error, source and state", async () => {
    await store.applyLedger(
      aLedger({
        rectificationCases: [
          aCase(),
          aCase({ id: "c2", unitId: "u2", errorType: "brokenLink", source: "inspection" }),
          aCase({ id: "c3", unitId: "u3", severity: "serious" }),
        ],
        rectificationEvents: [...logOf("c1", LOG), ...logOf("c2", LOG.slice(0, 1))],
      }),
      ORIGIN,
    );
    const found = async (query: Partial<typeof ALL>) =>
      (await store.rectifications({ ...ALL, ...query })).rows.map(({ id }) => id);
    expect(await found({})).toEqual(["c1", "c2", "c3"]);
    expect(await found({ unit: ["u2"] })).toEqual(["c2"]);
    expect(await found({ side: "department" })).toEqual(["c1", "c3"]);
    expect(await found({ errorType: ["brokenLink"] })).toEqual(["c2"]);
    expect(await found({ source: ["thirdParty"] })).toEqual(["c1", "c3"]);
    expect(await found({ severity: "serious" })).toEqual(["c3"]);
    expect(await found({ state: ["undispatched", "rectifying"] })).toEqual(["c1", "c3"]);
    expect(await found({ open: true })).toEqual(["c1", "c2"]);
  });
});

function byKey<T>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
