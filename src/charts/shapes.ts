import type { MarkFill } from "./chart.ts";
import type { Palette, PaletteToken } from "./palette.ts";

/** Path pieces. Charts join thousands of them into one `<path>` per look, because cost is per node. */
export function rectPath(x: number, y: number, width: number, height: number): string {
  return `M${trim(x)} ${trim(y)}h${trim(width)}v${trim(height)}h${trim(-width)}z`;
}

export function linePath(x1: number, y1: number, x2: number, y2: number): string {
  return `M${trim(x1)} ${trim(y1)}L${trim(x2)} ${trim(y2)}`;
}

function trim(value: number): number {
  return Math.round(value * 100) / 100;
}

/** 45° hatch, one line every 5 px, cut to the rectangle by arithmetic: patterns and clip paths get lost in Office. */
export function hatchPath(x: number, y: number, width: number, height: number, step = 5): string {
  let path = "";
  for (let offset = step; offset < width + height; offset += step) {
    const x1 = x + Math.max(0, offset - height);
    const y1 = y + Math.min(height, offset);
    const x2 = x + Math.min(width, offset);
    const y2 = y + Math.max(0, offset - width);
    path += linePath(x1, y1, x2, y2);
  }
  return path;
}

const DIAMOND = "m0 -5l5 5l-5 5l-5 -5z";
const TRIANGLE = "m0 -5l5.4 9.4h-10.8z";
const SQUARE = "m-4.3 -4.3h8.6v8.6h-8.6z";
const CIRCLE = "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z";

/** Tier = colour + shape + word: ● ◆ ▲ ■ for 一档 … 四档, drawn, because fonts disagree about these glyphs. */
export function tierShape(level: number, x: number, y: number): string {
  const shape = [CIRCLE, DIAMOND, TRIANGLE, SQUARE][Math.min(Math.max(level, 1), 4) - 1] ?? SQUARE;
  return `M${trim(x)} ${trim(y)}${shape}`;
}

/** ✕ of a veto, to be stroked. */
export function crossPath(x: number, y: number): string {
  return `M${trim(x - 4)} ${trim(y - 4)}l8 8m0 -8l-8 8`;
}

const TIER_TOKENS = ["t1", "t2", "t3", "t4"] as const;

/** A scheme with a fifth tier paints it like the fourth; shape and word still tell them apart in the table. */
function tierToken(level: number): (typeof TIER_TOKENS)[number] {
  return TIER_TOKENS[Math.min(Math.max(level, 1), 4) - 1] ?? "t4";
}

export function tierColour(level: number, palette: Palette): string {
  return palette[tierToken(level)];
}

/** Colour of a mark; nodata and gap are drawn as hatch and dashes in their colour. */
export function fillColour(fill: MarkFill, palette: Palette): string {
  return palette[fillToken(fill)];
}

function fillToken(fill: MarkFill): PaletteToken {
  switch (fill.kind) {
    case "series":
      return `s${fill.slot}`;
    case "tier":
      return tierToken(fill.level);
    case "plain":
      return fill.weight === 1 ? "m1" : "m2";
    case "overdue":
      return "overdue";
    case "nodata":
      return "nodata";
    case "gap":
      return "worse";
  }
}

/** Colour of text inside a filled mark. */
export function fillInk(fill: MarkFill, palette: Palette): string {
  switch (fill.kind) {
    case "series":
      return palette[`s${fill.slot}-ink`];
    case "plain":
      return fill.weight === 1 ? palette["m1-ink"] : palette["m2-ink"];
    case "tier":
      return palette[`${tierToken(fill.level)}-ink`];
    case "overdue":
      return palette.surface;
    default:
      return palette.ink;
  }
}
