import { addressOf } from "./desk-address.ts";
import { filterBar } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, readContent } from "./journey.ts";

test("opens at the latest year of the district with table 三", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/annual-report");
  await expect(filterBar(page).getByRole("combobox", { name: "年度" })).toHaveValue("2025");
  const table = page.getByRole("table").filter({ hasText: "予以公开" }).first();
  await expect(table).toBeVisible();
  for (const heading of ["予以公开", "不予公开", "无法提供", "不予处理", "其他处理"])
    expect(await readContent(page)).toContain(heading);
});

test("the address holds body and year: reload, share, back", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, "/annual-report");
  const bar = filterBar(page);
  await bar.getByRole("combobox", { name: "年度" }).selectOption("2024");
  await expect.poll(() => addressOf(page)).toContain("year=2024");
  const bodies = bar.getByRole("combobox", { name: "填报单位" });
  await bodies.selectOption({ index: 3 });
  await expect.poll(() => addressOf(page)).toContain("body=");
  await expectAddressIsState(page, otherContext, async () => {
    await bodies.selectOption({ index: 5 });
  });
});
