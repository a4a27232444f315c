import type { CDPSession, Page } from "@playwright/test";

/** What the page's main thread did for a pick. */
export interface Effort {
  /** Until everything in the window shows it. Whole tasks: scripts, styles, layout, paint. */
  cpuMs: number;
  /** Of it scripts alone. */
  scriptMs: number;
  /** Afterwards, for the panels out of sight, which are drawn while the page rests. */
  laterMs: number;
  /** Of all tasks. 0 means that none reached the 50 ms from which browsers report them. */
  longestTaskMs: number;
}

async function spent(session: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics } = await session.send("Performance.getMetrics");
  const secondsOf = (key: string) => metrics.find(({ name }) => name === key)?.value ?? 0;
  return { task: secondsOf("TaskDuration") * 1000, script: secondsOf("ScriptDuration") * 1000 };
}

/** CPU time of the thread, not of the clock: wall milliseconds vary twofold on a shared machine. */
export async function countThreadTime(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return session;
}

/** Runs a deed and waits until nothing is behind and no mark has changed for 300 ms: first in the window, then at all. */
export async function measureEffort(page: Page, session: CDPSession, deed: () => Promise<unknown>): Promise<Effort> {
  await page.evaluate(() => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTasks.push(entry.duration);
    });
    observer.observe({ type: "longtask" });
    Object.assign(window, { benchLongTasks: longTasks, benchObserver: observer });
  });
  const before = await spent(session);
  await deed();
  await waitUntilShown(page, "window");
  const shown = await spent(session);
  await waitUntilShown(page, "page");
  const after = await spent(session);
  const longest = await page.evaluate(() => {
    const { benchLongTasks, benchObserver } = window as unknown as {
      benchLongTasks: number[];
      benchObserver: PerformanceObserver;
    };
    benchObserver.disconnect();
    return Math.max(0, ...benchLongTasks);
  });
  return {
    cpuMs: shown.task - before.task,
    scriptMs: shown.script - before.script,
    laterMs: after.task - shown.task,
    longestTaskMs: longest,
  };
}

/** What one second of an untouched page costs. */
export interface Tick {
  scriptMs: number;
  taskMs: number;
}

/** Seconds one after another, none of them disturbed; the questions themselves come between the edges. */
export async function measureTick(page: Page, session: CDPSession, seconds: number): Promise<Tick[]> {
  const ticks: Tick[] = [];
  await page.waitForTimeout(1000 - (Date.now() % 1000) + 500);
  let before = await spent(session);
  for (let second = 0; second < seconds; second++) {
    await page.waitForTimeout(1000 - ((Date.now() + 500) % 1000));
    const after = await spent(session);
    ticks.push({ scriptMs: after.script - before.script, taskMs: after.task - before.task });
    before = after;
  }
  return ticks;
}

/** One observer and one timer, so that waiting costs the measured thread next to nothing. */
async function waitUntilShown(page: Page, reach: "window" | "page"): Promise<void> {
  await page.evaluate(
    (reach) =>
      new Promise<void>((resolve) => {
        const QUIET_MS = 300;
        let timer = 0;
        const restart = () => {
          clearTimeout(timer);
          timer = window.setTimeout(check, QUIET_MS);
        };
        const observer = new MutationObserver(restart);
        const isInReach = (element: Element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return reach === "page" || (bottom > 0 && top < window.innerHeight);
        };
        const check = () => {
          if ([...document.querySelectorAll("[aria-busy=true]")].some(isInReach)) {
            restart();
            return;
          }
          observer.disconnect();
          resolve();
        };
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        restart();
      }),
    reach,
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
