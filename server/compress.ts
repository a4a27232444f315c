import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

export type Encoding = "br" | "gzip";
/** Under one network packet compression saves nothing. */
const WORTH_IT = 1_000;

/** The encoding that the other side takes, brotli first; undefined for none. `br;q=0` refuses it. */
export function pickEncoding(accepted: string | undefined): Encoding | undefined {
  const taken = (accepted ?? "")
    .split(",")
    .map((entry) => entry.trim().split(";"))
    .filter(([, quality]) => !/^\s*q=0(\.0*)?\s*$/.test(quality ?? ""))
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((encoding) => taken.includes(encoding));
}

/** `effort` 4 for what is made per request, 11 for what is made once. */
export async function compress(body: Uint8Array, encoding: Encoding, effort: number): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === "gzip") return new Uint8Array(await gzipAsync(body));
  const params = { [constants.BROTLI_PARAM_QUALITY]: effort, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength };
  return new Uint8Array(await brotliAsync(body, { params }));
}

/** Compresses JSON replies; pages and scripts keep their own compressed bodies (static-files.ts). */
export const compressReplies: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  if (!res.headers.get("content-type")?.includes("json") || res.headers.has("content-encoding")) return;
  res.headers.append("vary", "accept-encoding");
  const encoding = pickEncoding(context.req.header("accept-encoding"));
  if (encoding === undefined || context.req.method === "HEAD") return;
  const body = new Uint8Array(await res.clone().arrayBuffer());
  if (body.byteLength < WORTH_IT) return;
  const headers = new Headers(res.headers);
  headers.set("content-encoding", encoding);
  context.res = undefined;
  context.res = new Response(await compress(body, encoding, 4), { status: res.status, headers });
};
