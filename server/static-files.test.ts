import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressReplies, pickEncoding } from "./compress.ts";
import { compressAhead, readAssets, staticFiles } from "./static-files.ts";

const SCRIPT = "export const answer = 42;\n".repeat(200);
const HTML = { accept: "text/html,application/xhtml+xml" };
const folder = mkdtempSync(join(tmpdir(), "static-files-"));
const page = join(folder, "page");
const app = new Hono();

beforeAll(async () => {
  mkdirSync(join(page, "assets"), { recursive: true });
  mkdirSync(join(page, "templates"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(page, "index.html"), "<!doctype html>");
  writeFileSync(join(page, "assets", "index-a1.js"), SCRIPT);
  writeFileSync(join(page, "templates", "ledger.xlsx"), "PK");
  const assets = await readAssets(page);
  await compressAhead(assets);
  app.get("*", staticFiles(assets));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the built page", () => {
  it("lets hashed files be kept for ever and asks again for the rest", async () => {
    const script = await app.request("/assets/index-a1.js");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect((await app.request("/")).headers.get("cache-control")).toBe("no-cache");
    expect((await app.request("/templates/ledger.xlsx")).headers.get("content-type")).toContain("spreadsheetml.sheet");
  });

  it("is given for addresses that only its router knows, never for a missing file", async () => {
    expect(await (await app.request("/deductions", { headers: HTML })).text()).toBe("<!doctype html>");
    expect((await app.request("/assets/index-b2.js", { headers: HTML })).status).toBe(404);
    expect(await (await app.request("/deductions", { headers: { accept: "*/*" } })).text()).toBe("<!doctype html>");
    expect((await app.request("/deductions", { headers: { accept: "application/json" } })).status).toBe(404);
  });

  it("leads nowhere outside its folder", async () => {
    for (const path of ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/..%5c..%5csecret.txt"])
      expect(await (await app.request(`http://localhost${path}`)).text(), path).not.toContain("secret");
  });

  it("is compressed as the browser takes it, and kept when unchanged", async () => {
    const ask = (headers: Record<string, string>) => app.request("/assets/index-a1.js", { headers });
    const brotli = await ask({ "accept-encoding": "gzip, br" });
    expect(brotli.headers.get("content-encoding")).toBe("br");
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(SCRIPT);
    const gzip = await ask({ "accept-encoding": "gzip" });
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(SCRIPT);
    expect(await (await ask({})).text()).toBe(SCRIPT);
    expect((await ask({ "if-none-match": brotli.headers.get("etag") ?? "" })).status).toBe(304);
  });
});

describe("compression of replies", () => {
  const api = new Hono();
  api.use(compressReplies);
  api.get("/long", (context) => context.json({ text: "台账".repeat(1000) }, 200, { etag: 'W/"1"' }));
  api.get("/short", (context) => context.json({}));

  it("keeps status, tag and content", async () => {
    const reply = await api.request("/long", { headers: { "accept-encoding": "br" } });
    expect([reply.status, reply.headers.get("content-encoding"), reply.headers.get("etag")]).toEqual([
      200,
      "br",
      'W/"1"',
    ]);
    expect(reply.headers.get("vary")).toBe("accept-encoding");
    expect(JSON.parse(brotliDecompressSync(await reply.arrayBuffer()).toString())).toEqual({
      text: "台账".repeat(1000),
    });
  });

  it("leaves short replies and unwilling readers alone", async () => {
    const short = await api.request("/short", { headers: { "accept-encoding": "br" } });
    expect(short.headers.has("content-encoding")).toBe(false);
    expect((await api.request("/long")).headers.has("content-encoding")).toBe(false);
  });

  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip;q=0.8", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.0", undefined],
    ["identity", undefined],
    [undefined, undefined],
  ])("reads Accept-Encoding %s", (accepted, encoding) => expect(pickEncoding(accepted)).toBe(encoding));
});
