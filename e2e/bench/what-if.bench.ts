import { test } from "@playwright/test";
import type { DeductionTotal } from "#domain/finding.ts";
import { toQuarter } from "#domain/quarter.ts";
import { type QuarterResult, scoreQuarter } from "#domain/quarter-result.ts";
import type { Scheme } from "#domain/scheme.ts";
import { applyChanges } from "#domain/scheme-draft.ts";
import { compareDraft } from "#domain/what-if.ts";
import { prepareBench, scorePlainly } from "#domain/what-if-scores.ts";
import { NOW } from "#e2e/now.ts";
import { demoLedgerOfSize } from "#server/demo-district.ts";
import { median, printTable, quantile } from "./statistics.ts";

const Q3 = toQuarter(2026, 3);
const INDICATORS = 30;
const ROUNDS = 60;

/** The district's quarter with as many indicators as asked: the scheme's own, and copies of them with findings of their own. */
function quarterOf(units: number): QuarterResult {
  const ledger = demoLedgerOfSize(new Date(NOW), units);
  const base = ledger.schemes.at(-1);
  if (base === undefined) throw new Error("the district has no scheme");
  const copies = Array.from({ length: INDICATORS - base.indicators.length }, (_, index) => {
    const source = base.indicators[index % 13];
    if (source === undefined) throw new Error("the scheme has fewer indicators than it had");
    return { source, copy: { ...source, id: `${source.id}-${index}` } };
  });
  const scheme: Scheme = { ...base, indicators: [...base.indicators, ...copies.map(({ copy }) => copy)] };
  const totals = new Map<string, DeductionTotal>();
  const add = (unitId: string, indicatorId: string, points: number) => {
    const key = `${unitId}|${indicatorId}`;
    const held = totals.get(key)?.confirmed ?? 0;
    totals.set(key, {
      quarter: Q3,
      unitId,
      indicatorId,
      confirmed: held + points,
      disputed: 0,
      confirmedCount: 1,
      disputedCount: 0,
    });
  };
  for (const { quarter, unitId, indicatorId, status, points } of ledger.findings) {
    if (quarter !== Q3 || status !== "confirmed") continue;
    add(unitId, indicatorId, points);
    for (const { source, copy } of copies) if (source.id === indicatorId) add(unitId, copy.id, points);
  }
  const result = scoreQuarter(Q3, { ...ledger, schemes: [scheme], totals: [...totals.values()] });
  if (result === null) throw new Error("the quarter cannot be scored");
  return result;
}

test("recomputing a draft", () => {
  const rows: (string | number)[][] = [
    ["CPU ms a change", "units", "indicators", "median", "p95", "scoring by the long way, median"],
  ];
  for (const units of [54, 300, 1000]) {
    const result = quarterOf(units);
    const bench = prepareBench(result);
    const quick: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const value = 20_000 + round * 100;
      const changes = [
        { kind: "edge" as const, id: "一类", level: 1, value },
        { kind: "each" as const, id: "updates", value: 3_000 + round },
      ];
      const { scheme } = applyChanges(bench.scheme, changes);
      quick.push(timeOf(() => compareDraft(bench, scheme)));
      if (round < 8) plain.push(timeOf(() => scorePlainly(bench, scheme)));
    }
    const size = String(result.scheme.indicators.length);
    rows.push(["scores, ranks, edges", String(units), size, median(quick), quantile(quick, 0.95), median(plain)]);
  }
  printTable("What-if recompute (budget at 1,000 units × 30 indicators: ≤ 16 ms CPU)", rows);
});

function timeOf(deed: () => unknown): number {
  const before = process.cpuUsage();
  deed();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
