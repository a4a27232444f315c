import { expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import { clockAt, isOverdue } from "#domain/rectification-clock.ts";
import { demoLedger } from "./demo-district.ts";
import { demoOrigin } from "./demo-origin.ts";
import { aCase, aLedger } from "./ledger-builders.ts";
import { refreshDemo } from "./refresh-demo.ts";
import type { Store } from "./store.ts";
import { describeStores } from "./stores-for-tests.ts";

const MADE = new Date("2026-11-16T01:30:00Z");
const LATER = new Date("2026-11-19T07:00:00Z");
const OPEN = contract.rectifications.query.parse({ open: "true", limit: "5000" });
const ALL = contract.rectifications.query.parse({ limit: "5000" });
const DEMO = demoLedger(MADE);

async function openAt(store: Store, now: Date) {
  const { rows } = await store.rectifications(OPEN);
  return {
    open: rows.length,
    overdue: rows.filter((row) => isOverdue(clockAt(row.progress, now.toISOString()))).length,
  };
}

describeStores("a kept demonstration (%s)", { origin: demoOrigin(MADE) }, (store) => {
  it("is left alone while it is fresh", async () => {
    await store.applyLedger(DEMO, demoOrigin(MADE));
    expect(await refreshDemo(store, new Date(MADE.getTime() + 3_600_000))).toBeNull();
    expect((await store.rectifications(ALL)).total).toBe(DEMO.rectificationCases.length);
  });

  it("has its open cases around their limits again days later, and nothing else changed", async () => {
    await store.applyLedger(DEMO, demoOrigin(MADE));
    expect((await openAt(store, LATER)).overdue).toBeGreaterThan(25);
    const findings = await store.findings(contract.findings.query.parse({}));
    expect(await refreshDemo(store, LATER)).toBeGreaterThan(1_800);
    expect(await openAt(store, LATER)).toEqual({ open: 40, overdue: 4 });
    expect(await store.findings(contract.findings.query.parse({}))).toEqual(findings);
    const source = (await store.sources({})).find(({ topic }) => topic === "rectifications");
    expect(source).toMatchObject({ importedAt: LATER.toISOString(), asOf: LATER.toISOString(), demo: true });
    expect(await refreshDemo(store, LATER)).toBeNull();
  });

  it("gets cases where it was filled before there were any", async () => {
    await store.applyLedger({ ...DEMO, rectificationCases: [], rectificationEvents: [] }, demoOrigin(MADE));
    expect((await store.rectifications(ALL)).total).toBe(0);
    await refreshDemo(store, LATER);
    expect(await openAt(store, LATER)).toEqual({ open: 40, overdue: 4 });
  });

  it("never touches real data, nor an empty store", async () => {
    expect(await refreshDemo(store, LATER)).toBeNull();
    await store.applyLedger(aLedger({ rectificationCases: [aCase()] }), { ...demoOrigin(MADE), demo: false });
    expect(await refreshDemo(store, LATER)).toBeNull();
    expect((await store.rectifications(ALL)).rows.map(({ id }) => id)).toEqual(["c1"]);
  });
});
