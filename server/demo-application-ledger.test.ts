import { describe, expect, test } from "vitest";
import { contract } from "#api/contract.ts";
import { applicationSchema } from "#domain/application.ts";
import { clockOn } from "#domain/application-clock.ts";
import { balanceOf, factsOf } from "#domain/application-facts.ts";
import { readHistory } from "#domain/application-history.ts";
import { disputeSchema } from "#domain/dispute.ts";
import { mockInspectionSchema, toMockRounds } from "#domain/mock-inspection.ts";
import { quartersOf } from "#domain/quarter.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { ROLL_UP_ID } from "./demo-annual-reports.ts";
import { demoLedger } from "./demo-district.ts";
import { demoOrigin } from "./demo-origin.ts";

const NOW = new Date("2026-11-16T01:30:00.000Z");
const TODAY = "2026-11-16";
const ledger = demoLedger(NOW);
const { applications, disputes, mockInspections } = ledger;
const store = memoryStore(ledger, demoOrigin(NOW));

async function differences(body: string, year: number) {
  const query = contract.computedReport.query.parse({ body, year: String(year) });
  const { report } = await store.computedReport(query, NOW.toISOString());
  const printed = ledger.annualReports.find((entry) => entry.bodyId === body && entry.year === year);
  return Object.entries(report.cells)
    .filter(([cell, text]) => printed?.cells[cell] !== text)
    .map(([cell, text]) => `${cell}: ${printed?.cells[cell]} → ${text}`);
}

describe("the demonstration applications", () => {
  test("have the agreed shape and numbers of their own", () => {
    for (const row of applications) expect(applicationSchema.parse(row)).toEqual(row);
    for (const row of disputes) expect(disputeSchema.parse(row)).toEqual(row);
    for (const row of mockInspections) expect(mockInspectionSchema.parse(row)).toEqual(row);
    expect(new Set(applications.map(({ id }) => id)).size).toBe(applications.length);
    expect(new Set(disputes.map(({ id }) => id)).size).toBe(disputes.length);
  });

  test("tell histories that could have happened, none of it after today", () => {
    for (const application of applications) {
      expect({ id: application.id, faults: readHistory(application, "9999-12-31").faults }).toEqual({
        id: application.id,
        faults: [],
      });
      expect(application.events.every(({ on }) => on <= TODAY)).toBe(true);
    }
  });

  test("agree with the annual reports of three years but for the named differences", async () => {
    expect(await differences(ROLL_UP_ID, 2023)).toEqual([]);
    expect(await differences(ROLL_UP_ID, 2024)).toEqual([
      "t3.newReceived.naturalPerson: 330 → 329",
      "t3.newReceived.commercial: 33 → 34",
      "t3.granted.naturalPerson: 175 → 174",
      "t3.granted.commercial: 18 → 19",
      "t3.outcomeTotal.naturalPerson: 330 → 329",
      "t3.outcomeTotal.commercial: 30 → 31",
    ]);
    expect(await differences(ROLL_UP_ID, 2025)).toEqual([
      "t3.granted.naturalPerson: 153 → 152",
      "t3.granted.legalService: 11 → 12",
      "t3.partiallyGranted.naturalPerson: 34 → 35",
      "t3.partiallyGranted.total: 37 → 38",
    ]);
  });

  test("hold a balance in every quarter, and open ones around their limits", () => {
    const facts = applications.flatMap((application) => factsOf(application, TODAY));
    expect(balanceOf(facts, quartersOf(2025))).toEqual({
      received: 398,
      carriedOver: 14,
      closed: 401,
      carriedForward: 11,
    });
    const open = applications.filter(({ events }) => !events.some(({ kind }) => kind === "replied"));
    const clocks = open.map((application) => clockOn(application, TODAY));
    expect(clocks.filter(({ timeliness }) => timeliness === "openOverdue")).toHaveLength(3);
    expect(clocks.filter(({ remainingDays }) => remainingDays !== null && Math.abs(remainingDays) <= 5)).toHaveLength(
      10,
    );
    expect(new Set(clocks.map(({ mode }) => mode))).toEqual(new Set(["running", "paused", "waiting", "notStarted"]));
  });

  test("show the rule change of 2024 in their disputes, some of which are pending", () => {
    const filed = (year: string, kind: string) =>
      disputes.filter((dispute) => dispute.filedOn.startsWith(year) && dispute.kind === kind).length;
    expect(["2023", "2024", "2025"].map((year) => filed(year, "reconsideration"))).toEqual([6, 22, 26]);
    expect(["2023", "2024", "2025"].map((year) => filed(year, "litigationDirect"))).toEqual([8, 2, 2]);
    expect(disputes.filter(({ result }) => result === null)).toHaveLength(9);
  });

  test("hold two rounds of 53 mock applications a year", () => {
    expect(toMockRounds(mockInspections).map(({ year, planned }) => [year, planned])).toEqual([
      [2024, 53],
      [2024, 53],
      [2025, 53],
      [2025, 53],
      [2026, 53],
      [2026, 53],
    ]);
  });
});
