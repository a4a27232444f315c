import { type ComponentType, createElement, Suspense } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { ChartHeight, ChartProps } from "./chart.ts";
import {
  type ComposedFigure,
  composeFigure,
  type DrawnPlot,
  heightAround,
  type PictureWords,
} from "./compose-figure.ts";
import { figureCode } from "./figure-code.ts";
import type { FigureContent, FigurePicture } from "./figure-spec.ts";
import { printPalette } from "./palette.ts";
import { stripControls } from "./text-measure.ts";

/** word: 590 px, the text width of an official document at 9–12 pt. screen: a slide, 16:9. sheet: a whole A4 page. */
export type PictureDesign = "word" | "screen" | "sheet";

const WORD_WIDTH = 590;
/**
 * A slide fills its 16:9: as narrow as the figure allows, because text shrinks with every step, and from the width of a
 * document on, for which every chart is made.
 */
const SLIDE = { least: 608, most: 1920, step: 16 };
const MARGINS = 28;
/** A4 at 96 dpi, and the width of a sheet between margins of 10 mm. */
const A4 = { width: 794, height: 1123 };
const SHEET_WIDTH = 718;

/** The figure or one of its parts as a finished SVG, drawn from the data at print size in the light colours. */
export async function drawFigureSvg<S>(
  content: FigureContent<S>,
  picture: FigurePicture<S> | null,
  design: PictureDesign,
  madeAt: string,
): Promise<ComposedFigure> {
  const shown = picture ?? content;
  const words = {
    number: content.number ?? "",
    title: shown.title,
    finding: shown.finding,
    caption: shown.caption,
    legend: picture?.legend ?? content.legend,
    note: picture?.note ?? content.note,
    source: content.source,
    marks: content.marks,
    madeAt,
    code: figureCode([shown.title, shown.caption, shown.series]),
  };
  const width = widthOf(design, words, (inner) => content.chartHeight(shown.series, inner, true));
  const plot = await drawPlot(content.Chart, content.chartHeight, shown.series, width - MARGINS);
  const outer = Math.max(width, Math.ceil(plot.width) + MARGINS);
  if (design === "sheet") return onPage(composeFigure(words, plot, outer));
  return composeFigure(words, plot, outer, design === "screen" ? Math.round((outer * 9) / 16) : 0);
}

type PlotHeight = (width: number) => number;

function widthOf(design: PictureDesign, words: PictureWords, plotHeight: PlotHeight): number {
  if (design === "sheet") return SHEET_WIDTH + MARGINS;
  return design === "word" ? WORD_WIDTH : slideWidth(words, plotHeight);
}

/** The figure in the middle of an A4 page, smaller where it is taller than the page. */
function onPage({ svg, width, height }: ComposedFigure): ComposedFigure {
  const margin = (A4.width - width) / 2;
  const scale = Math.min(1, (A4.height - 2 * margin) / height);
  const x = (A4.width - width * scale) / 2;
  const framed =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${A4.width}" height="${A4.height}" ` +
    `viewBox="0 0 ${A4.width} ${A4.height}"><rect width="${A4.width}" height="${A4.height}" fill="#ffffff"/>` +
    `<g transform="translate(${x} ${margin}) scale(${scale})">${svg}</g></svg>`;
  return { svg: framed, ...A4 };
}

/**
 * Narrowest slide on which the figure keeps the 16:9 format; a taller figure takes the widest. Found by halving, because
 * each try lays out the plot and wraps every line of words.
 */
function slideWidth(words: PictureWords, plotHeight: PlotHeight): number {
  const fits = (width: number) => plotHeight(width - MARGINS) + heightAround(words, width) <= (width * 9) / 16;
  if (!fits(SLIDE.most)) return SLIDE.most;
  let [narrow, wide] = [0, (SLIDE.most - SLIDE.least) / SLIDE.step];
  while (narrow < wide) {
    const middle = Math.floor((narrow + wide) / 2);
    if (fits(SLIDE.least + middle * SLIDE.step)) wide = middle;
    else narrow = middle + 1;
  }
  return SLIDE.least + wide * SLIDE.step;
}

/** Off screen and in one go: what is mounted, scrolled or themed on the page has no say. */
async function drawPlot<S>(
  Chart: ComponentType<ChartProps<S>>,
  chartHeight: ChartHeight<S>,
  series: S,
  width: number,
): Promise<DrawnPlot> {
  const host = document.createElement("div");
  host.style.cssText = `position:fixed;left:-99999px;top:0;width:${width}px;visibility:hidden`;
  host.setAttribute("aria-hidden", "true");
  document.body.append(host);
  const root = createRoot(host);
  const chart = createElement(Chart, { series, width, palette: printPalette, print: true });
  try {
    flushSync(() => root.render(createElement(Suspense, { fallback: null }, chart)));
    const svg = await waitForSvg(host);
    const size = { width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height")) };
    return {
      markup: toMarkup(svg),
      width: size.width || width,
      height: size.height || chartHeight(series, width, true),
    };
  } finally {
    root.unmount();
    host.remove();
  }
}

/** How long a chart's code may take to arrive. */
const PATIENCE_MS = 5000;

/** Charts are drawn at once; one that is loaded on demand may still be on its way when only the table was open. */
function waitForSvg(host: HTMLElement): Promise<SVGSVGElement> {
  const drawn = host.querySelector("svg");
  if (drawn !== null) return Promise.resolve(drawn);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error("图形未能绘出"));
    }, PATIENCE_MS);
    const observer = new MutationObserver(() => {
      const svg = host.querySelector("svg");
      if (svg === null) return;
      clearTimeout(timer);
      observer.disconnect();
      // Axes follow in a second render of the same frame.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(svg)));
    });
    observer.observe(host, { childList: true, subtree: true });
  });
}

/** Attributes that mean nothing outside the page; class names and custom properties would turn marks black. */
const FOREIGN = /^(class|style|role|tabindex|focusable|aria-.*|data-.*)$/;

function toMarkup(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...element.attributes]) if (FOREIGN.test(name)) element.removeAttribute(name);
  }
  return stripControls(new XMLSerializer().serializeToString(copy));
}
