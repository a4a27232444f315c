import { formatShanghai } from "#domain/shanghai-time.ts";
import { drawFigureSvg } from "./draw-figure-svg.ts";
import { exportTable } from "./export-table.ts";
import { figureFileName } from "./figure-file-name.ts";
import type { FigureContent, FigurePicture } from "./figure-spec.ts";
import { saveBlob } from "./save-blob.ts";
import { type PngPicture, svgToPng } from "./svg-to-png.ts";

/** What the menu can ask for; `picture` null means the whole figure. */
export type ExportRequest<S> =
  | { kind: "svg" | "copy"; picture: FigurePicture<S> | null }
  | PngRequest<S>
  | { kind: "csv" | "xlsx" };

type PngRequest<S> =
  | { kind: "screen" | "word"; picture: FigurePicture<S> | null }
  | { kind: "custom"; picture: FigurePicture<S> | null; widthCm: number; dpi: number };

/** The least of a slide, and the pixels of a projector, which a small figure fills by a larger scale. */
const SCREEN_SCALE = 2;
const PROJECTOR_WIDTH = 1920;
const SCREEN_DPI = 192;
const WORD_DPI = 300;
/** The document design is 590 px at 96 dpi = 15.6 cm. */
const DESIGN_DPI = 96;
const CM_PER_INCH = 2.54;
/** Text block of an official document, in pixels of the design; taller figures are given as slides. */
const PAGE_HEIGHT = 850;

/** Makes and hands over one file; resolves to the sentence for the live region. */
export async function exportFigure<S>(content: FigureContent<S>, request: ExportRequest<S>): Promise<string> {
  switch (request.kind) {
    case "csv":
    case "xlsx":
      return exportTable(content, request.kind);
    case "svg": {
      const figure = await drawVector(content, request.picture);
      return saveBlob(new Blob([figure.svg], { type: "image/svg+xml" }), fileName(content, request.picture, "svg"));
    }
    case "copy":
      return copyPicture(content, request.picture);
    default:
      return savePicture(await makePng(content, request), fileName(content, request.picture, "png"));
  }
}

function now(): string {
  return formatShanghai(new Date().toISOString());
}

function fileName<S>(content: FigureContent<S>, picture: FigurePicture<S> | null, extension: string): string {
  return figureFileName(content.fileStem, extension, picture?.suffix ?? content.fileStem.scope);
}

async function makePng<S>(content: FigureContent<S>, request: PngRequest<S>): Promise<PngPicture> {
  if (request.kind === "screen") {
    const design = content.sheet ? "sheet" : "screen";
    const slide = await drawFigureSvg(content, request.picture, design, now());
    return svgToPng(slide, Math.max(SCREEN_SCALE, PROJECTOR_WIDTH / slide.width), SCREEN_DPI);
  }
  const figure = await drawFigureSvg(content, request.picture, content.sheet ? "sheet" : "word", now());
  if (request.kind !== "custom") return svgToPng(figure, WORD_DPI / DESIGN_DPI, WORD_DPI);
  const pixels = (request.widthCm / CM_PER_INCH) * request.dpi;
  return svgToPng(figure, pixels / figure.width, request.dpi);
}

/** A vector at the width of a document, unless it would pass the page: then as a slide. */
async function drawVector<S>(content: FigureContent<S>, picture: FigurePicture<S> | null) {
  if (content.sheet) return drawFigureSvg(content, picture, "sheet", now());
  const figure = await drawFigureSvg(content, picture, "word", now());
  return figure.height <= PAGE_HEIGHT ? figure : drawFigureSvg(content, picture, "screen", now());
}

/**
 * The promise goes to the clipboard, so that the click still counts while the picture is made. Plain-http addresses
 * have no clipboard for pictures: then the file is saved, and said so.
 */
async function copyPicture<S>(content: FigureContent<S>, picture: FigurePicture<S> | null): Promise<string> {
  const png = makePng(content, { kind: "screen", picture });
  try {
    const blob = png.then((made) => made.blob);
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    return "图片已复制，可直接粘贴。";
  } catch {
    return `浏览器不允许复制图片，已改为下载。${savePicture(await png, fileName(content, picture, "png"))}`;
  }
}

function savePicture(png: PngPicture, name: string): string {
  const lowered = png.isLowered ? "，超出浏览器画布上限，已降低分辨率" : "";
  return `${saveBlob(png.blob, name)}（${png.width} × ${png.height} 像素${lowered}）`;
}
