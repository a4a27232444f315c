import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { HAS_FLOOR_BROWSER } from "./desk.ts";
import { installByApt, say } from "./prepare-browser.ts";

const PACKED = fileURLToPath(new URL("../node_modules/@sparticuz/chromium/bin/chromium.br", import.meta.url));
const FOLDER = fileURLToPath(new URL("../node_modules/.cache/chromium-109", import.meta.url));

function starts(path: string): boolean {
  return spawnSync(path, ["--version", "--no-sandbox"], { timeout: 30_000 }).status === 0;
}

/**
 * Path of Chromium 109, the oldest browser the product promises (last one for Windows 7), or null off Linux x64.
 * The npm package carries the binary packed for another host; only its libraries differ, so it is unpacked here.
 */
export function prepareFloorBrowser(): string | null {
  if (!HAS_FLOOR_BROWSER) {
    say("floor: Chromium 109 exists for Linux x64 only; its tests are left out");
    return null;
  }
  const path = join(FOLDER, "chromium");
  if (!existsSync(path)) {
    mkdirSync(FOLDER, { recursive: true });
    const half = `${path}.${process.pid}`;
    writeFileSync(half, brotliDecompressSync(readFileSync(PACKED)), { mode: 0o755 });
    renameSync(half, path);
  }
  if (!starts(path) && !(installByApt("libnss3", "libexpat1") && starts(path)))
    throw new Error(
      "Chromium 109 does not start. It needs libnss3 and libexpat1: `apt-get install libnss3 libexpat1`.",
    );
  say("floor browser: Chromium 109");
  return path;
}
