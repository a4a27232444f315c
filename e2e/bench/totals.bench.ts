import { test } from "@playwright/test";
import { LATEST_QUARTER } from "#e2e/now.ts";
import { startDistrict } from "./district.ts";
import { median, printTable, quantile } from "./statistics.ts";

const WARM_UP = 20;
const CALLS = 200;

async function time(url: string): Promise<number[]> {
  const samples: number[] = [];
  for (let call = 0; call < WARM_UP + CALLS; call++) {
    const began = performance.now();
    await (await fetch(url)).arrayBuffer();
    if (call >= WARM_UP) samples.push(performance.now() - began);
  }
  return samples;
}

test("totals endpoint on SQLite", async () => {
  const rows: (string | number)[][] = [["/api/deduction-totals, ms", "units", "p50", "p95"]];
  for (const units of [54, 300, 1000]) {
    const server = await startDistrict(units);
    for (const [name, search] of [
      ["one quarter", `?quarter=${LATEST_QUARTER}`],
      ["all eight quarters", ""],
    ]) {
      const samples = await time(`${server.url}api/deduction-totals${search}`);
      rows.push([name ?? "", String(units), median(samples), quantile(samples, 0.95)]);
    }
    await server.stop();
  }
  printTable("Totals endpoint (budget at 54 units: p95 ≤ 30 ms)", rows);
});
