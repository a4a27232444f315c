import { type Page, test } from "@playwright/test";
import { expectSettled } from "#e2e/desk-address.ts";
import { figureOf, openMenu } from "#e2e/figure.ts";
import { startDistrict } from "./district.ts";
import { median, printTable, quantile } from "./statistics.ts";

const WARM_UP = 2;
const PICTURES = 20;

/** From the click on the menu's entry to the moment the browser holds the finished file. */
async function measurePictures(page: Page, key: string, entry: RegExp): Promise<number[]> {
  const figure = figureOf(page, key);
  const samples: number[] = [];
  for (let picture = 0; picture < WARM_UP + PICTURES; picture++) {
    await openMenu(figure);
    const download = page.waitForEvent("download");
    const milliseconds = await page.evaluate(
      ({ key, source }) =>
        new Promise<number>((resolve, reject) => {
          const card = document.querySelector(`[data-chart="${key}"]`)?.closest("figure");
          const status = card?.querySelector("[role=status]");
          const button = [...(card?.querySelectorAll("button") ?? [])].find((item) =>
            new RegExp(source).test(item.textContent ?? ""),
          );
          if (!status || !button) {
            reject(new Error(`no entry ${source}`));
            return;
          }
          const began = performance.now();
          const observer = new MutationObserver(() => {
            if (!status.textContent?.startsWith("已下载")) return;
            observer.disconnect();
            resolve(performance.now() - began);
          });
          observer.observe(status, { childList: true, characterData: true, subtree: true });
          button.click();
        }),
      { key, source: entry.source },
    );
    await (await download).delete();
    if (picture >= WARM_UP) samples.push(milliseconds);
  }
  return samples;
}

test("pictures", async ({ browser }) => {
  const rows: (string | number)[][] = [["PNG, ms", "median", "p95", "p95/median"]];
  const server = await startDistrict(54);
  const page = await browser.newPage();
  await page.goto(`${server.url}deductions`);
  await expectSettled(page);
  for (const [name, key, entry] of [
    ["ranked bars, screen 2×", "deduction-ranking", /PNG（屏幕/],
    ["ranked bars, Word 300 dpi", "deduction-ranking", /PNG（Word.*镇街/],
    ["heatmap, screen 2×", "deduction-heatmap", /PNG（屏幕/],
  ] as const) {
    const samples = await measurePictures(page, key, entry);
    const [middle, high] = [median(samples), quantile(samples, 0.95)];
    rows.push([name, middle, high, (high / middle).toFixed(2)]);
  }
  await server.stop();
  printTable("Pictures (budget: median ≤ 150 ms at 2×, p95 ≤ 1.5 × median)", rows);
});
