import { describe, expect, test } from "vitest";
import type { DeductionTotal } from "#domain/finding.ts";
import { statusAfter } from "#domain/finding-log.ts";
import { ledgerSchema } from "#domain/ledger.ts";
import { POINT } from "#domain/points.ts";
import { describeQuarter, type Quarter, toQuarter } from "#domain/quarter.ts";
import { schemeInForce } from "#domain/scheme.ts";
import { scoreUnit, type UnitScore } from "#domain/scoring.ts";
import { isActiveIn } from "#domain/unit.ts";
import { demoAsOf, demoLedger, demoLedgerOfSize } from "./demo-district.ts";
import { pinyinInitials } from "./pinyin-initials.ts";

const NOW = new Date("2026-10-08T09:30:00Z");
const ledger = demoLedger(NOW);
const LATEST = toQuarter(2026, 3);

function totalsOf(quarter: Quarter, unitId: string): DeductionTotal[] {
  return ledger.findings
    .filter((line) => line.quarter === quarter && line.unitId === unitId && line.status !== "exempted")
    .map((line) => {
      const counts = line.status === "confirmed";
      return {
        quarter,
        unitId,
        indicatorId: line.indicatorId,
        confirmed: counts ? line.points : 0,
        disputed: counts ? 0 : line.points,
        confirmedCount: counts ? 1 : 0,
        disputedCount: counts ? 0 : 1,
      };
    });
}

function publishedIn({ inspections }: typeof ledger) {
  return inspections.filter(({ status }) => status === "published");
}

function scoresOf(quarter: Quarter): UnitScore[] {
  const scheme = schemeInForce(ledger.schemes, quarter);
  if (scheme === undefined) throw new Error(`no scheme for ${quarter}`);
  return ledger.units.map((unit) =>
    scoreUnit(
      scheme,
      unit,
      ledger.coverage.find((row) => row.quarter === quarter && row.unitId === unit.id),
      totalsOf(quarter, unit.id),
    ),
  );
}

function deductionOf(quarter: Quarter): number {
  return scoresOf(quarter).reduce((sum, score) => sum + score.countedDeduction, 0) / POINT;
}

const scores = scoresOf(LATEST);

describe("shape", () => {
  test("the ledger is valid and has the register of 54: 30 departments, 23 townships, one office", () => {
    expect(ledgerSchema.parse(ledger)).toEqual(ledger);
    const count = (kind: string) => ledger.units.filter((unit) => unit.kind === kind).length;
    expect([ledger.units.length, count("department"), count("township"), count("office")]).toEqual([54, 30, 23, 1]);
    expect(ledger.units.every((unit) => isActiveIn(unit, LATEST))).toBe(true);
  });

  test("eight published quarters end with the latest complete one, two with a period of their own", () => {
    const published = publishedIn(ledger);
    const quarters = published.map((inspection) => inspection.quarter);
    expect(quarters).toEqual(["2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"]);
    expect(published.at(-1)?.publishedOn).toBe("2026-10-08");
    expect(ledger.inspections.filter(({ periodStart }) => !periodStart.endsWith("-01"))).toHaveLength(2);
  });

  test("the quarter that has begun is a draft, with lines up to the day of the data and units not seen yet", () => {
    const draft = toQuarter(2026, 4);
    expect(ledger.inspections.at(-1)).toMatchObject({ quarter: draft, status: "draft", publishedOn: null });
    const days = ledger.findings.filter((line) => line.quarter === draft).map((line) => line.occurredOn);
    expect([days.length > 50, days.every((day) => day >= "2026-10-01" && day <= demoAsOf(NOW).slice(0, 10))]).toEqual([
      true,
      true,
    ]);
    expect(ledger.coverage.filter((row) => row.quarter === draft)).toHaveLength(36);
  });

  test("pinyin initials are those of the name and the short name", () => {
    for (const unit of ledger.units) {
      const expected = new Set([pinyinInitials(unit.name), pinyinInitials(unit.shortName)]);
      expect(unit.pinyin).toBe([...expected].join(" "));
    }
  });

  test("no real government is named and every address lies in a reserved domain", () => {
    expect(JSON.stringify(ledger)).not.toMatch(/潼南|重庆|涡阳|平潭|巫山|鲤城|gov\.cn/);
    const addresses = ledger.findings.flatMap((line) => line.evidenceUrl ?? []);
    expect(addresses.every((address) => new URL(address).hostname.endsWith(".example"))).toBe(true);
  });

  test("a finding stands on an inspected unit, an indicator that applies and a day of the inspection", () => {
    const covered = new Map(ledger.coverage.map((row) => [`${row.quarter}|${row.unitId}`, row]));
    const inspections = new Map(ledger.inspections.map((inspection) => [inspection.quarter, inspection]));
    for (const { quarter, unitId, indicatorId, occurredOn } of ledger.findings) {
      const coverage = covered.get(`${quarter}|${unitId}`);
      const { periodStart = "", periodEnd = "" } = inspections.get(quarter) ?? {};
      expect(coverage?.state).toBe("inspected");
      expect([coverage?.notApplicable, coverage?.notReported].flat()).not.toContain(indicatorId);
      expect([periodStart, occurredOn, periodEnd].sort()).toEqual([periodStart, occurredOn, periodEnd]);
    }
  });

  test("a finding's points are its price under the scheme of its inspection", () => {
    for (const line of ledger.findings) {
      const scheme = schemeInForce(ledger.schemes, line.quarter);
      expect(ledger.inspections.find(({ quarter }) => quarter === line.quarter)?.schemeId).toBe(scheme?.id);
      const indicator = scheme?.indicators.find(({ id }) => id === line.indicatorId);
      const price = indicator?.measure.kind === "perOccurrence" ? indicator.measure.each * line.count : null;
      const share = ((line.ratio ?? 0) * (indicator?.points ?? 0)) / 10_000;
      expect(line.points).toBe(price ?? share);
    }
  });

  test("finding ids are unique and an escalation's parent is a line of the same unit", () => {
    const ids = new Map(ledger.findings.map((line) => [line.id, line]));
    expect(ids.size).toBe(ledger.findings.length);
    const escalations = ledger.findings.filter(({ parentId }) => parentId !== null);
    expect(escalations.length).toBeGreaterThanOrEqual(8);
    for (const line of escalations) {
      const parent = ids.get(line.parentId ?? "");
      expect(parent).toMatchObject({ unitId: line.unitId, quarter: line.quarter, status: "confirmed" });
    }
  });

  test("weights of both editions add up to the full mark", () => {
    for (const scheme of ledger.schemes) {
      const costs = scheme.indicators.filter(({ effect }) => effect === "deduct");
      expect(costs).toHaveLength(13);
      expect(scheme.groups.reduce((sum, group) => sum + group.weight, 0)).toBe(scheme.fullMark);
      for (const group of scheme.groups)
        expect(costs.filter(({ groupId }) => groupId === group.id).reduce((sum, { points }) => sum + points, 0)).toBe(
          group.weight,
        );
    }
  });
});

