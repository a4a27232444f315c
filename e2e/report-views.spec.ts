import type { Locator, Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { addressOf } from "./desk-address.ts";
import { figureOf, saveFile, saveFileOf } from "./figure.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress } from "./journey.ts";

/** 双桂桥镇: its report leaves out one closed case of a law firm that its ledger holds. */
const FORM = "/annual-report?body=u40&year=2025";

const TABLES = {
  t2: "二、主动公开政府信息情况",
  t3: "三、收到和处理政府信息公开申请情况",
} as const;

function card(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

function cell(page: Page, id: string): Locator {
  return page.locator(`button[data-cell="${id}"]`);
}

test("the tables computed from the ledger stand in the same form, under their own equations", async ({
  page,
  baseURL,
  otherContext,
}) => {
  await openAddress(page, baseURL, FORM);
  await expect(cell(page, "t3.granted.legalService")).toHaveText("0");
  await expect(card(page, TABLES.t3)).toContainText("差 −1");
  const views = page.getByRole("group", { name: "视图" });
  await views.getByRole("button", { name: "台账计算" }).click();
  await expect.poll(() => addressOf(page)).toContain("view=computed");
  await expect(cell(page, "t3.granted.legalService")).toHaveText("1");
  // The ledger counts the case that the report left out, so that R2 holds there.
  await expect(card(page, TABLES.t3)).not.toContainText("差 −1");
  await expect(card(page, TABLES.t3)).toContainText(/台账计至 2025-12-31，申请 \d+ 件、复议诉讼 \d+ 件/);
  await expect(cell(page, "t2.licensing.decisions")).toHaveText("台账不计");
  await expectAddressIsState(page, otherContext, () => views.getByRole("button", { name: "报表" }).click());
});

test("held against each other cell by cell: cells that differ are boxed, named and counted", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, `${FORM}&view=compare`);
  const table = card(page, TABLES.t3);
  await expect(table).toContainText(
    /与台账对照 \d+ 格，不同 2 格：（一）予以公开·法律服务机构 −1、（一）予以公开·总计 −1；/,
  );
  await expect(cell(page, "t3.granted.legalService")).toHaveText(/报 0\s*算 1\s*差 −1/);
  await expect(cell(page, "t3.granted.total")).toHaveText(/报 \d+\s*算 \d+\s*差 −1/);
  await expect(table.locator('[data-look="differing"]')).toHaveCount(2);
  await expect(cell(page, "t3.newReceived.total")).toHaveText(/^\d+$/);
  const csv = await saveFile(page, table, "下载数据 CSV");
  expect(csv.bytes.toString("utf8")).toContain("报 0 算 1 差 −1");
  expect(csv.name).toContain("对照");
});

test("the applications behind a cell: open from the cell, leave as a file, and back with the form as it was", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, `${FORM}&view=computed`);
  const before = addressOf(page);
  const count = Number(await cell(page, "t3.newReceived.total").innerText());
  await cell(page, "t3.newReceived.total").click();
  const picked = card(page, "选中项");
  await expect(picked).toContainText(`台账里计入这一格的 ${count} 件`);
  const list = picked.getByRole("table", { name: "计入这一格的件" });
  await expect(list.getByRole("row")).toHaveCount(count + 1);
  const number = await list.getByRole("rowheader").first().innerText();

  const csv = await saveFileOf(page, picked, "计入这一格的件：下载数据 CSV");
  expect(csv.name).toMatch(/^2025_台账清单.*双桂桥镇.*\.csv$/);
  const lines = csv.bytes.toString("utf8").trim().split("\r\n");
  expect(lines).toHaveLength(count + 1);
  expect(csv.bytes.toString("utf8")).toContain(number);
  const xlsx = await saveFileOf(page, picked, "计入这一格的件：下载数据 XLSX");
  expect(strFromU8(unzipSync(xlsx.bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain(number);

  await page.goBack();
  await expect.poll(() => addressOf(page)).toBe(before);
  await expect(list).toHaveCount(0);
  await expect(cell(page, "t3.newReceived.total")).toHaveText(String(count));
  await page.goForward();
  await expect(list.getByRole("row")).toHaveCount(count + 1);
});

test("the chains of all bodies say that they hold, and name who could not be checked", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, FORM);
  const chains = figureOf(page, "annual-report-chains");
  await expect(chains).toContainText(/可核对的 54 家 756 处全部相接；无法核对 1 家：区大数据局（缺 2024 年）/);
  const plot = chains.getByRole("listbox");
  await plot.focus();
  await page.keyboard.press("ArrowDown");
  await expect(plot.getByRole("option")).toContainText(/2023→2024|2024→2025/);
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toContain("body=");
  await expect.poll(() => addressOf(page)).not.toContain("body=u40");
});

