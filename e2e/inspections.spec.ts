import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { demoDistrict } from "./demo-figures.ts";
import { addressOf } from "./desk-address.ts";
import { chipOf, filterBar, pickQuarters, pickUnits } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, readContent } from "./journey.ts";

test("opens at the latest published quarter with every unit, and says what it rests on", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections");
  await expect(page).toHaveTitle(/季度检查/);
  await expect(filterBar(page).getByRole("combobox", { name: "年度" })).toHaveValue("2026");
  await expect(filterBar(page).getByRole("button", { name: /^季度/ })).toContainText("三季度");
  const { due, inspected, findings } = demoDistrict();
  const content = await readContent(page);
  expect(content).toMatch(new RegExp(`${inspected}\\s*/\\s*${due}|应检 ${due} · 实检 ${inspected}`));
  expect(content).toContain(String(findings));
  await expect(page.getByText("演示数据").first()).toBeVisible();
  expect(addressOf(page)).toBe("/inspections");
});

test("the address holds the picks: reload, share, back", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, "/inspections");
  await pickQuarters(page, ["2026年", "二季度"]);
  await expect.poll(() => addressOf(page)).toContain("quarter=2026Q2");
  await pickUnits(page, { typed: "gyz", name: "归雁镇" }, { typed: "教育", name: "区教育委" });
  await expect(chipOf(page, "归雁镇")).toBeVisible();
  await expectAddressIsState(page, otherContext, () => chipOf(page, "归雁镇").click());
});

test("a whole year is one pick, and 重置 goes back to the default", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections?quarter=2025&side=township");
  await expect(filterBar(page).getByRole("button", { name: /^季度/ })).toContainText("全年");
  await filterBar(page).getByRole("button", { name: "重置" }).click();
  await expect.poll(() => addressOf(page)).toBe("/inspections");
  await expect(filterBar(page).getByRole("button", { name: /^季度/ })).toContainText("三季度");
});

test("any two quarters are compared, and a mover becomes a filter", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, "/inspections");
  await filterBar(page).getByRole("button", { name: "指定季度" }).click();
  const base = filterBar(page).getByRole("combobox", { name: "与" });
  await expect(base).toHaveValue("2025Q3");
  await base.selectOption("2025Q1");
  await expect.poll(() => addressOf(page)).toBe("/inspections?compare=picked&base=2025Q1");
  const compared = page.getByRole("table", { name: "两期对照" });
  await expect(compared.getByRole("columnheader", { name: "2025年一季度" })).toBeVisible();
  await expect(page.getByRole("figure", { name: "扣分变化最大的单位" })).toContainText("较2025年一季度");
  await expectAddressIsState(page, otherContext, () =>
    filterBar(page).getByRole("button", { name: "同比", exact: true }).click(),
  );
});

test("without a base nothing is compared, and the panels say what to choose", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections?compare=none");
  await expect(page.getByText("没有对比的季度，看不出变化。")).toBeVisible();
  await openAddress(page, baseURL, "/inspections?compare=picked&base=2019Q1");
  await expect(filterBar(page).getByRole("status")).toContainText("已忽略：对比季度 2019Q1（没有可比的检查）");
});

test("unknown values of the address are named and left out", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/inspections?quarter=2031Q7&unit=nobody&side=moon");
  const notes = filterBar(page).getByRole("status");
  await expect(notes).toContainText("已忽略");
  await expect(notes).toContainText("2031Q7");
  await expect(notes).toContainText("nobody");
  await expect(notes).toContainText("moon");
  await expect(filterBar(page).getByRole("button", { name: /^季度/ })).toContainText("三季度");
});

test("an address of no page says so and leads back", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/nowhere");
  await expect(page.getByRole("heading", { level: 1, name: "没有这个页面" })).toBeVisible();
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "季度检查" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "季度检查" })).toBeVisible();
});

test("the list of findings leaves whole, with status, reason and time of what is argued about", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/inspections?side=department");
  const note = page.getByText(/；共 \d+ 条，第 1–50 条/);
  const total = Number(/共 (\d+) 条/.exec(await note.innerText())?.[1]);
  const save = async (format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `问题清单：下载数据 ${format}` }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const csv = await save("CSV");
  expect(csv.name).toMatch(/^2026Q3_问题清单_部门_截至\d{8}\.csv$/);
  const [head, ...rows] = csv.bytes.toString("utf8").trimEnd().split("\r\n");
  expect(head).toContain("状态,最近办理,理由,时间,登记方,办理佐证,数据性质");
  expect(rows).toHaveLength(total);
  const exempted = rows.find((row) => row.includes(",已免除,"));
  expect(exempted).toMatch(/,已免除,免除扣分,核对职责清单，情况属实。,2026-10-06 10:00,区政府办公室,——,演示数据$/);
  const xlsx = unzipSync((await save("XLSX")).bytes);
  expect(strFromU8(xlsx["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain("核对职责清单，情况属实。");
  expect(strFromU8(xlsx["xl/worksheets/sheet2.xml"] ?? new Uint8Array())).toContain("评分规则 2026 年版（v3）");
});
