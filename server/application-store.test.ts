import { describe, expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import type { Application } from "#domain/application.ts";
import { anApplication, extendedOn, repliedOn } from "#domain/application-test-builders.ts";
import { EMPTY_LEDGER, type Ledger } from "#domain/ledger.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { demoLedger } from "./demo-district.ts";
import { aLedger, anAnnualReport } from "./ledger-builders.ts";
import type { LedgerOrigin } from "./store.ts";
import { UnknownReference } from "./store-refusal.ts";
import { describeStores, openSqlite } from "./stores-for-tests.ts";

const NOW = "2025-05-30T01:00:00.000Z";
const ORIGIN: LedgerOrigin = { name: "申请台账.xlsx", asOf: NOW, importedAt: NOW, demo: false };
const FLOW = contract.applicationFacts.query.parse({});
const DUE = contract.applicationsDue.query.parse({});

/** One closed in time, one late, one extended, three open, one of them not confirmed. */
const APPLICATIONS: Application[] = [
  anApplication({ id: "a1", receivedOn: "2024-12-23", events: [repliedOn("2025-01-10")] }),
  anApplication({
    id: "a2",
    unitId: "u2",
    applicantKind: "commercial",
    events: [repliedOn("2025-04-10", "refused.stateSecret")],
  }),
  anApplication({ id: "a3", events: [extendedOn("2025-03-20", 10), repliedOn("2025-04-08")] }),
  anApplication({ id: "a4", receivedOn: "2025-05-06" }),
  anApplication({ id: "a5", unitId: "u2", receivedOn: "2025-04-01" }),
  anApplication({ id: "a6", channel: "electronic", receivedOn: "2025-05-29" }),
];
const DISPUTES: Ledger["disputes"] = [
  {
    id: "d1",
    applicationId: "a2",
    unitId: "u2",
    kind: "reconsideration",
    cause: "refused",
    filedOn: "2025-04-20",
    result: null,
    concludedOn: null,
  },
  {
    id: "d2",
    applicationId: null,
    unitId: "u1",
    kind: "litigationDirect",
    cause: "other",
    filedOn: "2024-10-08",
    result: "upheld",
    concludedOn: "2025-02-03",
  },
];
const MOCKS: Ledger["mockInspections"] = [
  { year: 2025, round: 1, unitId: "u1", sentOn: "2025-03-10", covered: true, answeredInTime: true, formErrors: 0 },
  { year: 2024, round: 2, unitId: "u2", sentOn: "2024-10-14", covered: false, answeredInTime: null, formErrors: null },
];

function filled(changes: Partial<Ledger> = {}): Ledger {
  return aLedger({ applications: APPLICATIONS, disputes: DISPUTES, mockInspections: MOCKS, ...changes });
}

describeStores("%s store", { origin: ORIGIN }, (store) => {
  const fill = (changes: Partial<Ledger> = {}) => store.applyLedger(filled(changes), ORIGIN);

  it("takes the same ledger twice without change, and a corrected row as a change", async () => {
    expect((await fill()).applications).toEqual({ added: 6, changed: 0, unchanged: 0 });
    const again = await fill();
    expect([again.applications, again.disputes, again.mockInspections]).toEqual([
      { added: 0, changed: 0, unchanged: 6 },
      { added: 0, changed: 0, unchanged: 2 },
      { added: 0, changed: 0, unchanged: 2 },
    ]);
    const closed = anApplication({ id: "a4", receivedOn: "2025-05-06", events: [repliedOn("2025-05-20")] });
    const later = await store.applyLedger({ ...EMPTY_LEDGER, applications: [closed] }, ORIGIN);
    expect(later.applications).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const facts = await store.applicationFacts(FLOW, NOW);
    expect(facts.reduce((sum, { received }) => sum + received, 0)).toBe(5);
    expect((await store.sources({})).find(({ topic }) => topic === "applications")?.rows).toBe(10);
    expect((await store.applicationOwners()).get("a2")).toBe("u2");
  });

  it("refuses a unit or an application that nobody knows", async () => {
    const stray = fill({ applications: [anApplication({ unitId: "u9" })], disputes: [] });
    await expect(stray).rejects.toThrow(UnknownReference);
    await expect(fill({ applications: [] })).rejects.toThrow("a2");
    expect(await store.units({})).toEqual([]);
  });

  it("adds facts that balance in each quarter, by unit, kind and outcome", async () => {
    await fill();
    const q2 = await store.applicationFacts({ ...FLOW, quarter: [quarter("2025Q2")] }, NOW);
    expect(q2).toEqual([
      fact("u1", "naturalPerson", null, "open", [1, 0, 1]),
      fact("u1", "naturalPerson", "granted", "onTime", [0, 1, 1]),
      fact("u2", "commercial", "refused.stateSecret", "late", [0, 1, 0]),
      fact("u2", "naturalPerson", null, "openOverdue", [1, 0, 1]),
    ]);
    const units = await store.applicationFacts({ ...FLOW, unit: ["u2"] }, NOW);
    expect(new Set(units.map(({ unitId }) => unitId))).toEqual(new Set(["u2"]));
    expect(await store.applicationFacts({ ...FLOW, side: "township" }, NOW)).toEqual(units);
  });

  it("lists what is open, the least time left first, page by page", async () => {
    await fill();
    const all = await store.applicationsDue(DUE, NOW);
    expect(all.rows.map(({ id, state, clock }) => [id, state, clock.dueOn, clock.remainingDays])).toEqual([
      ["a5", "inProgress", "2025-04-29", -20],
      ["a4", "inProgress", "2025-06-04", 2],
      ["a6", "awaitingConfirmation", null, null],
    ]);
    const first = await store.applicationsDue({ ...DUE, limit: 2 }, NOW);
    expect([first.rows.length, first.total]).toEqual([2, 3]);
    const rest = await store.applicationsDue({ ...DUE, limit: 2, after: first.next ?? "" }, NOW);
    expect(rest).toMatchObject({ rows: [{ id: "a6" }], next: null });
    expect((await store.applicationsDue({ ...DUE, unit: ["u2"] }, NOW)).total).toBe(1);
  });

  it("judges what is open at the moment of asking", async () => {
    await fill();
    const { rows } = await store.applicationsDue(DUE, "2025-06-05T01:00:00.000Z");
    expect(rows.find(({ id }) => id === "a4")?.clock).toMatchObject({ remainingDays: -1, timeliness: "openOverdue" });
  });

  it("gives one application with its log and how its period was counted", async () => {
    await fill();
    const one = await store.application({ id: "a3" }, NOW);
    expect(one).toMatchObject({ id: "a3", state: "closed", clock: { usedDays: 25, dueOn: "2025-04-15" } });
    expect(one.events.map(({ kind }) => kind)).toEqual(["extended", "replied"]);
    expect(one.explanation.some(({ article }) => article === "第三十三条")).toBe(true);
    expect(contract.application.reply.parse(one)).toEqual(one);
    await expect(store.application({ id: "a9" }, NOW)).rejects.toMatchObject({ code: "unknownCase" });
  });

  it("adds reply times by unit and quarter of the reply", async () => {
    await fill();
    const times = await store.applicationReplyTimes(FLOW);
    expect(
      times.map(({ quarter: at, unitId, workingDays, extended, late }) => [at, unitId, workingDays, extended, late]),
    ).toEqual([
      ["2025Q1", "u1", 13, false, false],
      ["2025Q2", "u1", 25, true, false],
      ["2025Q2", "u2", 27, false, true],
    ]);
    expect(await store.applicationReplyTimes({ ...FLOW, quarter: [quarter("2025Q1")] })).toEqual(times.slice(0, 1));
  });

  it("counts disputes by quarter, and tells the application where it is known", async () => {
    await fill();
    const facts = await store.disputeFacts({ ...FLOW, quarter: [quarter("2025Q1"), quarter("2025Q2")] }, NOW);
    expect(
      facts.map(({ quarter: at, unitId, kind, filed, upheld, pending }) => [at, unitId, kind, filed, upheld, pending]),
    ).toEqual([
      ["2025Q1", "u1", "litigationDirect", 0, 1, 0],
      ["2025Q2", "u2", "reconsideration", 1, 0, 1],
    ]);
    const rows = await store.disputes(FLOW);
    expect(rows.map(({ id, application }) => [id, application])).toEqual([
      ["d1", { receivedOn: "2025-03-03", repliedOn: "2025-04-10", outcome: "refused.stateSecret" }],
      ["d2", null],
    ]);
    expect((await store.disputes({ ...FLOW, quarter: [quarter("2024Q4")] })).map(({ id }) => id)).toEqual(["d2"]);
  });

  it("lists mock applications, oldest round first", async () => {
    await fill();
    const query = contract.mockInspections.query.parse({});
    expect(await store.mockInspections(query)).toEqual([MOCKS[1], MOCKS[0]]);
    expect(await store.mockInspections({ ...query, year: ["2025"] })).toEqual([MOCKS[0]]);
  });

  it("computes tables 三 and 四 of a unit and of the roll-up, and names what stands behind a cell", async () => {
    await fill({
      annualReports: [anAnnualReport({ bodyId: "district", bodyName: "示范区（汇总）", level: "rollUp" })],
    });
    const unit = await store.computedReport({ body: "u1", year: "2025" }, NOW);
    expect(unit).toMatchObject({ countedTo: "2025-05-30", ledgerFrom: "2024-12-23", applications: 3, disputes: 1 });
    expect(unit.report).toMatchObject({ bodyId: "u1", level: "unit", year: 2025, form: "2021" });
    const cell = (id: string) => unit.report.cells[id];
    expect(
      ["newReceived", "carriedOver", "granted", "outcomeTotal", "carriedForward"].map((row) => cell(`t3.${row}.total`)),
    ).toEqual(["2", "1", "2", "2", "1"]);
    expect(cell("t4.litigationDirect.upheld")).toBe("1");
    const all = await store.computedReport({ body: "district", year: "2025" }, NOW);
    expect(all.report).toMatchObject({ bodyName: "示范区（汇总）", level: "rollUp" });
    expect(all.report.cells["t3.newReceived.total"]).toBe("4");
    expect(all.report.cells["t4.reconsideration.pending"]).toBe("1");
    await expect(store.computedReport({ body: "nobody", year: "2025" }, NOW)).rejects.toMatchObject({
      code: "unknownBody",
    });
    const behind = (id: string) =>
      store.computedReportCell({ body: "district", year: "2025", cell: id, limit: 2 }, NOW);
    const first = await behind("t3.newReceived.total");
    expect([first.total, first.rows.map(({ id }) => id)]).toEqual([4, ["a2", "a3"]]);
    const query = { body: "district", year: "2025", cell: "t3.newReceived.total", limit: 2, after: first.next ?? "" };
    expect((await store.computedReportCell(query, NOW)).rows).toEqual([
      { kind: "application", id: "a5", unitId: "u2", from: "2025-04-01", to: null },
      { kind: "application", id: "a4", unitId: "u1", from: "2025-05-06", to: null },
    ]);
    expect((await behind("t4.reconsideration.pending")).rows).toMatchObject([{ kind: "dispute", id: "d1", to: null }]);
    expect(await behind("t2.licensing.decisions")).toEqual({ rows: [], total: 0, next: null });
  });

  function quarter(text: string) {
    return contract.applicationFacts.query.parse({ quarter: text }).quarter[0] ?? (FLOW.quarter[0] as never);
  }

  function fact(
    unitId: string,
    applicantKind: string,
    outcome: string | null,
    timeliness: string,
    counts: [number, number, number],
  ) {
    const [received, carriedOver, due] = counts;
    return { quarter: "2025Q2", unitId, applicantKind, outcome, timeliness, received, carriedOver, due };
  }
});

describe("on any store", () => {
  it("the demonstration district has the same figures", async () => {
    const now = new Date("2026-11-16T01:30:00.000Z");
    const ledger = demoLedger(now);
    const memory = memoryStore(ledger, ORIGIN);
    const sqlite = await openSqlite("demo");
    await sqlite.applyLedger(ledger, ORIGIN);
    const at = now.toISOString();
    expect(await sqlite.applicationFacts(FLOW, at)).toEqual(await memory.applicationFacts(FLOW, at));
    expect(await sqlite.applicationReplyTimes(FLOW)).toEqual(await memory.applicationReplyTimes(FLOW));
    expect(await sqlite.applicationsDue(DUE, at)).toEqual(await memory.applicationsDue(DUE, at));
    expect(await sqlite.disputeFacts(FLOW, at)).toEqual(await memory.disputeFacts(FLOW, at));
    expect(await sqlite.disputes(FLOW)).toEqual(await memory.disputes(FLOW));
    const report = { body: "district", year: "2025" };
    expect(await sqlite.computedReport(report, at)).toEqual(await memory.computedReport(report, at));
    await sqlite.close();
  });

  it("computes table 三 of 5,000 applications; the time is printed and never fails", async () => {
    const kinds = ["naturalPerson", "commercial", "legalService"] as const;
    const applications = Array.from({ length: 5_000 }, (_, at) => {
      const receivedOn = new Date(Date.UTC(2025, 0, 2 + (at % 340))).toISOString().slice(0, 10);
      const reply = new Date(Date.parse(receivedOn) + 14 * 86_400_000).toISOString().slice(0, 10);
      const events = at % 25 === 0 ? [] : [repliedOn(reply)];
      return anApplication({
        id: `p${at}`,
        unitId: at % 2 === 0 ? "u1" : "u2",
        applicantKind: kinds[at % 3] ?? "research",
        receivedOn,
        events,
      });
    });
    const sqlite = await openSqlite("many");
    const annualReports = [anAnnualReport({ bodyId: "district", level: "rollUp" })];
    await sqlite.applyLedger(filled({ applications: [...APPLICATIONS, ...applications], annualReports }), ORIGIN);
    const query = { body: "district", year: "2025" };
    const at = "2026-02-01T01:00:00.000Z";
    await sqlite.computedReport(query, at);
    const before = process.cpuUsage();
    const { report } = await sqlite.computedReport(query, at);
    const { user, system } = process.cpuUsage(before);
    console.info(`table 三 of 5,000 applications: ${((user + system) / 1000).toFixed(1)} ms CPU`);
    const factsFrom = process.cpuUsage();
    await sqlite.applicationFacts(FLOW, at);
    const facts = process.cpuUsage(factsFrom);
    console.info(`facts of all their quarters: ${((facts.user + facts.system) / 1000).toFixed(1)} ms CPU`);
    expect(report.cells["t3.newReceived.total"]).toBe("5004");
    await sqlite.close();
  });
});
