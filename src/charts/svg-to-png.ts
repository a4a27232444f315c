import type { ComposedFigure } from "./compose-figure.ts";
import { withDensity } from "./png-density.ts";

/** Larger canvases come out blank or fail; the scale is lowered instead. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 64_000_000;

export interface PngPicture {
  blob: Blob;
  width: number;
  height: number;
  /** The picture was asked for larger than a canvas can be. */
  isLowered: boolean;
}

/** Scale that the canvas can hold: what is asked for, or the largest below it. */
export function fittingScale(width: number, height: number, scale: number): number {
  const bySide = LONGEST_SIDE / Math.max(width, height);
  const byArea = Math.sqrt(MOST_PIXELS / (width * height));
  return Math.min(scale, bySide, byArea);
}

/** The scale is fixed by the purpose of the picture, never by the screen it is made on. */
export async function svgToPng(figure: ComposedFigure, scale: number, dpi: number): Promise<PngPicture> {
  const used = fittingScale(figure.width, figure.height, scale);
  const width = Math.round(figure.width * used);
  const height = Math.round(figure.height * used);
  const canvas = await paint(figure.svg, width, height);
  const png = await encode(canvas);
  const bytes = withDensity(new Uint8Array(await png.arrayBuffer()), dpi);
  return { blob: new Blob([bytes], { type: "image/png" }), width, height, isLowered: used < scale };
}

async function paint(svg: string, width: number, height: number): Promise<HTMLCanvasElement> {
  // Sized at its final pixels: the browser then rasterises once, sharp.
  const sized = svg.replace(/width="[\d.]+" height="[\d.]+"/, `width="${width}" height="${height}"`);
  const url = URL.createObjectURL(new Blob([sized], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("浏览器未提供画布");
    context.drawImage(image, 0, 0, width, height);
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** In a worker where there is one; else on the spot through toDataURL, which does not wait for idle time. */
async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  try {
    return await encodeInWorker(await createImageBitmap(canvas));
  } catch {
    const response = canvas.toDataURL("image/png");
    const bytes = Uint8Array.from(atob(response.slice(response.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: "image/png" });
  }
}

let worker: Worker | null = null;
const ENCODE_LIMIT_MS = 10_000;

function encodeInWorker(bitmap: ImageBitmap): Promise<Blob> {
  if (typeof Worker === "undefined" || typeof OffscreenCanvas === "undefined") {
    return Promise.reject(new Error("no worker"));
  }
  worker ??= new Worker(new URL("./png-worker.ts", import.meta.url), { type: "module" });
  const used = worker;
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const fail = (reason: string) => {
      // A worker that failed once is not asked again.
      used.terminate();
      worker = null;
      stop.abort();
      reject(new Error(reason));
    };
    const timer = setTimeout(() => fail("timeout"), ENCODE_LIMIT_MS);
    stop.signal.addEventListener("abort", () => clearTimeout(timer));
    used.addEventListener("error", () => fail("worker"), { signal: stop.signal });
    used.addEventListener(
      "message",
      (event: MessageEvent<Blob | string>) => {
        if (!(event.data instanceof Blob)) return fail(event.data);
        stop.abort();
        resolve(event.data);
      },
      { signal: stop.signal },
    );
    used.postMessage(bitmap, [bitmap]);
  });
}
