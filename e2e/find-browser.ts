import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_BROWSERS: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge-stable",
    "/usr/bin/microsoft-edge",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Playwright's own browser, else the one in CHROMIUM_PATH, else one of the system; null when there is none. */
export function findBrowser(): string | null {
  const named = process.env["CHROMIUM_PATH"] ?? "";
  const candidates = [chromium.executablePath(), named, ...(SYSTEM_BROWSERS[process.platform] ?? [])];
  return candidates.find((path) => path !== "" && existsSync(path)) ?? null;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Chromium refuses its sandbox to root; everybody else keeps it. The rest stops traffic that nobody asked for. */
export function browserArgs(): string[] {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
  ];
  return isRoot() ? ["--no-sandbox", ...quiet] : quiet;
}
