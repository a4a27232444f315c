import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { createApp } from "./app.ts";
import { compressReplies } from "./compress.ts";
import { DatabaseUnusable, openDatabase } from "./database.ts";
import { demoLedger } from "./demo-district.ts";
import { demoOrigin } from "./demo-origin.ts";
import { refreshDemo } from "./refresh-demo.ts";
import { readSettings, StartFailure } from "./settings.ts";
import { sqlStore } from "./sql-store.ts";
import { compressAhead, readAssets, staticFiles } from "./static-files.ts";
import type { Store } from "./store.ts";

const PAGE_FOLDER = fileURLToPath(new URL("../app/", import.meta.url));
/** Open connections get this long to finish when the server is told to stop. */
const GRACE_MS = 3_000;
const HALF_HOUR_MS = 1_800_000;

await start().catch((error: unknown) => {
  const isExpected = error instanceof StartFailure || error instanceof DatabaseUnusable;
  process.stderr.write(`${isExpected ? error.message : `启动失败：${String(error)}`}\n`);
  process.exit(1);
});

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const assets = await readPage();
  const store = sqlStore(await openDatabase(settings.databaseUrl));
  const site = new Hono();
  site.use(compressReplies);
  site.route(
    "/",
    createApp(store, {
      now: () => new Date(),
      readOnly: !settings.isLoopback,
      connectTo: apiOrigins(assets.get("/config.json")?.body),
    }),
  );
  site.get("*", staticFiles(assets));
  site.all("*", (context) => context.text("此地址只能读取", 405, { allow: "GET, HEAD" }));
  const server = createAdaptorServer({ fetch: site.fetch, serverOptions: { maxHeaderSize: 65_536 } }) as Server;
  try {
    await fillIfNew(store, settings.demoNow ?? new Date());
    await keepDemoFresh(store, settings.demoNow);
    await listen(server, settings.host, settings.port);
  } catch (error) {
    await store.close();
    throw error;
  }
  stopOnSignal(server, store);
  sayWhere(server, settings);
  await compressAhead(assets);
}

async function readPage() {
  const assets = await readAssets(PAGE_FOLDER).catch(() => new Map<string, never>());
  if (!assets.has("/index.html"))
    throw new StartFailure(`没有找到已构建的页面（${PAGE_FOLDER}），请先运行 npm run build`);
  return assets;
}

/** The page may be told to ask an API on another origin; the policy that we send must then allow it. */
function apiOrigins(config: Uint8Array | undefined): string[] {
  if (config === undefined) return [];
  try {
    const { apiBase } = JSON.parse(new TextDecoder().decode(config)) as { apiBase?: unknown };
    return typeof apiBase === "string" && /^https?:\/\//.test(apiBase) ? [new URL(apiBase).origin] : [];
  } catch {
    throw new StartFailure(`${PAGE_FOLDER}config.json 不是有效的 JSON，或其中的 apiBase 不是有效的地址`);
  }
}

/** A database that never held a row shows the demonstration district, marked as such. */
async function fillIfNew(store: Store, now: Date): Promise<void> {
  if ((await store.sources({})).length > 0) return;
  await store.applyLedger(demoLedger(now), demoOrigin(now));
}

/** A demonstration is of the present: at the start, and while the server runs on for days. */
async function keepDemoFresh(store: Store, fixedNow: Date | null): Promise<void> {
  const refresh = async () => {
    const cases = await refreshDemo(store, fixedNow ?? new Date());
    if (cases !== null) console.log(`演示数据：错误整改部分已按当前时间重新生成，共 ${cases} 条（真实数据不受影响）`);
  };
  await refresh();
  if (fixedNow !== null) return;
  const again = () => refresh().catch((error: unknown) => console.error(`演示数据未能更新：${String(error)}`));
  setInterval(() => void again(), HALF_HOUR_MS).unref();
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      const reason = code === "EADDRINUSE" ? "端口已被占用，请用 PORT 另设一个" : message;
      reject(new StartFailure(`无法在 ${host}:${port} 提供服务：${reason}`));
    });
    server.listen(port, host, resolve);
  });
}

function sayWhere(server: Server, { host, isLoopback }: ReturnType<typeof readSettings>): void {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : "";
  console.log(`http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  if (!isLoopback) console.log("只读：本服务对其他机器开放，且尚无登录，因此只提供查阅");
}

function stopOnSignal(server: Server, store: Store): void {
  const stop = () => {
    server.close(() => {
      store.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
