import type { CDPSession, Page } from "@playwright/test";

/** What the page's main thread did between two moments. */
export interface Effort {
  cpuMs: number;
  /** 0 means that no task reached the 50 ms from which browsers report them. */
  longestTaskMs: number;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

/** CPU time of the thread, not of the clock: wall milliseconds vary twofold on a shared machine. */
export async function countThreadTime(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return session;
}

/** Runs a deed and waits until nothing is dimmed and no mark of a figure has changed for 300 ms. */
export async function measureEffort(page: Page, session: CDPSession, deed: () => Promise<unknown>): Promise<Effort> {
  await page.evaluate(() => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTasks.push(entry.duration);
    });
    observer.observe({ type: "longtask" });
    Object.assign(window, { benchLongTasks: longTasks, benchObserver: observer });
  });
  const before = await taskSeconds(session);
  await deed();
  await waitUntilShown(page);
  const after = await taskSeconds(session);
  const longest = await page.evaluate(() => {
    const { benchLongTasks, benchObserver } = window as unknown as {
      benchLongTasks: number[];
      benchObserver: PerformanceObserver;
    };
    benchObserver.disconnect();
    return Math.max(0, ...benchLongTasks);
  });
  return { cpuMs: (after - before) * 1000, longestTaskMs: longest };
}

/** One observer and one timer, so that waiting costs the measured thread next to nothing. */
async function waitUntilShown(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const QUIET_MS = 300;
        let timer = 0;
        const restart = () => {
          clearTimeout(timer);
          timer = window.setTimeout(check, QUIET_MS);
        };
        const observer = new MutationObserver(restart);
        const check = () => {
          if (document.querySelector("[aria-busy=true]") !== null) {
            restart();
            return;
          }
          observer.disconnect();
          resolve();
        };
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        restart();
      }),
  );
}

export async function countChartNodes(page: Page): Promise<number> {
  return page.locator("[data-chart] *").count();
}

export async function heapAfterCollection(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_048_576;
}
