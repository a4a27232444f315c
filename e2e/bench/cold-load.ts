import type { Browser } from "@playwright/test";

export interface ColdLoad {
  requests: number;
  scriptBytes: number;
  totalBytes: number;
  /** From the start of the navigation to the last change inside a figure's plot. */
  paintedMs: number;
}

declare global {
  interface Window {
    benchPaintedAt: number;
  }
}

/** Notes when the plots last changed; the frame after the change is the one that shows it. */
function notePlotChanges(): void {
  window.benchPaintedAt = 0;
  const isPlot = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest("[data-chart]") != null;
  const holdsPlot = (node: Node) => node instanceof Element && node.querySelector("[data-chart]") !== null;
  const observer = new MutationObserver((records) => {
    const touched = records.some(
      (record) => isPlot(record.target) || [...record.addedNodes].some((node) => isPlot(node) || holdsPlot(node)),
    );
    if (!touched) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.benchPaintedAt = performance.now();
      }),
    );
  });
  observer.observe(document, { subtree: true, childList: true });
}

/** Opens an address in a fresh profile, as on a first visit, and counts what comes over the wire. */
export async function measureColdLoad(browser: Browser, url: string): Promise<ColdLoad> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = { script: 0, total: 0 };
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.total += encodedDataLength;
    if (kinds.get(requestId) === "Script") bytes.script += encodedDataLength;
  });
  await page.addInitScript(notePlotChanges);
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  const paintedMs = await page.evaluate(() => window.benchPaintedAt);
  await context.close();
  return { requests: kinds.size, scriptBytes: bytes.script, totalBytes: bytes.total, paintedMs };
}