describe("the same every time", () => {
  test("two makings are equal", () => {
    expect(demoLedger(NOW)).toEqual(ledger);
  });

  test("a later start adds quarters and leaves the known ones as they were", () => {
    const later = demoLedger(new Date("2027-02-01T00:00:00Z"));
    const known = (quarter: string) => quarter >= "2025Q1" && quarter <= "2026Q3";
    expect(later.units).toEqual(ledger.units);
    expect(later.schemes).toEqual(ledger.schemes);
    for (const part of ["inspections", "coverage", "findings"] as const) {
      const rows = (from: typeof ledger) => from[part].filter(({ quarter }) => known(quarter));
      expect(rows(later)).toEqual(rows(ledger));
    }
  });

  test.each([
    ["2026-10-01T00:30:00+08:00", "2026-09-30T16:30:00.000Z"],
    ["2026-10-08T17:29:00+08:00", "2026-10-08T09:29:00.000Z"],
    ["2026-11-23T12:00:00+08:00", "2026-10-08T09:30:00.000Z"],
  ])("at %s the ledger is as of %s, eight days after the quarter and never ahead", (now, asOf) => {
    expect(demoAsOf(new Date(now))).toBe(asOf);
  });

  test("each of the next twelve quarters has a valid ledger with a change of rules inside it", () => {
    for (let at = 0; at < 12; at += 1) {
      const then = demoLedger(new Date(Date.UTC(2026, 9 + at * 3, 20)));
      const used = new Set(then.inspections.map(({ schemeId }) => schemeId));
      expect(used.size).toBe(2);
      expect(then.inspections.every(({ quarter }) => schemeInForce(then.schemes, quarter) !== undefined)).toBe(true);
      const points = then.findings.filter(
        ({ quarter, status }) => quarter === publishedIn(then).at(-1)?.quarter && status === "confirmed",
      );
      expect(points.reduce((sum, line) => sum + line.points, 0) / POINT).toBeGreaterThan(180);
      expect(points.reduce((sum, line) => sum + line.points, 0) / POINT).toBeLessThan(250);
    }
  });
});

