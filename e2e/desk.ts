import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from "@playwright/test";
import { browserArgs } from "./find-browser.ts";

type Desk = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

/** The desk all browser runs share: an office PC in China, without motion, in the browser that the setup found. */
export const DESK: Desk = {
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
  viewport: { width: 1440, height: 900 },
  contextOptions: { reducedMotion: "reduce" },
  launchOptions: { executablePath: process.env["E2E_CHROMIUM"] ?? "", args: browserArgs() },
};

/** The same with Chromium 109. It draws without a graphics card, which its build for servers lacks. */
export const FLOOR_DESK: Desk = {
  ...DESK,
  launchOptions: { executablePath: process.env["E2E_FLOOR_CHROMIUM"] ?? "", args: [...browserArgs(), "--disable-gpu"] },
};

/** Addresses with a slash at the end; the global setup sets them before any worker starts. */
export const DEMO_URL = process.env["E2E_DEMO_URL"] ?? "http://127.0.0.1/";
export const SERVER_URL = process.env["E2E_SERVER_URL"] ?? "http://127.0.0.1/";

/** The npm package of Chromium 109 holds a program for Linux on x64; elsewhere its project is left out. */
export const HAS_FLOOR_BROWSER = process.platform === "linux" && process.arch === "x64";
