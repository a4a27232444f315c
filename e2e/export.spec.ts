import type { Page } from "@playwright/test";
import readXlsxFile from "read-excel-file/node";
import { demoDistrict } from "./demo-figures.ts";
import { figureOf, openMenu, saveFile, textOfSvg } from "./figure.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";
import { NOW } from "./now.ts";
import { type Picture, readPng } from "./read-png.ts";

const DOTS_PER_METRE = { 300: 11_811, 192: 7559 };

interface Sized extends Picture {
  name: string;
}

async function bothPictures(page: Page, baseURL: string | undefined): Promise<{ word: Sized; screen: Sized }> {
  await openAddress(page, baseURL, "/deductions");
  const figure = figureOf(page, "deduction-ranking");
  const word = await saveFile(page, figure, /PNG（Word.*镇街/);
  const screen = await saveFile(page, figure, /PNG（屏幕/);
  const picture = readPng(screen.bytes);
  await expect(figure.getByRole("status")).toContainText(`${picture.width} × ${picture.height} 像素`);
  return {
    word: { name: word.name, ...readPng(word.bytes) },
    screen: { name: screen.name, ...picture },
  };
}

/** Height of a slide whose width is given; every slide is drawn at twice its design. */
function slideHeight(width: number): number {
  return Math.round(((width / 2) * 9) / 16) * 2;
}

test("pictures have the size of their purpose, not of the screen they are made on", async ({ browser, baseURL }) => {
  const [one, two] = await Promise.all(
    [1, 2].map(async (deviceScaleFactor) => {
      const context = await browser.newContext({ deviceScaleFactor });
      await context.clock.setFixedTime(NOW);
      const pictures = await bothPictures(await context.newPage(), baseURL);
      await context.close();
      return pictures;
    }),
  );
  if (one === undefined) throw new Error("no pictures");
  const { word, screen } = one;
  expect(word.name).toBe("2026Q3_各单位扣分_镇街_截至20261008.png");
  expect(screen.name).toMatch(/^2026Q3_各单位扣分_.*截至20261008\.png$/);
  // 15.6 cm at 300 dpi, no higher than the text block of an official document (22.5 cm).
  expect(word.width).toBe(1844);
  expect(word.height).toBeGreaterThan(1500);
  expect(word.height).toBeLessThanOrEqual(2657);
  expect(word.pixelsPerMetre).toBe(DOTS_PER_METRE[300]);
  expect(screen.height).toBeGreaterThanOrEqual(slideHeight(screen.width));
  expect(screen.pixelsPerMetre).toBe(DOTS_PER_METRE[192]);
  for (const picture of [word, screen]) {
    expect(picture.corner).toBe("ffffff");
    expect(picture.colours).toBeGreaterThan(50);
    expect(picture.inked).toBeGreaterThan(0.05);
    expect(picture.inked).toBeLessThan(0.6);
  }
  expect(two).toEqual(one);
});

test("a picture is drawn on white also from a dark page, with the same marks", async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const { word } = await bothPictures(page, baseURL);
  expect(word.corner).toBe("ffffff");
  expect(word.inked).toBeLessThan(0.6);
});

for (const [address, key] of [
  ["/deductions", "deduction-ranking"],
  ["/deductions", "deduction-heatmap"],
] as const) {
  test(`the SVG of ${key} carries its words and every unit, and nothing a document cannot draw`, async ({
    page,
    baseURL,
  }) => {
    await openAddress(page, baseURL, address);
    const figure = figureOf(page, key);
    const title = await figure.getByRole("heading").first().innerText();
    const { name, bytes } = await saveFile(page, figure, "下载矢量图 SVG");
    const svg = bytes.toString("utf8");
    const words = textOfSvg(svg).replace(/\s/g, "");
    expect(name).toMatch(/^2026Q3_.*_截至20261008\.svg$/);
    expect(words).toContain(title.replace(/\s/g, ""));
    expect(words).toContain("2026年三季度");
    expect(words).toContain("演示数据");
    expect(words).toContain("来源");
    expect(words).toContain("2026-10-08");
    expect(demoDistrict().unitNames.filter((unit) => !words.includes(unit))).toEqual([]);
    expect(svg).not.toMatch(/foreignObject|var\(|class=|<script|https?:\/\/(?!www\.w3\.org)/);
    expect(svg).not.toContain("…");
  });
}

test("the caption spells the picks out, name by name", async ({ page, baseURL }) => {
  const picked = demoDistrict()
    .units.filter((unit) => unit.kind === "township")
    .slice(0, 6);
  await openAddress(page, baseURL, `/deductions?unit=${picked.map((unit) => unit.id).join(",")}`);
  const { bytes } = await saveFile(page, figureOf(page, "deduction-ranking"), "下载矢量图 SVG");
  const words = textOfSvg(bytes.toString("utf8")).replace(/\s/g, "");
  expect(picked.filter((unit) => !words.includes(unit.shortName))).toEqual([]);
});

test("CSV opens in Chinese Excel: byte order mark, every row, no formula", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  const { name, bytes } = await saveFile(page, figureOf(page, "deduction-ranking"), "下载数据 CSV");
  expect(name).toMatch(/\.csv$/);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const text = bytes.toString("utf8");
  expect(demoDistrict().units.filter((unit) => !text.includes(unit.name))).toEqual([]);
  expect(text).toContain("演示数据");
  const cells = text.split(/\r\n/).flatMap((line) => line.split(","));
  expect(cells.filter((cell) => /^[=+@]|^-(?![\d.]+$)/.test(cell))).toEqual([]);
});

test("XLSX holds numbers as numbers, and a second sheet that says what they are", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  const { bytes } = await saveFile(page, figureOf(page, "deduction-ranking"), "下载数据 XLSX");
  const sheets = await readXlsxFile(bytes);
  expect(sheets.map((sheet) => sheet.sheet)).toEqual(["数据", "说明"]);
  const [head = [], ...rows] = sheets[0]?.data ?? [];
  const names = new Set(rows.flat().map(String));
  expect(demoDistrict().units.filter((unit) => !names.has(unit.name))).toEqual([]);
  const points = head.findIndex((cell) => /扣分/.test(String(cell)));
  expect(points).toBeGreaterThan(0);
  expect(rows.filter((row) => typeof row[points] === "number").length).toBeGreaterThan(40);
  const notes = (sheets[1]?.data ?? []).flat().join("\n");
  for (const word of ["2026年三季度", "演示数据", "来源"]) expect(notes).toContain(word);
});

test("a copied picture is on the clipboard, or the reason is said", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openAddress(page, baseURL, "/deductions");
  const figure = figureOf(page, "deduction-ranking");
  await openMenu(figure);
  await figure.getByRole("button", { name: "复制图片" }).click();
  await expect(figure.getByRole("status").filter({ hasText: /已复制/ })).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(types).toContain("image/png");
});

for (const address of ["/inspections", "/deductions", "/applications", "/rectifications"]) {
  test(`every figure of ${address} leaves as a picture`, async ({ page, baseURL }) => {
    await openAddress(page, baseURL, address);
    for (const figure of await page
      .getByRole("figure")
      .filter({ has: page.locator("[data-chart]") })
      .all()) {
      const { bytes } = await saveFile(page, figure, /PNG（屏幕/);
      const picture = readPng(bytes);
      expect(picture.inked, await figure.getByRole("heading").first().innerText()).toBeGreaterThan(0.01);
    }
  });
}
