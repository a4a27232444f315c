import { describe, expect, it } from "vitest";
import type { Inspection } from "./inspection.ts";
import {
  compareRegister,
  frozenSources,
  type HeldInspection,
  type PublishedGrounds,
  unitsAsPublished,
} from "./publication.ts";
import { toQuarter } from "./quarter.ts";
import { groundsOf, scoreQuarter } from "./quarter-result.ts";
import type { Source } from "./source.ts";
import { aCoverage, aScheme, aUnit } from "./test-builders.ts";

const Q3 = toQuarter(2025, 3);

const inspection: Inspection = {
  quarter: Q3,
  kind: "quarterly",
  name: "三季度检查",
  schemeId: "s1",
  periodStart: "2025-07-01",
  periodEnd: "2025-09-30",
  status: "published",
  publishedOn: "2025-10-09",
};

function aSource(asOf: string): Source {
  return { topic: "inspections", name: "台账.xlsx", asOf, importedAt: asOf, rows: 9, demo: false };
}

function grounds(changes: Partial<PublishedGrounds> = {}): PublishedGrounds {
  return {
    revision: 1,
    publishedAt: "2025-10-09T02:00:00Z",
    reason: null,
    sources: [aSource("2025-10-08T09:30:00Z")],
    changedUnits: [],
    laterUnits: [],
    ...changes,
  };
}

function published(changes: Partial<PublishedGrounds> = {}): HeldInspection {
  return { ...inspection, publication: grounds(changes) };
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

describe("the register of a published quarter", () => {
  const frozen = [aUnit({ id: "u1" }), aUnit({ id: "u2", order: 2, name: "民政局" })];
  const today = [
    aUnit({ id: "u1", name: "教育局" }),
    aUnit({ id: "u3", order: 3 }),
    aUnit({ id: "u4", order: 4, activeFrom: "2026-01-01" }),
  ];

  it("keeps only what today's register says otherwise, and gives the frozen one back", () => {
    const kept = compareRegister({ inspection, units: frozen }, today, equal);
    expect(kept.changedUnits.map((unit) => unit.id)).toEqual(["u1", "u2"]);
    expect(kept.laterUnits).toEqual(["u3"]);
    const rebuilt = unitsAsPublished(today, grounds(kept)).filter((unit) => unit.id !== "u4");
    expect(rebuilt).toEqual(frozen);
  });

  it("is today's register itself where nothing changed", () => {
    expect(unitsAsPublished(frozen, grounds())).toBe(frozen);
    expect(unitsAsPublished(frozen, undefined)).toBe(frozen);
  });

  it("is what the quarter is scored with: a unit registered later is not due in it", () => {
    const kept = compareRegister({ inspection, units: frozen }, today, equal);
    const facts = { units: today, schemes: [aScheme()], coverage: [aCoverage({ quarter: Q3 })], totals: [] };
    const result = scoreQuarter(Q3, { ...facts, inspections: [published(kept)] });
    expect(result?.units.map((unit) => unit.name)).toEqual(["教育委员会", "民政局"]);
  });
});

describe("the age of published figures", () => {
  it("is the newest that one of the quarters was frozen with", () => {
    const newer = published({ sources: [aSource("2025-10-10T09:30:00Z")] });
    expect(frozenSources([published(), newer])?.map((source) => source.asOf)).toEqual(["2025-10-10T09:30:00Z"]);
  });

  it("is that of the live ledger as soon as one quarter is not published", () => {
    expect(frozenSources([published(), inspection])).toBeNull();
    expect(frozenSources([])).toBeNull();
  });

  it("comes with the corrections, named by their quarter", () => {
    const facts = { units: [], schemes: [aScheme()], coverage: [], totals: [] };
    const result = scoreQuarter(Q3, { ...facts, inspections: [published({ revision: 3 })] });
    expect(groundsOf(result ? [result] : []).corrections).toEqual(["2025年三季度更正第 2 次"]);
  });
});
