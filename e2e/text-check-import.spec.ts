import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { openAddress } from "./journey.ts";
import { type ProductServer, ROOT, runServerCommand, startServer, temporaryDatabase } from "./product-server.ts";

const SAMPLE = join(ROOT, "public/samples/tongnan-office-2024.xlsx");
const TEXT = join(ROOT, "src/domain/fixtures/report-text-tongnan-office-2024.txt");

/** An office that imported the published tables of 潼南 2024 and nothing else. */
const test = base.extend<object, { office: ProductServer }>({
  office: [
    async ({ browserName: _ }, use) => {
      const database = temporaryDatabase();
      const end = await runServerCommand("import", [SAMPLE], { DATABASE_URL: database });
      expect(end.code, end.output).toBe(0);
      const server = await startServer({ DATABASE_URL: database });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ office }, use) => {
    await use(office.url);
  },
});

async function linesOf(page: Page, text: string): Promise<string[]> {
  await page.getByRole("textbox", { name: "报告正文" }).fill(text);
  await page.getByRole("button", { name: "比对", exact: true }).click();
  return page.getByRole("list", { name: "对照结果" }).getByRole("listitem").allInnerTexts();
}

test("the published text of 潼南 2024 agrees with its tables: 24, 23 and 1", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  const lines = await linesOf(page, await readFile(TEXT, "utf8"));
  expect(lines.length).toBe(3);
  expect(lines[0]).toMatch(/一致[\s\S]*正文 24，与表内“新收”24 相符/);
  expect(lines[1]).toMatch(/一致[\s\S]*正文 23，与表内“办理结果总计”23 相符/);
  expect(lines[2]).toMatch(/一致[\s\S]*正文 1，与表内“结转下年度”1 相符/);
});

test("the same text with one number changed differs by exactly the change", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  const text = (await readFile(TEXT, "utf8")).replace("依申请24件", "依申请26件");
  const [first] = await linesOf(page, text);
  expect(first).toMatch(/不一致[\s\S]*正文 26，表内“新收”24，差 \+2/);
});

test("the text file can be opened instead of pasted", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  await page.getByLabel("打开报告文件").setInputFiles(TEXT);
  await expect(page.getByText(/3 个可与表比对：不一致 0、两可 0、一致 3/)).toBeVisible();
});
