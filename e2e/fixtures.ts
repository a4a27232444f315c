import { type BrowserContext, test as base, expect } from "@playwright/test";
import { NOW } from "./now.ts";

interface Fixtures {
  /** Console message that a test provokes itself, such as the browser's note on a failed request. */
  allowedMessage: RegExp | null;
  /** What broke the silence so far. */
  faults: string[];
  /** A second desk with a profile of its own, under the same watch. */
  otherContext: BrowserContext;
}

/** Notes every console message, uncaught error and request that leaves the origin. */
function watch(context: BrowserContext, origin: string, allowed: RegExp | null, faults: string[]): void {
  context.on("console", (message) => {
    const text = `${message.type()}: ${message.text()}`;
    if (allowed?.test(text) !== true) faults.push(text);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) faults.push(`request leaves the origin: ${url.href}`);
  });
}

/** Silence is part of passing: a page that writes to the console or asks another host fails its test. */
export const test = base.extend<Fixtures>({
  allowedMessage: [null, { option: true }],
  faults: [
    async ({ allowedMessage: _ }, use) => {
      const faults: string[] = [];
      await use(faults);
      expect(faults, "console, uncaught errors and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, baseURL, allowedMessage, faults }, use) => {
    watch(context, new URL(baseURL ?? "").origin, allowedMessage, faults);
    await context.clock.setFixedTime(NOW);
    await use(context);
  },
  otherContext: async ({ browser, baseURL, allowedMessage, faults }, use) => {
    const context = await browser.newContext();
    watch(context, new URL(baseURL ?? "").origin, allowedMessage, faults);
    await context.clock.setFixedTime(NOW);
    await use(context);
    await context.close();
  },
});
export { expect };
