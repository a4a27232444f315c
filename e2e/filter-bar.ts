import { expect, type Locator, type Page } from "@playwright/test";

/** The filter bar, spoken to as a person does: by the words on its controls. */
export function filterBar(page: Page): Locator {
  return page.getByRole("region", { name: "筛选" });
}

/** Leaves exactly these quarters ticked, written as ["2026年", "二季度"]. */
export async function pickQuarters(page: Page, ...wanted: (readonly [year: string, quarter: string])[]): Promise<void> {
  const bar = filterBar(page);
  await bar.getByRole("button", { name: /^季度/ }).click();
  const box = page.getByRole("dialog", { name: "选择季度" });
  for (const [year, quarter] of wanted)
    await box.getByRole("group", { name: year }).getByRole("checkbox", { name: quarter }).check();
  for (const group of await box.getByRole("group").all()) {
    const year = await group.locator("legend").innerText();
    for (const choice of await group.getByRole("checkbox", { checked: true }).all()) {
      const label = (await choice.locator("xpath=..").innerText()).trim();
      const isWanted = wanted.some((pair) => pair[0] === year && label.startsWith(pair[1]));
      if (!isWanted && label !== "全年") await choice.uncheck();
    }
  }
  await box.getByRole("button", { name: "完成" }).click();
  await expect(box).toHaveCount(0);
}

/** Ticks units by typing what a person would type: a name or pinyin initials. */
export async function pickUnits(page: Page, ...picks: { typed: string; name: string }[]): Promise<void> {
  await filterBar(page).getByRole("button", { name: /^单位/ }).click();
  const box = page.getByRole("dialog", { name: "选择单位" });
  for (const { typed, name } of picks) {
    await box.getByRole("searchbox").fill(typed);
    await box.getByRole("checkbox", { name, exact: true }).check();
  }
  await box.getByRole("button", { name: "完成" }).click();
  await expect(box).toHaveCount(0);
}

/** A picked unit's way back; it stands in the unit's chip. */
export function chipOf(page: Page, name: string): Locator {
  return page.getByRole("button", { name: `去掉${name}` });
}
