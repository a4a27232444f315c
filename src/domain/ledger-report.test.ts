import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicantKindSchema, outcomeLeafSchema } from "./application.ts";
import { anApplication, repliedOn } from "./application-test-builders.ts";
import type { Dispute } from "./dispute.ts";
import { counterOf, reportYear, resultOf, rowsOf, toComputedReport, toCounted } from "./ledger-report.ts";
import { checkReport } from "./reconciliation.ts";
import { formCells } from "./report-form.ts";
import { failuresOf } from "./rule-result.ts";

const YEAR = reportYear(2025, "2026-06-01");
const HEADING = { bodyId: "u1", bodyName: "教育委员会", level: "unit" as const, year: 2025 };

function rows(receivedOn: string, reply: string | null) {
  const counted = toCounted(anApplication({ receivedOn, events: reply === null ? [] : [repliedOn(reply)] }));
  return counted === null ? [] : rowsOf(counted, YEAR);
}

function compute(list: Parameters<typeof toCounted>[0][], year = 2025) {
  const span = reportYear(year, "2026-06-01");
  const applications = list.flatMap((application) => {
    const counted = toCounted(application);
    const at = counted === null ? [] : rowsOf(counted, span);
    return counted === null || at.length === 0
      ? []
      : [{ applicantKind: counted.applicantKind, rows: at, applications: 1 }];
  });
  return toComputedReport({ ...HEADING, year }, { applications, disputes: [], ledgerFrom: null }, "2026-06-01");
}

describe("table 三 from the ledger", () => {
  it("counts an application by its days: received, carried over, closed, carried forward", () => {
    expect(rows("2025-03-03", "2025-03-20")).toEqual(["newReceived", "granted", "outcomeTotal"]);
    expect(rows("2024-12-20", "2025-01-10")).toEqual(["carriedOver", "granted", "outcomeTotal"]);
    expect(rows("2025-12-20", "2026-01-10")).toEqual(["newReceived", "carriedForward"]);
    expect(rows("2024-12-20", null)).toEqual(["carriedOver", "carriedForward"]);
    expect(rows("2024-03-03", "2024-12-31")).toEqual([]);
    expect(rows("2026-01-01", null)).toEqual([]);
  });

  it("has every cell of tables 三 and 四 as a number, and none of table 二", () => {
    const { report, notComputable } = compute([]);
    const expected = formCells("2021").filter(({ table }) => table !== "t2");
    expect(Object.keys(report.cells).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(new Set(Object.values(report.cells))).toEqual(new Set(["0"]));
    expect(notComputable).toEqual(["t2"]);
  });

  it("joins 其他处理 into one row in the trial form", () => {
    const { report } = compute(
      [anApplication({ receivedOn: "2020-03-02", events: [repliedOn("2020-03-20", "other.misc")] })],
      2020,
    );
    expect(report.form).toBe("2019");
    expect(report.cells["t3.other.all.total"]).toBe("1");
    expect(report.cells["t3.other.misc.total"]).toBeUndefined();
  });

  it("counts up to today while the year lasts", () => {
    expect(reportYear(2026, "2026-06-01")).toEqual({ start: "2026-01-01", end: "2026-06-01" });
  });

  it("satisfies every rule of the form, whatever the ledger holds", () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2024, 6, 1 + n)).toISOString().slice(0, 10));
    const entry = fc.record({
      receivedOn: day,
      reply: fc.option(fc.tuple(day, fc.constantFrom(...outcomeLeafSchema.options))),
      applicantKind: fc.constantFrom(...applicantKindSchema.options),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const list = entries.map(({ receivedOn, reply, applicantKind }) =>
          anApplication({
            receivedOn,
            applicantKind,
            events: reply === null || reply[0] < receivedOn ? [] : [repliedOn(reply[0], reply[1])],
          }),
        );
        const failed = failuresOf(checkReport(compute(list).report, {})).map(({ ruleId }) => ruleId);
        expect(failed.filter((rule) => rule !== "R10" && rule !== "R6")).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("names what stands behind a cell", () => {
    const counted = toCounted(anApplication({ events: [repliedOn("2025-03-20")] }));
    const counts = (cell: string) => {
      const counter = counterOf(cell, YEAR);
      return counter?.kind === "application" && counted !== null ? counter.counts(counted) : counter;
    };
    expect(counts("t3.granted.naturalPerson")).toBe(true);
    expect(counts("t3.outcomeTotal.total")).toBe(true);
    expect(counts("t3.granted.commercial")).toBe(false);
    expect(counts("t2.licensing.decisions")).toBeNull();
  });
});

describe("table 四 from the ledger", () => {
  const dispute = (changes: Partial<Dispute>): Dispute => ({
    id: "d1",
    applicationId: null,
    unitId: "u1",
    kind: "reconsideration",
    cause: "other",
    filedOn: "2025-05-20",
    result: "corrected",
    concludedOn: "2025-07-01",
    ...changes,
  });

  it("counts the results of the year and what is pending at its end, which comes again the year after", () => {
    const over = dispute({ filedOn: "2025-11-20", concludedOn: "2026-02-01" });
    expect(resultOf(dispute({}), YEAR)).toBe("corrected");
    expect(resultOf(over, YEAR)).toBe("pending");
    expect(resultOf(over, reportYear(2026, "2026-06-01"))).toBe("corrected");
    expect(resultOf(over, reportYear(2024, "2026-06-01"))).toBeNull();
    expect(resultOf(dispute({ result: null, concludedOn: null }), YEAR)).toBe("pending");
  });

  it("names what stands behind a cell", () => {
    const counter = counterOf("t4.reconsideration.corrected", YEAR);
    expect(counter?.kind === "dispute" && counter.counts(dispute({}))).toBe(true);
    expect(counter?.kind === "dispute" && counter.counts(dispute({ kind: "litigationDirect" }))).toBe(false);
  });
});
