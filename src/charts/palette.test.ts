import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PALETTE_TOKENS, printPalette, screenPalette } from "./palette.ts";

const css = readFileSync(new URL("../ui/tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split(':root[data-theme="dark"]');

function tokenOf(block: string, token: string): string | undefined {
  return new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(block)?.[1];
}

describe("palette", () => {
  it("paints pictures with the light values of tokens.css", () => {
    expect(printPalette).toEqual(Object.fromEntries(PALETTE_TOKENS.map((token) => [token, tokenOf(light, token)])));
  });

  it("finds every token in the dark theme", () => {
    expect(PALETTE_TOKENS.filter((token) => tokenOf(dark, token) === undefined)).toEqual([]);
  });

  it("paints the page by custom property", () => {
    expect(screenPalette["s1-ink"]).toBe("var(--s1-ink)");
  });
});
