import { defineConfig } from "@playwright/test";
import { DEMO_URL, DESK } from "#e2e/desk.ts";

/** `npm run look`: pictures of every page for a person to judge. `-- --grep "deductions 1366"` takes some of them. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/look-traces",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"]],
  use: { ...DESK, baseURL: DEMO_URL },
});
