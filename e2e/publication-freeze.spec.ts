import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { EMPTY_LEDGER, type Ledger } from "#domain/ledger.ts";
import { demoLedgerOfSize } from "#server/demo-district.ts";
import { figureOf, saveFile, textOfSvg } from "./figure.ts";
import { test as base, expect } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";
import { NOW } from "./now.ts";
import { runServerCommand, startServer, temporaryDatabase } from "./product-server.ts";

interface Office {
  url: string;
  /** Imports a ledger while the server runs, and tells what the command said. */
  bring: (ledger: Ledger) => Promise<string>;
}

/** An office of 54 units with ledgers of its own, so that later ones may follow. */
const test = base.extend<{ office: Office }>({
  office: async ({ browserName: _ }, use) => {
    const database = temporaryDatabase();
    const bring = async (ledger: Ledger) => {
      const file = join(dirname(database.slice("file:".length)), "ledger.json");
      writeFileSync(file, JSON.stringify(ledger));
      const end = await runServerCommand("import", [file], { DATABASE_URL: database });
      expect(end.code, end.output).toBe(0);
      return end.output;
    };
    await bring(demoLedgerOfSize(new Date(NOW), 54));
    const server = await startServer({ DATABASE_URL: database });
    await use({ url: server.url, bring });
    await server.stop();
  },
  baseURL: async ({ office }, use) => {
    await use(office.url);
  },
});

const ENTRIES = ["下载矢量图 SVG", "下载图片 PNG（屏幕 2×）", "下载数据 CSV", "下载数据 XLSX"];

/** The second look comes after the circular: its figure is about what was mended since, and never stands still. */
const FOLLOWS_THE_LEDGER = new Set(["reinspection"]);

/** Name and SHA-256 of every file that the figures of a page give. */
async function hashFiles(page: Page, baseURL: string | undefined, address: string): Promise<string[]> {
  await openAddress(page, baseURL, address);
  await readContent(page);
  const keys = await page
    .locator("[data-chart]")
    .evaluateAll((plots) => plots.map((plot) => plot.getAttribute("data-chart") ?? ""));
  const hashes: string[] = [];
  for (const key of keys.filter((entry) => !FOLLOWS_THE_LEDGER.has(entry))) {
    for (const entry of ENTRIES) {
      const { name, bytes } = await saveFile(page, figureOf(page, key), entry);
      hashes.push(`${key} ${name} ${createHash("sha256").update(bytes).digest("hex")}`);
    }
  }
  return hashes;
}

/** A renamed unit, other rules, other coverage, a new unit, a withdrawn, a changed and a new line. */
function edits(): Ledger {
  const ledger = demoLedgerOfSize(new Date(NOW), 54);
  const own = ledger.findings.filter((line) => line.quarter === "2026Q3" && line.status === "confirmed");
  const [unit] = ledger.units;
  const [first, second] = own;
  const coverage = ledger.coverage.find((row) => row.quarter === "2026Q3" && row.state === "inspected");
  const scheme = ledger.schemes.at(-1);
  if (!unit || !first || !second || !coverage || !scheme) throw new Error("the district is empty");
  return {
    ...EMPTY_LEDGER,
    units: [
      { ...unit, name: "改名后的办公室", shortName: "改名后" },
      { ...unit, id: "u99", name: "新设局", shortName: "新设局", order: 99, activeFrom: null },
    ],
    schemes: [{ ...scheme, groups: scheme.groups.map((group) => ({ ...group, weight: group.weight / 2 })) }],
    coverage: [{ ...coverage, notApplicable: ["organisation"] }],
    findings: [
      { ...first, status: "exempted" },
      { ...second, points: second.points * 3, problem: "改过的问题" },
      { ...second, id: "new-line", problem: "后来补的问题" },
    ],
  };
}

test("no later import changes a byte of a published quarter's files; a correction does, and says so", async ({
  page,
  baseURL,
  office,
}) => {
  test.setTimeout(300_000);
  const addresses = ["/inspections?quarter=2026Q3", "/deductions?quarter=2026Q3"];
  const before: string[] = [];
  for (const address of addresses) before.push(...(await hashFiles(page, baseURL, address)));
  expect(before.length).toBeGreaterThan(8 * ENTRIES.length);

  const said = await office.bring(edits());
  expect(said).toContain("已发布季度，改动不计入已发布数字；需发布更正");
  const after: string[] = [];
  for (const address of addresses) after.push(...(await hashFiles(page, baseURL, address)));
  expect(after).toEqual(before);

  await openAddress(page, baseURL, "/inspections?quarter=2026Q3");
  const card = page.getByRole("region", { name: "发布状态" });
  await expect(card).toContainText("台账或规则已有改动，不计入已发布数字。");
  await card.getByRole("button", { name: "发布更正" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText(/更正将改变 \d+ 家单位的得分/);
  await expect(sheet.locator('[data-chart="publication-correction"] svg')).toBeVisible();
  await sheet.getByRole("textbox", { name: /更正理由/ }).fill("申诉成立，规则补正");
  await sheet.getByRole("button", { name: "确认发布更正" }).click();
  await expect(card).toContainText("已发布，第 2 版");
  await expect(card).toContainText("更正理由：申诉成立，规则补正");
  await readContent(page);
  const { bytes } = await saveFile(page, figureOf(page, "tier-distribution"), "下载矢量图 SVG");
  // A line that was wrapped has lost the blank at its end.
  expect(textOfSvg(bytes.toString("utf8")).replace(/\s/g, "")).toContain("2026年三季度更正第1次");
});
