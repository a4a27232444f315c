import { expect, it } from "vitest";
import type { FixTime } from "#domain/fix-time.ts";
import { toQuarter } from "#domain/quarter.ts";
import { DEFAULT_RULES } from "#domain/rectification.ts";
import { countBeyond, describeFixTimes, splitFixTimes, toFixTimeSeries, toFixTimeTable } from "./to-fix-time-series.ts";

function aTime(severity: FixTime["severity"], minutes: number, cases = 1): FixTime {
  return { quarter: toQuarter(2026, 3), unitId: "u1", severity, minutes, cases };
}

const TIMES = [
  aTime("serious", 600, 4),
  aTime("serious", 1440, 4),
  aTime("serious", 1441, 2),
  aTime("general", 2880, 3),
  aTime("general", 9000),
];

it("the curve meets its limit with n/N, the limit's own minute still inside", () => {
  const [serious, general] = toFixTimeSeries(splitFixTimes(TIMES, DEFAULT_RULES)).curves;
  expect(serious?.limit).toEqual({ hours: 24, label: "严重 24 小时限", share: 0.8, text: "限内 8/10" });
  expect(general?.limit).toMatchObject({ hours: 48, text: "限内 3/4" });
});

it("a severity without closed cases has no curve", () => {
  const parts = splitFixTimes(TIMES.slice(0, 3), DEFAULT_RULES);
  expect(parts.map((part) => part.severity)).toEqual(["serious"]);
});

it("a limit that is not one of hours is not drawn", () => {
  const rules = {
    ...DEFAULT_RULES,
    limits: { ...DEFAULT_RULES.limits, general: { kind: "workingDays", days: 7 } as const },
  };
  expect(toFixTimeSeries(splitFixTimes(TIMES, rules)).curves[1]?.limit).toBeNull();
});

it("the axis ends on half a day, and what lies beyond it is counted", () => {
  const many = [aTime("general", 60, 200), aTime("general", 9000)];
  const parts = splitFixTimes(many, DEFAULT_RULES);
  const series = toFixTimeSeries(parts);
  expect(series.maximum).toBe(72);
  expect(countBeyond(parts, series.maximum)).toBe(1);
});

it("median and ninth tenth are stated, and no percentage of fewer than five", () => {
  expect(describeFixTimes(splitFixTimes(TIMES, DEFAULT_RULES))).toBe(
    "严重错误 24 小时内整改 8/10（80.0%），中位用时 24 小时 00 分，九成在 24 小时 01 分内；一般错误 48 小时内整改 3/4，中位用时 48 小时 00 分，九成在 6 天 6 小时内。",
  );
});

it("the table ends with all cases, the median and the ninth tenth", () => {
  const parts = splitFixTimes(TIMES, DEFAULT_RULES);
  const { rows } = toFixTimeTable(parts, toFixTimeSeries(parts));
  expect(rows.find((row) => row.id === "h24")?.cells).toMatchObject({ "serious-count": 8, "serious-share": 0.8 });
  expect(rows.find((row) => row.id === "h48")?.cells).toMatchObject({ "general-count": 3, "general-share": "样本少" });
  expect(rows.slice(-3).map((row) => row.id)).toEqual(["all", "p50", "p90"]);
});
