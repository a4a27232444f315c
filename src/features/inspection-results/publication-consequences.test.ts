import { expect, it } from "vitest";
import type { QuarterContent } from "#domain/publication.ts";
import { toQuarter } from "#domain/quarter.ts";
import { aCoverage, aScheme, aTier, aTotal, aUnit } from "#domain/test-builders.ts";
import {
  correctedUnits,
  describeCorrection,
  describeLock,
  scorePreview,
  toCorrectionSeries,
  toCorrectionTable,
} from "./publication-consequences.ts";

const Q3 = toQuarter(2025, 3);

function content(losses: Record<string, number>, changes: Partial<QuarterContent> = {}): QuarterContent {
  return {
    inspection: {
      quarter: Q3,
      kind: "quarterly",
      name: "三季度检查",
      schemeId: "s1",
      periodStart: "2025-07-01",
      periodEnd: "2025-09-30",
      status: "draft",
      publishedOn: null,
    },
    scheme: aScheme({
      classTiers: [{ unitClass: "*", tiers: [aTier(1, "一档", 98, null), aTier(2, "二档", null, 98)] }],
    }),
    units: ["u1", "u2", "u3", "u4"].map((id, index) => aUnit({ id, shortName: id, order: index + 1 })),
    coverage: [
      aCoverage({ unitId: "u1" }),
      aCoverage({ unitId: "u2" }),
      aCoverage({ unitId: "u3", state: "missed", reason: "停网" }),
    ],
    totals: Object.entries(losses).map(([unitId, points]) => aTotal("i1", points, { unitId })),
    sources: [],
    ...changes,
  };
}

function scored(losses: Record<string, number>) {
  const result = scorePreview(content(losses));
  if (result === null) throw new Error("not scored");
  return result;
}

it("counts every unit once: by tier, 未检 and 未报 apart", () => {
  expect(describeLock(scored({ u1: 1, u2: 5 }))).toBe(
    "将锁定 4 家单位三季度得分：一档 1 家、二档 1 家、未检 1 家、未报 1 家",
  );
});

it("names only the units whose figure a correction changes", () => {
  const before = scored({ u1: 1, u2: 5 });
  const units = correctedUnits(before, scored({ u1: 1, u2: 1.5 }));
  expect(units.map(({ unit, standBefore, standAfter }) => [unit.id, standBefore, standAfter])).toEqual([
    ["u2", "二档", "一档"],
  ]);
  expect(describeCorrection(units)).toBe("更正将改变 1 家单位的得分，其中 1 家换档");
  expect(describeCorrection(correctedUnits(before, before))).toBe(
    "没有单位的得分或档次改变，只更新问题的文字、佐证或单位名称等内容",
  );
});

it("draws and lists what was published beside what would be", () => {
  const after = scored({ u1: 1, u2: 1.5 });
  const units = correctedUnits(scored({ u1: 1, u2: 5 }), after);
  expect(toCorrectionSeries(units, after).panels.flatMap((panel) => panel.rows)).toMatchObject([
    { id: "u2", before: 5, after: 1.5, valueText: "5.00 → 1.50", word: "换档" },
  ]);
  expect(toCorrectionTable(units).rows[0]?.cells).toMatchObject({ before: 50_000, after: 15_000 });
});

it("lists a unit that was not part of the published quarter", () => {
  const before = scorePreview(content({ u1: 1 }, { units: [aUnit({ id: "u1" })], coverage: [aCoverage()] }));
  if (before === null) throw new Error("not scored");
  const units = correctedUnits(before, scored({ u1: 1, u2: 5 }));
  expect(units.map(({ unit, standBefore }) => [unit.id, standBefore])).toEqual([
    ["u2", "不在本季"],
    ["u3", "不在本季"],
    ["u4", "不在本季"],
  ]);
});
