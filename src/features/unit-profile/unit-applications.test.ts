import { expect, it } from "vitest";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { toQuarter } from "#domain/quarter.ts";
import { fromLedger } from "./unit-applications.ts";

const fact = (changes: Partial<ApplicationFact>): ApplicationFact => ({
  quarter: toQuarter(2026, 1),
  unitId: "u1",
  applicantKind: "naturalPerson",
  outcome: null,
  timeliness: "open",
  received: 0,
  carriedOver: 0,
  due: 0,
  ...changes,
});

it("counts an application that runs through two quarters once, and balances", () => {
  const facts = [
    fact({ received: 1 }),
    fact({ quarter: toQuarter(2026, 2), carriedOver: 1, outcome: "granted", timeliness: "onTime" }),
    fact({ quarter: toQuarter(2026, 2), outcome: "granted", timeliness: "onTime", due: 1 }),
  ];
  expect(fromLedger(facts, [toQuarter(2026, 1), toQuarter(2026, 2)])).toMatchObject({
    period: "2026年一至二季度",
    due: "1",
    closed: "1",
    carriedForward: "0",
    outcomes: [{ label: "予以公开", text: "1" }],
    onTime: "1/1",
  });
});

it("says 0 of a unit without any, for a ledger says so", () => {
  expect(fromLedger([], [toQuarter(2026, 1)])).toMatchObject({ period: "2026年一季度", due: "0", onTime: null });
});
