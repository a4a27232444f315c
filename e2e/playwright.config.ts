import { defineConfig } from "@playwright/test";
import { DEMO_URL, DESK, FLOOR_DESK, HAS_FLOOR_BROWSER, SERVER_URL } from "./desk.ts";

/** Specs that start servers of their own, talk to the API or inject failures: one project is enough for them. */
const SERVER_ONLY =
  /(api|budget|failing-panel|import|later-rule|publication-freeze|report-form|start|two-desks)\.spec\.ts/;
/** The demonstration build itself, a clock that is set, and what axe says of pages that are the same on both. */
const DEMO_ONLY = /(axe|demo-build|limit-runs-out)\.spec\.ts/;
const FLOOR_ONLY = /floor\.spec\.ts/;
const OTHER_RUNS = /e2e\/(bench|look)\//;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  workers: 2,
  timeout: 40_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: { ...DESK, actionTimeout: 10_000, screenshot: "only-on-failure", trace: "retain-on-failure" },
  projects: [
    { name: "mock", testIgnore: [SERVER_ONLY, FLOOR_ONLY, OTHER_RUNS], use: { baseURL: DEMO_URL } },
    { name: "server", testIgnore: [DEMO_ONLY, FLOOR_ONLY, OTHER_RUNS], use: { baseURL: SERVER_URL } },
    ...(HAS_FLOOR_BROWSER
      ? [{ name: "floor", testMatch: FLOOR_ONLY, use: { ...FLOOR_DESK, baseURL: SERVER_URL } }]
      : []),
  ],
});
