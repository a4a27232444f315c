import type { FigureMark, LegendItem } from "./figure-spec.ts";
import { SWATCH, swatchPaths } from "./legend-swatch.ts";
import { printPalette } from "./palette.ts";
import { measureText, wrapText } from "./text-measure.ts";
import { escapeXml } from "./xml.ts";

/** What stands on a picture beside the plot. */
export interface PictureWords {
  number: string;
  title: string;
  finding: string;
  caption: string;
  legend: readonly LegendItem[];
  note: string;
  source: string;
  marks: readonly FigureMark[];
  madeAt: string;
  /** 3F9A-71C2 */
  code: string;
}

export interface DrawnPlot {
  markup: string;
  width: number;
  height: number;
}

export interface ComposedFigure {
  svg: string;
  width: number;
  height: number;
}

const MARGIN = 14;
const FONT = "'Microsoft YaHei UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
const MODE_SENTENCE: Record<FigureMark, string> = {
  演示数据: "演示数据，不得用于通报",
  草稿: "草稿，未经审定，不得对外使用",
  推演: "推演结果，不是正式得分，不得用于通报",
};

/**
 * The whole picture as text: white ground, literal colours, no foreignObject, no class, no custom property.
 * `leastHeight` keeps a slide in its format: the foot then stands at the lower edge, the plot in the middle of its room.
 */
export function composeFigure(words: PictureWords, plot: DrawnPlot, width: number, leastHeight = 0): ComposedFigure {
  const inner = width - MARGIN * 2;
  const head = drawHead(words, inner);
  const legend = drawLegend(words.legend, inner, head.height + 5);
  const plotY = legend.height + 7;
  const foot = drawFoot(words, inner);
  const natural = Math.ceil(plotY + plot.height + 7 + foot.height + 11);
  const height = Math.max(natural, leastHeight);
  const footY = height - 11 - foot.height;
  const plotTop = plotY + (height - natural) / 2;
  const plotX = MARGIN + Math.max(0, (inner - plot.width) / 2);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${FONT}" font-size="12" style="font-variant-numeric:tabular-nums">` +
    `<title>${escapeXml(words.title)}</title><desc>${escapeXml(`${words.finding}${words.caption}`)}</desc>` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>` +
    `<g transform="translate(${MARGIN} 0)">${head.markup}${legend.markup}</g>` +
    `<g transform="translate(${plotX} ${round(plotTop)})">${plot.markup}</g>` +
    `<g transform="translate(${MARGIN} ${footY})">${foot.markup}</g></svg>`;
  return { svg, width, height };
}

/** Height of everything but the plot, so that a slide can be as narrow as its figure allows. */
export function heightAround(words: PictureWords, width: number): number {
  const inner = width - MARGIN * 2;
  const legend = drawLegend(words.legend, inner, drawHead(words, inner).height + 5);
  return legend.height + 7 + 7 + drawFoot(words, inner).height + 11;
}

interface Block {
  markup: string;
  /** Lower edge. */
  height: number;
}

function text(x: number, y: number, words: string, fill: string, more = ""): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}"${more}>${escapeXml(words)}</text>`;
}

function rule(y: number, width: number): string {
  return `<path d="M0 ${y}H${width}" stroke="${printPalette["line-strong"]}"/>`;
}

function drawHead(words: PictureWords, inner: number): Block {
  const mark = words.marks.join(" · ");
  const markWidth = mark === "" ? 0 : Math.ceil(measureText(mark, 12, true) + 20);
  const title = [words.number, words.title].filter((part) => part !== "").join("　");
  let y = 12;
  let markup = "";
  if (mark !== "") {
    markup += `<rect x="${inner - markWidth + 0.5}" y="14.5" width="${markWidth - 1}" height="20" fill="none" stroke="${printPalette.ink}" stroke-dasharray="3 2"/>`;
    markup += text(inner - markWidth / 2, 29, mark, printPalette.ink, ' font-weight="700" text-anchor="middle"');
  }
  for (const line of wrapText(title, inner - markWidth - 12, 16, true)) {
    markup += text(0, y + 18, line, printPalette.ink, ' font-size="16" font-weight="700"');
    y += 24;
  }
  y += 3;
  for (const line of wrapText(words.finding, inner, 13)) {
    markup += text(0, y + 15, line, printPalette.ink, ' font-size="13"');
    y += 20;
  }
  for (const line of wrapText(`筛选：${words.caption}`, inner)) {
    markup += text(0, y + 14, line, printPalette["ink-3"]);
    y += 18;
  }
  y += 8;
  return { markup: markup + rule(y + 0.5, inner), height: y };
}

const LEGEND_ROW = 20;

/** Items in their order, broken into rows; an item never leaves its swatch. */
function drawLegend(items: readonly LegendItem[], inner: number, top: number): Block {
  if (items.length === 0) return { markup: "", height: top };
  let x = 0;
  let y = top;
  let markup = "";
  for (const item of items) {
    const paths = swatchPaths(item, printPalette);
    const indent = paths.length === 0 ? 0 : SWATCH + 5;
    const width = indent + measureText(item.label);
    if (x > 0 && x + width > inner) {
      x = 0;
      y += LEGEND_ROW;
    }
    const shapes = paths.map(
      (path) =>
        `<path d="${path.d}" fill="${path.fill}" stroke="${path.stroke}"${path.dash === "" ? "" : ` stroke-dasharray="${path.dash}"`}/>`,
    );
    markup += `<g transform="translate(${round(x)} ${y + 4})">${shapes.join("")}</g>`;
    markup += text(x + indent, y + 14.5, item.label, printPalette["ink-2"]);
    x += width + 12;
  }
  return { markup, height: y + LEGEND_ROW };
}

const FOOT_LINE = 17.6;

function drawFoot(words: PictureWords, inner: number): Block {
  const modes = words.marks.map((mark) => MODE_SENTENCE[mark]);
  const lines = [
    ...(words.note === "" ? [] : wrapText(`注：${words.note}`, inner)),
    ...wrapText(`来源：${words.source}`, inner),
    ...wrapText([...modes, `生成 ${words.madeAt}`, `图码 ${words.code}`].join("　"), inner),
  ];
  const markup = lines.map((line, index) => text(0, 6 + index * FOOT_LINE + 13.5, line, printPalette["ink-3"]));
  return { markup: rule(0.5, inner) + markup.join(""), height: 6 + lines.length * FOOT_LINE };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
