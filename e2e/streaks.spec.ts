import { previousQuarter, type Quarter } from "#domain/quarter.ts";
import { sideOf } from "#domain/unit.ts";
import { demoDistrict, ledger } from "./demo-figures.ts";
import { addressOf } from "./desk-address.ts";
import { figureOf, saveFile } from "./figure.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";
import { LATEST_QUARTER } from "./now.ts";

const START = "/deductions?side=township&compare=yoy";

interface Repetition {
  unit: string;
  unitId: string;
  indicatorId: string;
  /** Quarters in a row, oldest first. */
  quarters: Quarter[];
}

/** Townships that lost points on one indicator in the latest quarter and the one before, read from the seed itself. */
function repetitions(): Repetition[] {
  const inspected = new Set(
    ledger.coverage.filter(({ state }) => state === "inspected").map(({ quarter, unitId }) => `${quarter}|${unitId}`),
  );
  const lines = ledger.findings.filter(({ status, points }) => status === "confirmed" && points > 0);
  const effects = new Map(ledger.schemes.flatMap(({ indicators }) => indicators.map(({ id, effect }) => [id, effect])));
  const lost = new Set(
    lines
      .filter(({ indicatorId }) => effects.get(indicatorId) === "deduct")
      .map(({ quarter, unitId, indicatorId }) => `${quarter}|${unitId}|${indicatorId}`),
  );
  const townships = demoDistrict().units.filter((unit) => sideOf(unit) === "township");
  return townships.flatMap(({ id: unitId, shortName: unit }) =>
    [...effects.keys()].flatMap((indicatorId) => {
      const quarters: Quarter[] = [];
      let quarter = LATEST_QUARTER as Quarter;
      while (inspected.has(`${quarter}|${unitId}`) && lost.has(`${quarter}|${unitId}|${indicatorId}`)) {
        quarters.unshift(quarter);
        quarter = previousQuarter(quarter);
      }
      return quarters.length < 2 ? [] : [{ unit, unitId, indicatorId, quarters: quarters.slice(-8) }];
    }),
  );
}

test("连续扣分 lists every unit that lost points on one indicator quarter after quarter, and leaves as a file", async ({
  page,
  baseURL,
}) => {
  const expected = repetitions();
  const units = new Set(expected.map(({ unitId }) => unitId)).size;
  await openAddress(page, baseURL, START);
  const figure = figureOf(page, "finding-streaks");
  await expect(figure).toContainText(`${units} 家在 ${expected.length} 项上连续扣分`);

  const { name, bytes } = await saveFile(page, figure, "下载数据 CSV");
  expect(name).toMatch(/^2026Q3_连续扣分_镇街_截至\d{8}\.csv$/);
  const [head, ...rows] = bytes.toString("utf8").replace("\uFEFF", "").trimEnd().split("\r\n");
  expect(head).toBe("单位,指标,连续季度数,自,合计扣分,逐季扣分,条款,数据性质");
  expect(rows).toHaveLength(expected.length);
  const counts = rows.map((row) => Number(row.split(",")[2]));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect([...counts].sort()).toEqual(expected.map(({ quarters }) => quarters.length).sort());
});

test("a streak leads to the findings behind it and back, by keyboard, with the filters intact", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, START);
  const plot = page.locator('[data-chart="finding-streaks"]').getByRole("listbox");
  await plot.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toMatch(/&explain=2026Q3,u\d+,indicator\.\w+$/);
  const [, unitId, indicatorId] = /explain=2026Q3,(u\d+),indicator\.(\w+)$/.exec(addressOf(page)) ?? [];
  expect(addressOf(page).startsWith(START)).toBe(true);
  const repetition = repetitions().find((entry) => entry.unitId === unitId && entry.indicatorId === indicatorId);
  expect(repetition).toBeDefined();

  const lines = ledger.findings.filter(
    (line) => line.quarter === LATEST_QUARTER && line.unitId === unitId && line.indicatorId === indicatorId,
  );
  const sheet = page.getByRole("dialog", { name: new RegExp(`${repetition?.unit} · 2026年三季度`) });
  await expect(sheet.getByText(new RegExp(`^只看“.+”：${lines.length} / \\d+ 条$`))).toBeVisible();
  await expect(sheet.getByRole("table", { name: `扣分明细 ${lines.length} 条` })).toContainText(
    lines[0]?.problem ?? "no line in the seed",
  );
  await page.goBack();
  await expect(sheet).toHaveCount(0);
  expect(addressOf(page)).toBe(START);
});
