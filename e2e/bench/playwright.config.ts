import { defineConfig } from "@playwright/test";
import { DESK, SERVER_URL } from "#e2e/desk.ts";

/** `npm run bench`: figures to compare two states of this repository on one machine; times never fail a run. */
export default defineConfig({
  testDir: ".",
  testMatch: /\.bench\.ts$/,
  outputDir: "../../test-results/bench",
  globalSetup: "../global-setup.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 900_000,
  // A page of 1,000 units may take longer than a test would wait; how long it takes is what is measured.
  expect: { timeout: 60_000 },
  reporter: [["line"]],
  use: { ...DESK, baseURL: SERVER_URL },
});
