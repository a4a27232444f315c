import { setupWorker } from "msw/browser";
import type { Transport } from "#api/call-endpoint.ts";
import { contract } from "#api/contract.ts";
import { SERVER_TIME_HEADER } from "#api/endpoint.ts";
import { createHandlers } from "./handlers.ts";
import { createMockApp } from "./mock-app.ts";

const WORKER_TIMEOUT = 4_000;

/**
 * Starts mock mode and tells how to reach it. Browsers refuse service workers on plain-http addresses of an office
 * network, in some private windows and under foreign certificates; then the same app answers inside the page.
 */
export async function startMocks(now: () => Date): Promise<Transport> {
  const app = createMockApp(now);
  if ("serviceWorker" in navigator) {
    const worker = setupWorker(...createHandlers(app));
    if (await isAnswering(worker)) return (url, init) => fetch(url, init);
    worker.stop();
  }
  return async (url, init) => app.fetch(new Request(new URL(url, location.href), init));
}

/** Registered is not enough: after a forced reload the page may stay outside the worker's control. */
async function isAnswering(worker: ReturnType<typeof setupWorker>): Promise<boolean> {
  try {
    await beforeTimeout(worker.start(workerOptions()));
    const response = await fetch(contract.sources.path, { signal: AbortSignal.timeout(WORKER_TIMEOUT) });
    return response.ok && response.headers.has(SERVER_TIME_HEADER);
  } catch {
    return false;
  }
}

/** The page may live in any folder: worker file and scope follow the document, not the origin's root. */
function workerOptions() {
  const base = new URL(import.meta.env.BASE_URL, document.baseURI);
  return {
    quiet: true,
    onUnhandledRequest: "bypass",
    serviceWorker: { url: new URL("mockServiceWorker.js", base).pathname, options: { scope: base.pathname } },
  } as const;
}

async function beforeTimeout(work: Promise<unknown>): Promise<void> {
  const timeout = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("the service worker did not start")), WORKER_TIMEOUT);
  });
  await Promise.race([work, timeout]);
}
