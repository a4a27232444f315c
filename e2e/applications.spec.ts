import { addressOf } from "./desk-address.ts";
import { filterBar } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, readContent } from "./journey.ts";

test("opens at the latest year of the district with its figures, and leads to the statutory tables", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/applications?year=2024");
  await expect(filterBar(page).getByRole("combobox", { name: "年度" })).toHaveValue("2024");
  for (const heading of ["予以公开", "不予公开", "无法提供", "不予处理", "其他处理"])
    expect(await readContent(page)).toContain(heading);
  await page.getByRole("main").getByRole("link", { name: "年度报告" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "年度报告" })).toBeVisible();
  expect(addressOf(page)).toContain("year=2024");
});

test("the address holds body and year: reload, share, back", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, "/applications");
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

test("a body or year that was never reported is named and left out", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/applications?body=nobody&year=1999");
  const notes = filterBar(page).getByRole("status");
  await expect(notes).toContainText("nobody");
  await expect(notes).toContainText("1999");
});
