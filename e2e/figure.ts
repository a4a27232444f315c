import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export interface SavedFile {
  name: string;
  bytes: Buffer;
}

/** The card around the plot with this key. */
export function figureOf(page: Page, key: string): Locator {
  return page.getByRole("figure").filter({ has: page.locator(`[data-chart="${key}"]`) });
}

export async function openMenu(figure: Locator): Promise<void> {
  await figure.getByRole("button", { name: /^导出/ }).click();
}

/** Takes one entry of the figure's menu and keeps the file that comes. */
export async function saveFile(page: Page, figure: Locator, entry: string | RegExp): Promise<SavedFile> {
  await openMenu(figure);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: entry }).first().click(),
  ]);
  const path = await download.path();
  const bytes = await readFile(path);
  expect(bytes.length).toBeGreaterThan(100);
  return { name: download.suggestedFilename(), bytes };
}

/** Presses a button that hands over a file at once. */
export async function saveFileOf(page: Page, box: Locator, button: string | RegExp): Promise<SavedFile> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    box.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The words of an SVG as one text; a line that was wrapped reads on without a break. */
export function textOfSvg(svg: string): string {
  const texts = [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map((match) => match[1] ?? "");
  return texts
    .map((text) => text.replace(/<[^>]+>/g, ""))
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
