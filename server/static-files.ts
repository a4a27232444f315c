import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Context, Handler } from "hono";
import { compress, type Encoding, pickEncoding } from "./compress.ts";

const TYPE: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const IS_TEXT = /charset|svg|manifest/;

interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  cacheControl: string;
  etag: string;
  encoded: Map<Encoding, Uint8Array<ArrayBuffer>>;
}

/** All files of the built page, by address. Only what was listed at start can be asked for, so no path leads outside. */
export async function readAssets(folder: string): Promise<Map<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = await Promise.all(
    files.map(async (file) => {
      const address = `/${relative(folder, file).split(sep).join("/")}`;
      return [address, toAsset(address, await readFile(file))] as const;
    }),
  );
  return new Map(assets);
}

/** Answers with a file, or with the page itself for an address that only its router knows. */
export function staticFiles(assets: Map<string, Asset>): Handler {
  return async (context) => {
    const asset = assets.get(context.req.path) ?? (isNavigation(context) ? assets.get("/index.html") : undefined);
    if (asset === undefined) return context.text("没有这个文件", 404);
    const headers = { etag: asset.etag, "cache-control": asset.cacheControl, vary: "accept-encoding" };
    if (context.req.header("if-none-match")?.includes(asset.etag)) return context.body(null, 304, headers);
    const encoding = IS_TEXT.test(asset.type) ? pickEncoding(context.req.header("accept-encoding")) : undefined;
    const body = encoding === undefined ? asset.body : await encodedBody(asset, encoding);
    return context.body(body, 200, {
      ...headers,
      "content-type": asset.type,
      "content-length": String(body.byteLength),
      ...(encoding && { "content-encoding": encoding }),
    });
  };
}

/** Compresses as hard as brotli can, file by file, while the server already answers. */
export async function compressAhead(assets: Map<string, Asset>): Promise<void> {
  for (const asset of assets.values())
    if (IS_TEXT.test(asset.type)) asset.encoded.set("br", await compress(asset.body, "br", 11));
}

function toAsset(address: string, file: Buffer): Asset {
  const body = new Uint8Array(file);
  return {
    body,
    type: TYPE[extname(address)] ?? "application/octet-stream",
    // Vite puts a hash of the content into these names; everything else is asked for again.
    cacheControl: address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    encoded: new Map(),
  };
}

async function encodedBody(asset: Asset, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const held = asset.encoded.get(encoding);
  if (held !== undefined) return held;
  const body = await compress(asset.body, encoding, 5);
  asset.encoded.set(encoding, body);
  return body;
}

/** "/" and the router's own paths; a missing script or picture must not be answered with a page. */
function isNavigation({ req }: Context): boolean {
  return req.path === "/" || (extname(req.path) === "" && /text\/html|\*\/\*|^$/.test(req.header("accept") ?? ""));
}
