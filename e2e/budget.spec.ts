import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expectSettled, toUrl } from "./desk-address.ts";
import { expect, test } from "./fixtures.ts";
import { ROOT } from "./product-server.ts";

const APP = join(ROOT, "dist/app");
const KILOBYTE = 1024;
const ENTRY_LIMIT = 165;
const CHUNK_LIMIT = 135;
const NODE_LIMIT = 1500;

function zippedKilobytes(file: string): number {
  return gzipSync(readFileSync(join(APP, file)), { level: 9 }).length / KILOBYTE;
}

/** Scripts that index.html names: the entry and what it preloads. */
function entryScripts(): string[] {
  const html = readFileSync(join(APP, "index.html"), "utf8");
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? "");
}

function builtFiles(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" });
}

test(`the entry stays within ${ENTRY_LIMIT} KB gz`, () => {
  const total = entryScripts().reduce((sum, file) => sum + zippedKilobytes(file), 0);
  expect(total).toBeGreaterThan(20);
  expect(total).toBeLessThanOrEqual(ENTRY_LIMIT);
});

test(`no chunk loaded on demand passes ${CHUNK_LIMIT} KB gz`, () => {
  const entry = entryScripts();
  const chunks = builtFiles().filter((file) => file.endsWith(".js") && !entry.includes(file));
  expect(chunks.length).toBeGreaterThan(2);
  const heavy = chunks.filter((file) => zippedKilobytes(file) > CHUNK_LIMIT);
  expect(heavy).toEqual([]);
});

test("a production build contains no mock code", () => {
  expect(builtFiles().filter((file) => /mock/i.test(file))).toEqual([]);
  const scripts = builtFiles().filter((file) => file.endsWith(".js"));
  const mocked = scripts.filter((file) =>
    /mockServiceWorker|\[MSW\]|虚构区县/.test(readFileSync(join(APP, file), "utf8")),
  );
  expect(mocked).toEqual([]);
});

for (const address of ["/", "/units", "/inspections", "/deductions", "/what-if", "/applications", "/rectifications"]) {
  test(`all figures of ${address} together stay within ${NODE_LIMIT} nodes`, async ({ page, baseURL }) => {
    await page.goto(toUrl(address, baseURL ?? ""));
    await expectSettled(page);
    await page.waitForLoadState("networkidle");
    const plots = page.locator("[data-chart]");
    await expect(plots.first()).toBeVisible();
    expect(await page.locator("[data-chart] *").count()).toBeLessThanOrEqual(NODE_LIMIT);
  });
}
