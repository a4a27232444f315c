import { expectAccessible } from "./accessible.ts";
import { addressOf } from "./desk-address.ts";
import { figureOf, saveFile, saveFileOf, textOfSvg } from "./figure.ts";
import { filterBar, pickQuarters, pickUnits } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, readContent } from "./journey.ts";

/** Ten figures, opened four times over by one journey, on a machine that may be busy. */
test.setTimeout(90_000);

const GROUPS = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];

test("opens on the ledger at the latest quarter: what came, what became of it, and whether in time", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/applications");
  const content = (await readContent(page)).replace(/\s+/g, "");
  const [, due, closed, open] = /应办(\d+)件，办结(\d+)件，在办(\d+)件/.exec(content)?.map(Number) ?? [];
  expect(due).toBeGreaterThan(0);
  expect((closed ?? 0) + (open ?? 0)).toBe(due);
  for (const label of ["新收", "结转", "办结", "在办", "按期答复率", "被纠错"]) expect(content).toContain(label);
  expect(content).toContain("同比较2025年三季度");
  await expect(filterBar(page).getByRole("button", { name: "台账" })).toHaveAttribute("aria-pressed", "true");
  expect(addressOf(page)).toBe("/applications");
});

test("the flow keeps the legal order and its groups add up to the closed cases", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/applications");
  const figure = figureOf(page, "application-flow");
  await figure.getByRole("tab", { name: "表" }).click();
  const rows = await figure.getByRole("row").allInnerTexts();
  const sums = GROUPS.map((group) => rows.find((row) => row.startsWith(group)) ?? "");
  const places = GROUPS.map((group) => rows.findIndex((row) => row.startsWith(group)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const counts = sums.map((row) => Number(/(\d+)\s+[\d.]+%/.exec(row)?.[1]));
  const closed = Number(/\d+/.exec(rows.find((row) => row.startsWith("办结")) ?? "")?.[0]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(closed);
});

test("the address holds quarter, side and unit: reload, share, back", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, "/applications");
  await pickQuarters(page, ["2026年", "二季度"]);
  await pickUnits(page, { typed: "gyz", name: "归雁镇" });
  await expect.poll(() => addressOf(page)).toContain("quarter=2026Q2");
  await expectAddressIsState(page, otherContext, async () => {
    await filterBar(page).getByRole("button", { name: "部门", exact: true }).click();
  });
});

test("a bar of a unit is picked by keyboard and becomes a filter", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/applications");
  const bars = page.locator('[data-chart="application-units"]').getByRole("listbox");
  await bars.focus();
  await page.keyboard.press("ArrowDown");
  await expect(bars.getByRole("option")).toContainText("应办");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toContain("unit=");
});

test("how a reply period was counted opens by keyboard, names its articles, stands in the address, and closes", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/applications");
  const open = figureOf(page, "application-open");
  await expect(open.getByText(/^已超 \d+ 个工作日$/).first()).toBeVisible();
  const why = open.getByRole("button", { name: /^时限怎么算的/ }).first();
  await why.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^时限怎么算的/ });
  await expect(dialog.getByText("条例第三十一条")).toBeVisible();
  await expect(dialog.getByText("条例第三十三条").first()).toBeVisible();
  expect(addressOf(page)).toContain("application=");
  await expectAccessible(page, "dialog");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => addressOf(page)).toBe("/applications");
});

test("pictures of flow and reply times carry every group, the limits and the choice", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/applications");
  const flow = await saveFile(page, figureOf(page, "application-flow"), "下载矢量图 SVG");
  const words = textOfSvg(flow.bytes.toString("utf8"));
  for (const word of [...GROUPS, "本季新收", "上季结转", "结转下季", "2026年三季度", "演示数据"])
    expect(words).toContain(word);
  const times = await saveFile(page, figureOf(page, "application-reply-times"), "下载矢量图 SVG");
  const svg = times.bytes.toString("utf8");
  expect(textOfSvg(svg)).toContain("法定 20 个工作日");
  expect(textOfSvg(svg)).toContain("延期后最长 40 个工作日");
  expect(svg).not.toMatch(/var\(--|foreignObject/);
});

test("disputes say what is pending, both denominators, and the change of the law on the time axis", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/applications");
  await expect(figureOf(page, "application-disputes")).toContainText(/占全部 \d+\/\d+.*占已审结 \d+\/\d+/);
  await expect(figureOf(page, "application-disputes")).toContainText("未结");
  const trend = figureOf(page, "application-dispute-trend");
  await expect(trend.locator("[data-chart]")).toContainText("新行政复议法施行");
  await trend.getByRole("button", { name: "按季度" }).click();
  await expect.poll(() => addressOf(page)).toContain("disputes=quarter");
  await expect(trend).toContainText("第二十三条");
});

test("mock inspections tell 家次 from 家", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/applications");
  await expect(figureOf(page, "application-mock")).toContainText(
    /2 轮共检查 \d+ 家次，涉及 53 家；按期答复 \d+\/\d+ 家次/,
  );
});

test("the lists of disputes and of mock inspections leave whole, case by case and unit by unit", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/applications");
  const disputes = figureOf(page, "application-disputes");
  const [, count] = /复议、诉讼案件 (\d+) 件/.exec(await disputes.innerText()) ?? [];
  const cases = await saveFileOf(page, disputes, /复议、诉讼案件.*下载数据 CSV/);
  expect(cases.name).toMatch(/^2026Q3_复议诉讼案件清单_.*\.csv$/);
  const lines = cases.bytes.toString("utf8").trim().split("\r\n");
  expect(lines).toHaveLength(Number(count) + 1);
  expect(lines[0]).toContain("编号,单位,类别,事由,申请编号,立案日期,结果,审结日期");
  const mock = figureOf(page, "application-mock");
  const units = await saveFileOf(page, mock, /各单位模拟检查结果.*下载数据 CSV/);
  expect(units.name).toMatch(/^2026_模拟检查各单位_/);
  expect(units.bytes.toString("utf8").trim().split("\r\n")).toHaveLength(54);
  await saveFileOf(page, mock, /各单位模拟检查结果.*下载数据 XLSX/);
});

test("the basis of annual reports is one click away, stands in the address and leads to the tables", async ({
  page,
  baseURL,
  otherContext,
}) => {
  await openAddress(page, baseURL, "/applications");
  const bar = filterBar(page);
  await bar.getByRole("button", { name: "年报" }).click();
  await expect.poll(() => addressOf(page)).toBe("/applications?basis=report");
  await bar.getByRole("combobox", { name: "年度" }).selectOption("2024");
  const bodies = bar.getByRole("combobox", { name: "填报单位" });
  await bodies.selectOption({ index: 3 });
  await expect.poll(() => addressOf(page)).toContain("body=");
  await expect(figureOf(page, "application-balance")).toBeVisible();
  await expectAddressIsState(page, otherContext, async () => {
    await bodies.selectOption({ index: 5 });
  });
  await page.getByRole("main").getByRole("link", { name: "年度报告" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "年度报告" })).toBeVisible();
});

test("a body, a year or an application that does not exist is named", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/applications?basis=report&body=nobody&year=1999");
  const notes = filterBar(page).getByRole("status");
  await expect(notes).toContainText("nobody");
  await expect(notes).toContainText("1999");
  await openAddress(page, baseURL, "/applications?basis=guess");
  await expect(notes).toContainText("guess");
});
