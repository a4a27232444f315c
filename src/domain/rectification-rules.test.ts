import { describe, expect, it } from "vitest";
import type { SheetCell } from "./cell-text.ts";
import { DEFAULT_RULES, freezeTerms, type RectificationRules, rulesAt } from "./rectification.ts";
import type { RectificationEvent } from "./rectification-event.ts";
import { faultOfRules, rulesForDraft, withDefaultRules } from "./rectification-rules.ts";
import { describeRowError } from "./row-error.ts";
import type { SheetSource } from "./sheet-rows.ts";
import { aSheet, readSheets } from "./sheet-test-builders.ts";

const V2: RectificationRules = {
  ...DEFAULT_RULES,
  ruleVersion: "v2",
  effectiveFrom: "2026-01-01T00:00:00.000Z",
  limits: { serious: { kind: "elapsedHours", hours: 12 }, general: { kind: "workingDays", days: 3 } },
};

describe("the versions that hold", () => {
  it("are the default where there are none, and it stays in force until the first of the ledger", () => {
    expect(withDefaultRules([])).toEqual([DEFAULT_RULES]);
    expect(withDefaultRules([V2])).toEqual([DEFAULT_RULES, V2]);
    expect(rulesAt(withDefaultRules([V2]), "2025-12-31T23:59:59Z").ruleVersion).toBe("v1");
  });

  it("stand alone where they go back as far as the default", () => {
    const old = { ...V2, effectiveFrom: "2023-12-31T16:00:00.000Z" };
    expect(withDefaultRules([old])).toEqual([old]);
  });
});

describe("a version", () => {
  it("is never rewritten, because cases carry its name", () => {
    expect(faultOfRules(V2, [DEFAULT_RULES, V2])).toBeNull();
    expect(faultOfRules({ ...V2, relapseDays: 30 }, [V2])).toMatchObject({ column: "ruleVersion" });
    expect(faultOfRules({ ...V2, ruleVersion: "v1" }, [DEFAULT_RULES])?.reason).toContain("规则 v1 已有，内容不同");
  });

  it("has a beginning of its own", () => {
    expect(faultOfRules({ ...V2, ruleVersion: "v3" }, [V2])?.reason).toContain("与规则 v2 的生效时间相同");
  });
});

describe("the sheet 时限规则", () => {
  const HEAD = ["规则版本", "生效时间", "严重时限", "一般时限", "等待复核", "重复天数"];
  const read = (rows: readonly (readonly SheetCell[])[], more: readonly SheetSource[] = []) =>
    readSheets([aSheet("时限规则", HEAD, ...rows), ...more]);

  it("gives versions in the office's time, with the defaults for what is left out", () => {
    const { ledger, errors } = read([["2026-1", "2026-01-01", "12小时", "3个工作日", "", ""]]);
    expect(errors).toEqual([]);
    expect(ledger.rectificationRules).toEqual([
      { ...V2, ruleVersion: "2026-1", effectiveFrom: "2025-12-31T16:00:00.000Z" },
    ]);
  });

  it("names row, column and reason of what it refuses", () => {
    const { ledger, errors } = read([
      ["2026-1", "2026-01-01", "12小时", "很快", "", ""],
      ["2026-2", "2026-02-01", "12小时", "24小时", "不计入", 30],
      ["2026-2", "2026-03-01", "12小时", "24小时", "", ""],
      ["2026-3", "2026-02-01", "12小时", "24小时", "", ""],
    ]);
    expect(ledger.rectificationRules.map(({ ruleVersion }) => ruleVersion)).toEqual(["2026-2"]);
    const words = errors.map(describeRowError);
    expect(words[0]).toMatch(/时限规则.*2.*一般时限.*时限请写成/);
    expect(words[1]).toContain("同一个版本写了两行");
    expect(words[2]).toContain("与规则 2026-2 的生效时间相同");
  });

  it("holds for the cases of the same file", () => {
    const units = aSheet("单位", ["单位名称", "单位性质"], ["归雁镇", "镇街"]);
    const cases = aSheet(
      "错敏信息",
      ["编号", "单位", "错敏字", "发现时间", "级别", "交办时间"],
      ["E1", "归雁镇", "布署", "2025-12-30", "严重", "2025-12-31 10:00"],
      ["E2", "归雁镇", "按装", "2026-01-04", "严重", "2026-01-05 10:00"],
    );

    const { ledger } = read([["2026-1", "2026-01-01", "12小时", "3个工作日", "", ""]], [units, cases]);
    const versions = ledger.rectificationEvents.map(({ event }) =>
      event.kind === "dispatched" ? event.terms.ruleVersion : "",
    );
    expect(versions).toEqual(["v1", "2026-1"]);
  });
});

it("a dispatch is recorded under the version in force, and sent again it is read under the one it was recorded with", () => {
  const by = { role: "office", organisation: "区政府办公室" } as const;
  const draft = { id: "k1", kind: "dispatched", by, note: "", limit: null } as const;
  const { limit: _, ...said } = draft;
  const known: RectificationEvent = {
    ...said,
    sequence: 0,
    at: "2025-12-31T15:59:00.000Z",
    terms: freezeTerms(DEFAULT_RULES),
  };
  const versions = [DEFAULT_RULES, V2];
  const now = "2026-01-02T00:00:00.000Z";
  expect(rulesForDraft([], draft, now, versions)).toBe(V2);
  expect(rulesForDraft([known], draft, now, versions)).toBe(DEFAULT_RULES);
  expect(rulesForDraft([known], { ...draft, id: "k2" }, now, versions)).toBe(V2);
});
