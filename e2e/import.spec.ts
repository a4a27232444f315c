import { join } from "node:path";
import type { Page } from "@playwright/test";
import { figureOf, saveFile, textOfSvg } from "./figure.ts";
import { test as base, expect } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";
import { type ProductServer, ROOT, runServerCommand, startServer, temporaryDatabase } from "./product-server.ts";

const SAMPLES = ["tongnan-office-2024.xlsx", "guoyang-2020Q3.xlsx"].map((name) => join(ROOT, "public/samples", name));

/** An office that imported both published sheets into an empty database. */
const test = base.extend<object, { office: ProductServer }>({
  office: [
    async ({ browserName: _ }, use) => {
      const database = temporaryDatabase();
      const end = await runServerCommand("import", SAMPLES, { DATABASE_URL: database });
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

async function openYear(page: Page, baseURL: string | undefined): Promise<string> {
  await openAddress(page, baseURL, "/applications");
  return (await readContent(page)).replace(/\s+/g, "");
}

test("real data is not called demonstration data", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections");
  await readContent(page);
  await expect(page.getByText("演示数据")).toHaveCount(0);
});

test("潼南 office 2024: 24 received, 23 answered, 1 carried over, 17 本机关不掌握", async ({ page, baseURL }) => {
  const content = await openYear(page, baseURL);
  expect(content).toContain("潼南");
  expect(content).toMatch(/2024年应办24件，办结23件，结转下年度1件/);
  await openAddress(page, baseURL, "/annual-report");
  const table = page.getByRole("table").filter({ hasText: "本机关不掌握相关政府信息" }).first();
  const row = table.getByRole("row").filter({ hasText: "本机关不掌握相关政府信息" });
  expect((await row.getByRole("cell").allInnerTexts()).map((cell) => cell.trim())).toContain("17");
});

test("潼南 office 2024 leaves as a picture that says where it comes from", async ({ page, baseURL }) => {
  await openYear(page, baseURL);
  const { name, bytes } = await saveFile(page, figureOf(page, "application-outcomes"), "下载矢量图 SVG");
  expect(name).toMatch(/^2024_.*\.svg$/);
  const words = textOfSvg(bytes.toString("utf8")).replace(/\s/g, "");
  expect(words).toContain("潼南");
  expect(words).toContain("17");
  expect(words).not.toContain("演示数据");
});

test("涡阳 2020Q3: the printed lines and the unprinted rest give 81.34", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections");
  const content = await readContent(page);
  expect(content).toContain("2020年三季度");
  await openAddress(page, baseURL, "/deductions");
  expect(await readContent(page)).toMatch(/81\.34/);
  const { bytes } = await saveFile(page, figureOf(page, "deduction-ranking"), "下载数据 CSV");
  expect(bytes.toString("utf8")).toMatch(/81\.34|18\.66/);
});

test("the same files again change nothing", async ({ office: _ }) => {
  const database = temporaryDatabase();
  const first = await runServerCommand("import", SAMPLES, { DATABASE_URL: database });
  expect(first.output).toMatch(/新增/);
  const again = await runServerCommand("import", SAMPLES, { DATABASE_URL: database });
  expect(again.code, again.output).toBe(0);
  expect(again.output).toMatch(/新增 0/);
  expect(again.output).toMatch(/变更 0/);
});

test("real data is refused in a demonstration database unless it is to be replaced", async ({ office: _ }) => {
  const database = temporaryDatabase();
  const demo = await startServer({ DATABASE_URL: database });
  await demo.stop();
  const refused = await runServerCommand("import", SAMPLES, { DATABASE_URL: database });
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/--replace-demo/);
  const replaced = await runServerCommand("import", [...SAMPLES, "--replace-demo"], { DATABASE_URL: database });
  expect(replaced.code, replaced.output).toBe(0);
});