test("the rows of both tables of bodies lead to the body's form, in the view of the page", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, `${FORM}&view=computed`);
  const verdicts = figureOf(page, "annual-report-verdicts");
  await verdicts.getByRole("tab", { name: "表" }).click();
  await page.getByRole("link", { name: "区公安局" }).first().click();
  await expect.poll(() => addressOf(page)).toContain("body=u06");
  expect(addressOf(page)).toContain("view=computed");
  await expect(page.getByRole("region", { name: "结论" })).toContainText("区公安局");
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  const chains = page.getByRole("figure", { name: "各机关跨年结转链（R5）" });
  await chains.getByRole("tab", { name: "表" }).click();
  await chains.getByRole("link", { name: "区大数据局" }).click();
  await expect(page.getByRole("region", { name: "结论" })).toContainText("区大数据");
});

test("figures are chosen by keyboard", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, FORM);
  await cell(page, "t3.newReceived.naturalPerson").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toContain("pick=t3.carriedOver.total");
  await expect(card(page, "选中项")).toContainText("R1");
});

test("a broken equation lights up its cells, and a cell lists the equations it is in", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, FORM);
  const list = card(page, TABLES.t3).getByRole("list", { name: "勾稽关系" });
  await list.getByRole("button", { name: /^R2 ?法律服务机构列：/ }).click();
  await expect.poll(() => addressOf(page)).toContain("pick=R2.legalService");
  await expect(page.locator('[data-lit] [data-cell="t3.granted.legalService"]')).toBeVisible();
  await cell(page, "t3.granted.legalService").click();
  const picked = card(page, "选中项");
  await expect(picked.getByRole("button", { name: /^R2/ })).toContainText("差 −1");
  await expect(picked.getByRole("button", { name: /^R3/ })).toBeVisible();
});

test("the copied table keeps its spans where it is pasted", async ({ page, context, baseURL }) => {
  await openAddress(page, baseURL, FORM);
  const table = card(page, TABLES.t3);
  await table.getByRole("button", { name: "复制表格" }).click();
  await expect(table.getByRole("status").first()).toContainText("表格已复制，粘贴到");
  const letter = await context.newPage();
  await letter.setContent('<div id="letter" contenteditable="true"></div>');
  await letter.locator("#letter").focus();
  await letter.keyboard.press("Control+V");
  await expect(letter.locator('th[rowspan="22"], td[rowspan="22"]')).toHaveCount(1);
  await expect(letter.locator('th[rowspan="8"], td[rowspan="8"]')).toHaveCount(1);
  await expect(letter.locator('th[colspan="5"], td[colspan="5"]')).toHaveCount(1);
});

test("the workbook keeps merged heads, the picture carries the numbers and that they are invented", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, FORM);
  const table = card(page, TABLES.t3);
  const workbook = await saveFile(page, table, "下载数据 XLSX");
  const sheet = strFromU8(unzipSync(workbook.bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain('<mergeCell ref="A1:C3"/>');
  const picture = await saveFile(page, table, "下载矢量图 SVG");
  expect(picture.name).toMatch(/^2025_年度报告表三_/);
  expect(picture.bytes.toString("utf8")).toContain("1.本机关不掌握相关政府信息");
  expect(picture.bytes.toString("utf8")).toContain("演示数据");
});
