import type { LegendItem } from "./figure-spec.ts";
import type { Palette } from "./palette.ts";
import { fillColour, hatchPath, rectPath, tierShape } from "./shapes.ts";

/** Side of a swatch. */
export const SWATCH = 12;

export interface SwatchPath {
  d: string;
  fill: string;
  stroke: string;
  dash: string;
}

/** Drawn the same on the page (as JSX) and in a picture (as text), so both have one source. */
export function swatchPaths(item: LegendItem, palette: Palette): SwatchPath[] {
  switch (item.kind) {
    case "fill":
      return fillSwatch(item, palette);
    case "ramp":
      return [filled(rectPath(0, 0, SWATCH, SWATCH), palette[`q${item.step}`])];
    case "band":
      return [
        filled(rectPath(0, 0, SWATCH, SWATCH), palette.cliff),
        stroked(rectPath(0.5, 0.5, SWATCH - 1, SWATCH - 1), palette["line-strong"]),
      ];
    case "soon":
      return [filled(rectPath(0, 0, SWATCH, SWATCH), palette["soon-mark"])];
    case "rest":
      return [
        filled(rectPath(0, 0, SWATCH, SWATCH), palette.track),
        stroked(rectPath(0.5, 0.5, SWATCH - 1, SWATCH - 1), palette["line-strong"]),
      ];
    case "dueTick":
      return [filled(rectPath(5, -1, 2, SWATCH + 2), palette.ink)];
    case "hatch":
      return hatchSwatch(palette);
    case "dashed":
      return [stroked(rectPath(0.5, 0.5, SWATCH - 1, SWATCH - 1), palette.control, "3 2")];
    case "outline":
      return [stroked(rectPath(0.5, 2.5, SWATCH - 1, 7), palette.control)];
    case "dash":
      return [stroked("M-2 6H14", palette["line-strong"])];
    case "zero":
      return [stroked("M3.6 6a2.4 4 0 1 1 4.8 0a2.4 4 0 1 1 -4.8 0", palette["ink-3"])];
    case "text":
      return [];
  }
}

function fillSwatch(item: Extract<LegendItem, { kind: "fill" }>, palette: Palette): SwatchPath[] {
  switch (item.fill.kind) {
    case "nodata":
      return hatchSwatch(palette);
    case "gap":
      return [stroked(rectPath(0.5, 0.5, SWATCH - 1, SWATCH - 1), palette.worse, "3 2")];
    case "tier":
      return [filled(tierShape(item.fill.level, SWATCH / 2, SWATCH / 2), fillColour(item.fill, palette))];
    default:
      return [filled(rectPath(0, 0, SWATCH, SWATCH), fillColour(item.fill, palette))];
  }
}

function hatchSwatch(palette: Palette): SwatchPath[] {
  return [
    stroked(hatchPath(0, 0, SWATCH, SWATCH), palette.nodata),
    stroked(rectPath(0.5, 0.5, SWATCH - 1, SWATCH - 1), palette.nodata),
  ];
}

function filled(d: string, fill: string): SwatchPath {
  return { d, fill, stroke: "none", dash: "" };
}

function stroked(d: string, stroke: string, dash = ""): SwatchPath {
  return { d, fill: "none", stroke, dash };
}
