import type { Page } from "@playwright/test";
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
  expect(await wordsOf(page, "tier-distribution")).toContain("草稿，未经审定");

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

test("Esc leaves a draft a draft", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, DRAFT);
  await card(page).getByRole("button", { name: "发布2026年四季度" }).click();
  await expect(page.getByRole("dialog")).toContainText("将锁定");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(card(page)).toContainText("尚未发布");
});
