import { buildOnce, serveDemo } from "#e2e/global-setup.ts";
import { prepareBrowser } from "#e2e/prepare-browser.ts";

/** Pictures need neither the server nor Chromium 109: the demonstration shows the same pages. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.env["E2E_CHROMIUM"] = await prepareBrowser();
  await buildOnce("build:demo");
  const demo = await serveDemo();
  return demo.stop;
}
