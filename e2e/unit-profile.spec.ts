import { ledger } from "./demo-figures.ts";
import { addressOf } from "./desk-address.ts";
import { filterBar } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, readContent } from "./journey.ts";
import { LATEST_QUARTER } from "./now.ts";

const units = [...ledger.units].sort((a, b) => a.order - b.order);
const unitOf = (test: (id: string) => boolean) => units.find((unit) => test(unit.id)) ?? units[0];
const missed = ledger.coverage.find((row) => row.quarter === LATEST_QUARTER && row.state === "missed");

test("opens at the first unit, or at the one that was picked elsewhere", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/units");
  await expect.poll(() => addressOf(page)).toBe(`/units/${units[0]?.id}`);
  await expect(page.getByRole("figure").getByRole("heading")).toContainText(units[0]?.name ?? "");
  await openAddress(page, baseURL, `/units?unit=${units[5]?.id}`);
  await expect.poll(() => addressOf(page)).toContain(`/units/${units[5]?.id}`);
});

test("neighbours follow the register and keep the quarter; the address is the state", async ({
  page,
  baseURL,
  otherContext,
}) => {
  await openAddress(page, baseURL, `/units/${units[1]?.id}?quarter=2026Q2`);
  const nav = page.getByRole("navigation", { name: "换一家单位" });
  await nav.getByRole("link", { name: /^下一家/ }).click();
  await expect.poll(() => addressOf(page)).toBe(`/units/${units[2]?.id}?quarter=2026Q2`);
  await expect(filterBar(page).getByRole("button", { name: /^季度/ })).toContainText("二季度");
  await expectAddressIsState(page, otherContext, () => nav.getByRole("link", { name: /^上一家/ }).click());
});

test("the sheet can be read as a table, and leads to the evidence", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, `/units/${units[0]?.id}`);
  await page.getByRole("tab", { name: "表" }).click();
  const table = page.getByRole("figure").getByRole("table");
  await expect(table.getByRole("row", { name: /扣分位次 第 \d+ \/ \d+/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /佐证/ }).first()).toHaveAttribute("href", /^https?:/);
  await page.getByRole("link", { name: /^得分说明/ }).click();
  await expect(page.getByRole("dialog")).toContainText(units[0]?.shortName ?? "");
  await page.goBack();
  await expect.poll(() => addressOf(page)).toBe(`/units/${units[0]?.id}`);
});

test("a unit that was not inspected gets a sheet that says so; an unknown one is said to be unknown", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, `/units/${missed?.unitId}`);
  const content = await readContent(page);
  expect(content).toContain("未检查");
  expect(content).toContain(missed?.reason ?? "");
  await openAddress(page, baseURL, "/units/nobody");
  await expect(page.getByText("名册里没有这家单位。")).toBeVisible();
  await page.getByRole("link", { name: /^打开名册第一家/ }).click();
  await expect.poll(() => addressOf(page)).toBe(`/units/${units[0]?.id}`);
});

test("prints on one A4 page whatever the unit, and leaves as one A4 picture", async ({ page, baseURL }) => {
  const fullest = unitOf((id) => id === mostFindings());
  await openAddress(page, baseURL, `/units/${fullest?.id}`);
  await readContent(page);
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.getByRole("button", { name: /^导出/ }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /单位一页纸 A4/ }).click();
  expect((await download).suggestedFilename()).toBe(
    `${LATEST_QUARTER}_单位画像_${fullest?.shortName}_截至20261008.png`,
  );
  await expect(page.getByText("2481 × 3509 像素")).toBeVisible();
});

function mostFindings(): string {
  const counts = new Map<string, number>();
  for (const { quarter, unitId } of ledger.findings)
    if (quarter === LATEST_QUARTER) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
