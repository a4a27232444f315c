import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { AnnualReport } from "#domain/annual-report.ts";
import { PUBLISHED_REPORTS } from "#domain/fixtures/published-annual-reports.ts";
import { formCells } from "#domain/report-form.ts";
import { figureOf, saveFile } from "./figure.ts";
import { test as base, expect } from "./fixtures.ts";
import { openAddress } from "./journey.ts";
import { type ProductServer, ROOT, runServerCommand, startServer, temporaryDatabase } from "./product-server.ts";

/** Sheets of a ledger file from a report, cell by cell as it is printed. */
function toSheets(reports: readonly AnnualReport[]): string {
  const sheets: Record<string, Record<string, string | number>[]> = { 年报表二: [], 年报表三: [], 年报表四: [] };
  const nameOf = { t2: "年报表二", t3: "年报表三", t4: "年报表四" } as const;
  for (const report of reports) {
    const rows = new Map<string, Record<string, string | number>>();
    for (const cell of formCells(report.form)) {
      const key = `${cell.table} ${cell.row.key}`;
      const row = rows.get(key) ?? {
        机关: report.bodyName,
        机关编号: report.bodyId,
        年度: report.year,
        项目: cell.row.label,
      };
      row[cell.column.label] = report.cells[cell.id] ?? "";
      if (!rows.has(key)) sheets[nameOf[cell.table]]?.push(row);
      rows.set(key, row);
    }
  }
  return JSON.stringify(sheets);
}

function published(bodyId: string, year: number): AnnualReport {
  const found = PUBLISHED_REPORTS.find(({ report }) => report.bodyId === bodyId && report.year === year);
  if (found === undefined) throw new Error(`${bodyId} ${year} is not among the published reports`);
  return { ...found.report, level: "unit" };
}

/**
 * An office with 潼南 2024 as published, a copy with one cell changed, 平潭 2020 and 2022 to 2024, and a copy of it whose
 * chain is broken. Only a server takes a file in, and the demonstration district holds neither published reports, nor the
 * trial form, nor a difference of R5 or R6: what it can show is in report-views.spec.ts.
 */
