import { type BrowserContext, test as base, expect } from "@playwright/test";
import { NOW } from "./now.ts";

interface Fixtures {
  /** Console messages that a test provokes itself, such as the browser's note on a failed request. */
  allowedMessages: RegExp[];
  /** What broke the silence so far. */
  faults: string[];
  /** A second desk with a profile of its own, under the same watch. */
  otherContext: BrowserContext;
}

/** Notes every console message, uncaught error and request that leaves the origin. */
function watch(context: BrowserContext, origin: string, allowed: RegExp[], faults: string[]): void {
  context.on("console", (message) => {
    const text = `${message.type()}: ${message.text()}`;
    if (!allowed.some((pattern) => pattern.test(text))) faults.push(text);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) faults.push(`request leaves the origin: ${url.href}`);
  });
}

/** Silence is part of passing: a page that writes to the console or asks another host fails its test. */
export const test = base.extend<Fixtures>({
  allowedMessages: [[], { option: true }],
  faults: [
    async ({ allowedMessages: _ }, use) => {
      const faults: string[] = [];
      await use(faults);
      expect(faults, "console, uncaught errors and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, baseURL, allowedMessages, faults }, use) => {
    watch(context, new URL(baseURL ?? "").origin, allowedMessages, faults);
    await context.clock.setFixedTime(NOW);
    await use(context);
  },
  otherContext: async ({ browser, baseURL, allowedMessages, faults }, use) => {
    const context = await browser.newContext();
    watch(context, new URL(baseURL ?? "").origin, allowedMessages, faults);
    await context.clock.setFixedTime(NOW);
    await use(context);
    await context.close();
  },
});
export { expect };
