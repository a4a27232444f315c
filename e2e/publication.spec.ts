import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { figureOf, saveFile, textOfSvg } from "./figure.ts";
import { test as base, expect } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";
import { startServer, temporaryDatabase } from "./product-server.ts";

/** Publishing changes what every page shows: on the server each test has a district of its own, in the mock it has anyway. */
const test = base.extend({
  baseURL: async ({ baseURL }, use, info) => {
    if (info.project.name !== "server") return use(baseURL);
    const server = await startServer({ DATABASE_URL: temporaryDatabase() });
    await use(server.url);
    await server.stop();
  },
});

const DRAFT = "/inspections?quarter=2026Q4";

function card(page: Page) {
  return page.getByRole("region", { name: "发布状态" });
}

/** Every file of a figure that carries words can be read back: the picture as SVG, the rows, the workbook. */
async function expectDraftMark(page: Page, key: string): Promise<void> {
  expect(await wordsOf(page, key)).toContain("草稿，未经审定");
  const csv = await saveFile(page, figureOf(page, key), "下载数据 CSV");
  const [, ...rows] = csv.bytes.toString("utf8").trimEnd().split("\r\n");
  expect(rows.filter((row) => !row.includes("草稿"))).toEqual([]);
  const xlsx = unzipSync((await saveFile(page, figureOf(page, key), "下载数据 XLSX")).bytes);
  expect(strFromU8(xlsx["xl/worksheets/sheet2.xml"] ?? new Uint8Array())).toMatch(/数据性质.*草稿/s);
}

async function wordsOf(page: Page, key: string): Promise<string> {
  const { bytes } = await saveFile(page, figureOf(page, key), "下载矢量图 SVG");
  return textOfSvg(bytes.toString("utf8"));
}

test("a published quarter says since when it is locked", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections");
  await expect(card(page)).toContainText(/2026年三季度已发布，第 1 版 · 2026-\d\d-\d\d \d\d:\d\d · .+ · 锁定 54 家/);
  await expect(card(page)).toContainText("台账与已发布的一致");
  await expect(card(page).getByRole("button")).toHaveCount(0);
});

test("a draft asks with its consequences in numbers, and is locked", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, DRAFT);
  await expect(card(page)).toContainText("草稿");
  await expectDraftMark(page, "tier-distribution");

  await card(page).getByRole("button", { name: "发布2026年四季度" }).click();
  const sheet = page.getByRole("dialog", { name: "发布2026年四季度" });
  await expect(sheet).toContainText(/将锁定 54 家单位四季度得分：一档 \d+ 家、.*未报 18 家。/);
  await sheet.getByRole("button", { name: "确认发布" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(card(page).getByRole("status")).toHaveText("已发布：2026年四季度第 1 版，锁定 54 家。");
  await expect(card(page)).toContainText("已发布，第 1 版");

  await readContent(page);
  expect(await wordsOf(page, "tier-distribution")).not.toContain("草稿");
  await expect(page.getByRole("region", { name: "筛选" })).not.toContainText("草稿");
});

test("a draft says so inside every figure that stands on it, on each page that shows it", async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  for (const [address, keys] of [
    ["/deductions?quarter=2026Q4", ["deduction-ranking", "deduction-heatmap", "finding-streaks"]],
    ["/?quarter=2026Q4", ["overview-tiers", "overview-indicators"]],
    ["/units/u17?quarter=2026Q4", ["unit-sheet"]],
  ] as const) {
    await openAddress(page, baseURL, address);
    await readContent(page);
    for (const key of keys) expect(await wordsOf(page, key), `${address} ${key}`).toContain("草稿，未经审定");
  }
});

test("Esc leaves a draft a draft", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, DRAFT);
  await card(page).getByRole("button", { name: "发布2026年四季度" }).click();
  await expect(page.getByRole("dialog")).toContainText("将锁定");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(card(page)).toContainText("尚未发布");
});