const test = base.extend<object, { office: ProductServer }>({
  office: [
    async ({ browserName: _ }, use) => {
      const tongnan = published("tongnan-office", 2024);
      const copy = {
        ...tongnan,
        bodyId: "copy",
        bodyName: "改动一格的副本",
        cells: { ...tongnan.cells, "t3.granted.naturalPerson": "4" },
      };
      const others = [2022, 2023, 2024].map((year) => published("pingtan", year));
      const broken = [2023, 2024].map((year) => ({
        ...published("pingtan", year),
        bodyId: "chain",
        bodyName: "断链的副本",
      }));
      if (broken[1] !== undefined) broken[1].cells = { ...broken[1].cells, "t3.carriedOver.commercial": "9" };
      const folder = mkdtempSync(join(tmpdir(), "reports-"));
      // One form a file: the heads of table 二 are not the same in both.
      const [modern, trial] = [join(folder, "2021.json"), join(folder, "2019.json")];
      writeFileSync(modern, toSheets([copy, ...others, ...broken]));
      writeFileSync(trial, toSheets([published("pingtan", 2020)]));
      const database = temporaryDatabase();
      const files = [join(ROOT, "public/samples/tongnan-office-2024.xlsx"), modern, trial];
      const end = await runServerCommand("import", files, { DATABASE_URL: database });
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

function card(page: Page, title: string) {
  return page.getByRole("region", { name: title });
}

function cell(page: Page, id: string) {
  return page.locator(`[data-cell="${id}"]`);
}

async function openTongnan(page: Page, baseURL: string | undefined): Promise<void> {
  await openAddress(page, baseURL, "/annual-report");
  const bodies = page.getByRole("combobox", { name: "填报单位" });
  const name = published("tongnan-office", 2024).bodyName;
  await bodies.selectOption({ label: name });
  await expect(page.getByRole("region", { name: "结论" })).toContainText(name);
}

test("潼南 2024 imported into an empty database: every equation holds, the fee is ——", async ({ page, baseURL }) => {
  await openTongnan(page, baseURL);
  await expect(page.getByRole("region", { name: "结论" })).toContainText(/可判定的 \d+ 处等式相符/);
  await expect(cell(page, "t2.administrativeFees.amount")).toHaveText("——");
  await expect(card(page, "三、收到和处理政府信息公开申请情况")).not.toContainText("差 ");
});

test("one changed cell breaks the equations it is in, with the exact difference", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report?body=copy");
  const list = card(page, "三、收到和处理政府信息公开申请情况").getByRole("list", { name: "勾稽关系" });
  await expect(list).toContainText(/R2自然人列.*，差 \+\d/);
  await list.getByRole("button", { name: /^R2 ?自然人列：/ }).click();
  await expect(page).toHaveURL(/pick=R2\.naturalPerson/);
  await expect(page.locator('[data-lit] [data-cell="t3.granted.naturalPerson"]')).toBeVisible();
  await cell(page, "t3.granted.naturalPerson").click();
  await expect(page).toHaveURL(/pick=t3\.granted\.naturalPerson/);
  const picked = card(page, "选中项");
  await expect(picked.getByRole("button", { name: /^R2/ })).toContainText("差");
  await expect(picked.getByRole("button", { name: /^R3/ })).toContainText("差");
});

test("平潭 2020 on the trial form: R2 is broken while R1 holds", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report?body=pingtan&year=2020&form=2019");
  const table = card(page, "三、收到和处理政府信息公开申请情况");
  await expect(table).toContainText(/R1　[^R]*7 处：相符 7/);
  await expect(table).toContainText("差 +6");
  await expect(card(page, "二、主动公开政府信息情况")).toContainText("政府集中采购");
});

test("the chain 平潭 2022→2023→2024 holds in each of the seven columns", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report?body=pingtan&year=2024");
  const chain = card(page, "跨年结转链（R5）");
  await expect(chain).toContainText("2022 年至 2024 年逐年相接，7 列 14 处无断链");
  await expect(chain.getByRole("row")).toHaveCount(8);
});

test("the chains of all bodies name the broken link, its column and its difference, and who could not be checked", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/annual-report?body=pingtan&year=2024");
  const chains = figureOf(page, "annual-report-chains");
  await expect(chains).toContainText("断链 1 家 1 处：断链的副本 2023→2024 年商业企业 −9");
  await expect(chains).toContainText(/无法核对 \d 家：.*改动一格的副本（缺 2023 年）/);
  const { bytes } = await saveFile(page, chains, "下载数据 CSV");
  const lines = bytes.toString("utf8").split("\r\n");
  const head = lines[0]?.split(",") ?? [];
  const row = lines.find((line) => line.includes("断链的副本") && line.includes("2023→2024"))?.split(",") ?? [];
  expect(row[head.indexOf("商业企业差")]).toBe("-9");
  expect(row[head.indexOf("自然人差")]).toBe("0");
  expect(lines.find((line) => line.includes("改动一格的副本"))).toMatch(/无法核对.*缺 2023 年报告/);
});

test("a difference of R6 is explained, and the remark stands on the form", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report?body=pingtan&year=2023");
  const notes = card(page, "须附说明的差异（R5、R6）");
  await notes.getByRole("button", { name: "附说明" }).first().click();
  await notes.getByRole("textbox", { name: "说明", exact: true }).fill("年内清理，口径由发文机关改为主管部门。");
  await notes.getByRole("button", { name: "登记说明" }).click();
  await expect(notes).toContainText("年内清理，口径由发文机关改为主管部门。");
  await expect(card(page, "二、主动公开政府信息情况")).toContainText("R6 说明（");
});
