import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "@playwright/test";
import writeXlsxFile from "write-excel-file/node";
import type { Finding } from "#domain/finding.ts";
import type { Indicator } from "#domain/scheme.ts";
import { NOW } from "#e2e/now.ts";
import { startServerCommand, temporaryDatabase } from "#e2e/product-server.ts";
import { demoLedgerOfSize } from "#server/demo-district.ts";
import { printTable } from "./statistics.ts";

const LINES = 100_000;
const HEAD = ["编号", "季度", "单位", "指标", "发现日期", "次数", "问题", "状态"];

interface Measured {
  seconds: number;
  peakMegabytes: number;
}

/** The highest resident memory so far, as Linux keeps it; 0 elsewhere. */
function peakMemory(pid: number): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function importFile(file: string, database: string): Promise<Measured> {
  const began = performance.now();
  const { pid, ended } = startServerCommand("import", [file], { DATABASE_URL: database });
  let peakMegabytes = 0;
  const timer = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, peakMemory(pid));
  }, 20);
  const { code, output } = await ended;
  clearInterval(timer);
  if (code !== 0) throw new Error(`import of ${file} failed: ${output.slice(-2000)}`);
  return { seconds: (performance.now() - began) / 1000, peakMegabytes };
}

/** Lines that need nothing but their own row: priced by occurrence, without a parent. */
function plainFindings(): { findings: Finding[]; names: Map<string, string>; ledger: object } {
  const ledger = demoLedgerOfSize(new Date(NOW), 1000);
  const indicators: Indicator[] = ledger.schemes.flatMap((scheme) => scheme.indicators);
  const priced = new Set(
    indicators
      .filter(({ effect, measure }) => effect === "deduct" && measure.kind === "perOccurrence")
      .map(({ id }) => id),
  );
  const findings = ledger.findings.filter((line) => line.parentId === null && priced.has(line.indicatorId));
  return {
    findings,
    names: new Map(indicators.map(({ id, name }) => [id, name])),
    ledger: { ...ledger, findings: [], findingRechecks: [], findingEvents: [], annualReports: [] },
  };
}

function toRows(findings: readonly Finding[], names: Map<string, string>): (string | number)[][] {
  return Array.from({ length: LINES }, (_, at) => {
    const line = findings[at % findings.length];
    if (line === undefined) throw new Error("the demonstration district has no plain findings");
    const name = names.get(line.indicatorId) ?? line.indicatorId;
    return [`B${at + 1}`, line.quarter, line.unitId, name, line.occurredOn, line.count, line.problem, "已确认"];
  });
}

test("import of 100,000 findings", async () => {
  const { findings, names, ledger } = plainFindings();
  const data = toRows(findings, names);
  const results: (string | number)[][] = [["100,000 findings", "s", "rows/s", "peak MB"]];
  for (const kind of ["csv", "xlsx"] as const) {
    const database = temporaryDatabase();
    const folder = dirname(database.slice("file:".length));
    const base = join(folder, "district.json");
    writeFileSync(base, JSON.stringify(ledger));
    await importFile(base, database);
    const file = join(folder, `扣分明细.${kind}`);
    if (kind === "csv") writeFileSync(file, [HEAD, ...data].map((row) => row.join(",")).join("\n"));
    else await writeXlsxFile([{ data: [HEAD, ...data], sheet: "扣分明细" }]).toFile(file);
    const { seconds, peakMegabytes } = await importFile(file, database);
    results.push([kind, seconds, LINES / seconds, peakMegabytes]);
  }
  printTable("Import (budget: ≥ 10,000 rows/s under 400 MB)", results);
});
