import { expect, it } from "vitest";
import { contract } from "#api/contract.ts";
import type { FindingRecheck } from "#domain/finding-recheck.ts";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { toPoints } from "#domain/points.ts";
import { aFinding, aLedger } from "./ledger-builders.ts";
import type { LedgerOrigin } from "./store.ts";
import { UnknownReference } from "./store-refusal.ts";
import { describeStores } from "./stores-for-tests.ts";

const NOW = "2025-11-02T01:00:00.000Z";
const ORIGIN: LedgerOrigin = { name: "回头看.xlsx", asOf: NOW, importedAt: NOW, demo: false };
const ALL = contract.recheckTotals.query.parse({});

function aLook(findingId: string, recheckedOn: string, result: FindingRecheck["result"]): FindingRecheck {
  return { findingId, recheckedOn, result, by: "示例测评机构", note: null };
}

const findings = [
  aFinding({ id: "f1" }),
  aFinding({ id: "f2", points: toPoints(0.5) }),
  aFinding({ id: "f3", status: "exempted" }),
  aFinding({ id: "f4", unitId: "u2" }),
];
const looks = [
  aLook("f1", "2025-10-25", "notFixed"),
  aLook("f1", "2025-11-01", "fixed"),
  aLook("f2", "2025-10-25", "notFixed"),
  aLook("f3", "2025-10-25", "notFixed"),
  aLook("f4", "2025-10-25", "fixed"),
];

describeStores("%s store", { origin: ORIGIN }, (store) => {
  const fill = () => store.applyLedger(aLedger({ findings, findingRechecks: looks }), ORIGIN);

  it("adds by the latest look at each finding, and leaves exempted findings out", async () => {
    await fill();
    expect(await store.recheckTotals(ALL)).toEqual([
      { quarter: "2025Q3", unitId: "u1", indicatorId: "i1", fixed: 1, notFixed: 1, pointsLeft: toPoints(0.5) },
      { quarter: "2025Q3", unitId: "u2", indicatorId: "i1", fixed: 1, notFixed: 0, pointsLeft: 0 },
    ]);
  });

  it("narrows by quarter, unit and side", async () => {
    await fill();
    expect(await store.recheckTotals(contract.recheckTotals.query.parse({ quarter: "2025Q2" }))).toEqual([]);
    const townships = await store.recheckTotals(contract.recheckTotals.query.parse({ side: "township" }));
    expect(townships.map((total) => total.unitId)).toEqual(["u2"]);
    expect(await store.recheckTotals(contract.recheckTotals.query.parse({ unit: "u1" }))).toHaveLength(1);
  });

  it("the same looks twice change nothing, and a look at an unknown finding is refused whole", async () => {
    await fill();
    const again = await store.applyLedger({ ...EMPTY_LEDGER, findingRechecks: looks }, ORIGIN);
    expect(again.findingRechecks).toEqual({ added: 0, changed: 0, unchanged: 5 });
    const stranger = { ...EMPTY_LEDGER, findingRechecks: [aLook("f9", "2025-10-25", "fixed")] };
    await expect(store.applyLedger(stranger, ORIGIN)).rejects.toThrow(UnknownReference);
    expect(await store.findingIds()).toHaveLength(4);
  });
});
