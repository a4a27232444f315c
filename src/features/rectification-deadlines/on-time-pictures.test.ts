import { expect, it } from "vitest";
import { toQuarter } from "#domain/quarter.ts";
import type { RectificationFact } from "#domain/rectification-facts.ts";
import type { Unit } from "#domain/unit.ts";
import { toOnTimePictures } from "./on-time-pictures.ts";

function aFact(unitId: string, onTime: number, late: number): RectificationFact[] {
  const base = { quarter: toQuarter(2026, 3), unitId, severity: "general", rechecks: 0, failedRechecks: 0 } as const;
  const part = (outcome: "verifiedOnTime" | "verifiedLate", cases: number): RectificationFact => ({
    ...base,
    outcome,
    cases,
    reported: cases,
    reportedOnTime: outcome === "verifiedOnTime" ? cases : 0,
    rechecked: cases,
  });
  return [part("verifiedOnTime", onTime), part("verifiedLate", late)];
}

function aUnit(id: string, kind: Unit["kind"], order: number): Unit {
  return {
    id,
    name: `清源区${id}`,
    shortName: id,
    pinyin: id,
    kind,
    class: "一类",
    order,
    activeFrom: null,
    activeTo: null,
  };
}

const UNITS = [aUnit("区水利局", "department", 1), aUnit("归雁镇", "township", 2), aUnit("竹影镇", "township", 3)];
const FACTS = [...aFact("区水利局", 9, 1), ...aFact("归雁镇", 3, 2), ...aFact("竹影镇", 1, 0)];
const WORDS = {
  measure: "verified",
  quarters: "2026年三季度",
  caption: "全部 3 家",
  noteOf: (few: number) => `${few} 家不计率`,
} as const;

it("each side has a picture of its own that counts its own cases and names its own lowest", () => {
  const [departments, townships] = toOnTimePictures(FACTS, UNITS, WORDS);
  expect(departments).toMatchObject({ suffix: "部门", caption: "全部 3 家 · 部门", note: "0 家不计率" });
  expect(departments?.finding).toContain("90.0%（9/10 条）");
  expect(townships?.title).toBe("镇街按时整改率（2026年三季度，从低到高）");
  expect(townships?.finding).toContain("66.7%（4/6 条）；最低归雁镇 60.0%（3/5）");
  expect(townships).toMatchObject({ note: "1 家不计率" });
  expect(townships?.series.rows.map(({ name }) => name)).toEqual(["归雁镇"]);
});

it("where one side has no rate the figure stays whole", () => {
  expect(toOnTimePictures(aFact("归雁镇", 3, 2), UNITS, WORDS)).toEqual([]);
});
