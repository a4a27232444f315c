import { inflateSync } from "node:zlib";

export interface Picture {
  width: number;
  height: number;
  /** From the pHYs chunk; null when the file does not say. 300 dpi is 11811. */
  pixelsPerMetre: number | null;
  /** Share of pixels that are not white, 0–1. */
  inked: number;
  colours: number;
  /** Colour of the upper left pixel, for example ffffff. */
  corner: string;
}

interface Chunks {
  header: Buffer;
  density: Buffer | null;
  data: Buffer;
}

function readChunks(file: Buffer): Chunks {
  let header: Buffer = Buffer.alloc(0);
  let density: Buffer | null = null;
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") header = body;
    if (kind === "pHYs") density = body;
    if (kind === "IDAT") data.push(body);
    at += length + 12;
  }
  return { header, density, data: Buffer.concat(data) };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

/** Undoes the row filters of PNG (W3C PNG §9). A margin of zeros above and to the left spares the edges a case of their own. */
function unfilter(raw: Buffer, height: number, stride: number, pixel: number): Buffer {
  const pitch = stride + pixel;
  const padded = new Uint8Array((height + 1) * pitch);
  const plain = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row++) {
    const from = row * (stride + 1);
    const filter = raw[from] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = (row + 1) * pitch + pixel + x;
      const [left, up, corner] = [padded[at - pixel] ?? 0, padded[at - pitch] ?? 0, padded[at - pitch - pixel] ?? 0];
      const value = ((raw[from + 1 + x] ?? 0) + predict(filter, left, up, corner)) & 255;
      padded[at] = value;
      plain[row * stride + x] = value;
    }
  }
  return plain;
}

/** Reads an 8-bit RGB or RGBA picture well enough to say how large, how dense and how empty it is. */
export function readPng(file: Buffer): Picture {
  if (file.toString("latin1", 1, 4) !== "PNG") throw new Error("not a PNG file");
  const { header, density, data } = readChunks(file);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const pixel = header[9] === 6 ? 4 : 3;
  if (header[8] !== 8 || (header[9] !== 6 && header[9] !== 2)) throw new Error("not 8-bit RGB or RGBA");
  const plain = unfilter(inflateSync(data), height, width * pixel, pixel);
  const colours = new Set<number>();
  let inked = 0;
  for (let at = 0; at < plain.length; at += pixel) {
    const colour = plain.readUIntBE(at, 3);
    colours.add(colour);
    if (colour !== 0xffffff) inked++;
  }
  return {
    width,
    height,
    pixelsPerMetre: density?.readUInt32BE(0) ?? null,
    inked: inked / (width * height),
    colours: colours.size,
    corner: plain.toString("hex", 0, 3),
  };
}