describe("magnitudes of the latest quarter", () => {
  test("53 of 54 are inspected and lose about 211 points together", () => {
    expect(scores.filter(({ state }) => state === "missed")).toMatchObject([{ missedReason: "网站迁移，10 月补检" }]);
    expect(deductionOf(LATEST)).toBeGreaterThan(180);
    expect(deductionOf(LATEST)).toBeLessThan(240);
    const top = Math.max(...scores.map((score) => score.countedDeduction)) / POINT;
    expect(top).toBeGreaterThan(9);
    expect(top).toBeLessThan(10.5);
  });

  test("every tier has units, several lose nothing, and equal deductions meet in one class", () => {
    const levels = new Set(scores.map((score) => score.tier?.level));
    expect([1, 2, 3, 4].every((level) => levels.has(level))).toBe(true);
    const scored = scores.filter(({ state }) => state === "scored");
    expect(scored.filter(({ countedDeduction }) => countedDeduction === 0).length).toBeGreaterThanOrEqual(3);
    const losing = scored.filter(({ countedDeduction }) => countedDeduction > 0);
    expect(new Set(losing.map(({ countedDeduction }) => countedDeduction)).size).toBeLessThan(losing.length);
  });

  test("the district improves over two years and relapses at least once", () => {
    const sums = publishedIn(ledger).map(({ quarter }) => deductionOf(quarter));
    expect(sums.at(-1)).toBeLessThan((sums[0] ?? 0) * 0.85);
    expect(sums.some((sum, at) => at > 0 && sum > (sums[at - 1] ?? 0))).toBe(true);
  });
});

describe("what a quarter can hold", () => {
  const lines = ledger.findings.filter(({ quarter }) => quarter === LATEST);
  const coverage = ledger.coverage.filter(({ quarter }) => quarter === LATEST);

  test("one township is vetoed for a stale home page and has no score and no tier", () => {
    const vetoed = scores.filter(({ state }) => state === "vetoed");
    expect(vetoed).toMatchObject([{ vetoes: ["staleHomePage"], score: null, tier: null }]);
    expect(ledger.units.find(({ id }) => id === vetoed[0]?.unitId)).toMatchObject({ kind: "township" });
  });

  test("one cap bites and two cells are 未报", () => {
    const capped = scores.flatMap(({ indicators }) => indicators.filter((indicator) => indicator.capped));
    expect(capped).toMatchObject([{ indicatorId: "interpretationForms" }]);
    expect(coverage.flatMap(({ notReported }) => notReported)).toEqual(["annualReport", "annualReport"]);
  });

  test("政策文件 does not apply to 16 townships, and interaction to units without public services", () => {
    const without = (indicator: string) => coverage.filter(({ notApplicable }) => notApplicable.includes(indicator));
    expect(without("policyDocuments")).toHaveLength(16);
    expect(without("messages").map(({ unitId }) => unitId)).toHaveLength(3);
  });

  test("every status occurs, an escalation names its line and a bonus is earned", () => {
    const logOf = (id: string) =>
      ledger.findingEvents.filter(({ findingId }) => findingId === id).map(({ event }) => event);
    const statuses = lines.map(({ id, status }) => statusAfter(status, logOf(id)));
    expect(lines.some(({ id, status }) => status === "exempted" && logOf(id).length === 3)).toBe(true);
    expect(new Set(statuses)).toEqual(new Set(["confirmed", "proposed", "appealed", "exempted"]));
    expect(lines.filter(({ parentId }) => parentId !== null)).toHaveLength(2);
    expect(scores.filter(({ bonus }) => bonus > 0)).toHaveLength(2);
    expect(lines.some(({ ratio }) => ratio !== null)).toBe(true);
  });

  test("a unit founded on the way is not expected before", () => {
    const due = (quarter: Quarter) => ledger.coverage.filter((row) => row.quarter === quarter).length;
    expect(due(toQuarter(2025, 2))).toBe(53);
    expect(due(toQuarter(2025, 3))).toBe(54);
  });

  test("the change of rules moves the tier edges", () => {
    const edges = ledger.schemes.map((scheme) =>
      scheme.classTiers[0]?.tiers.flatMap(({ upper }) => upper?.value ?? []),
    );
    expect(edges).toEqual([
      [3 * POINT, 6 * POINT, 9 * POINT],
      [2 * POINT, 5 * POINT, 8 * POINT],
    ]);
    expect(describeQuarter(ledger.schemes[1]?.effectiveFrom ?? LATEST)).toBe("2026年一季度");
  });
});

describe("any size", () => {
  test.each([20, 300, 1000])("a district of %i units has distinct names and ids and keeps its references", (count) => {
    const big = demoLedgerOfSize(NOW, count);
    expect(big.units).toHaveLength(count);
    expect(new Set(big.units.map(({ name }) => name)).size).toBe(count);
    expect(new Set(big.units.map(({ shortName }) => shortName)).size).toBe(count);
    const ids = new Set(big.units.map(({ id }) => id));
    expect(ids.size).toBe(count);
    expect(big.findings.every(({ unitId }) => ids.has(unitId))).toBe(true);
    if (count > 54) expect(big.units.map(({ name }) => name)).toContain("归雁镇〇一");
  });
});

test("gives no number twice in a district of any size", () => {
  const { applications } = demoLedgerOfSize(NOW, 300);
  expect(new Set(applications.map(({ id }) => id)).size).toBe(applications.length);
});
