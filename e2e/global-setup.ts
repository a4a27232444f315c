import { spawn } from "node:child_process";
import { join } from "node:path";
import { prepareFloorBrowser } from "./floor-browser.ts";
import { prepareBrowser, say } from "./prepare-browser.ts";
import { ROOT, startServer, temporaryDatabase } from "./product-server.ts";
import { type Running, serveFolder } from "./static-server.ts";

function build(script: string): Promise<void> {
  const child = spawn("npm", ["run", "--silent", script], { cwd: ROOT, shell: process.platform === "win32" });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm run ${script} failed:\n${output}`));
    });
  });
}

/**
 * Finds browsers, builds once for all projects and starts both hosts. The addresses travel in the environment:
 * workers start after this and read the configuration anew. E2E_REUSE_BUILD=1 keeps the builds of the last run.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.env["E2E_CHROMIUM"] = await prepareBrowser();
  process.env["E2E_FLOOR_CHROMIUM"] = prepareFloorBrowser() ?? "";
  await buildOnce("build", "build:demo");
  const demo = await serveDemo();
  const server = await startServer({ DATABASE_URL: temporaryDatabase() });
  process.env["E2E_SERVER_URL"] = server.url;
  say(`server ${server.url}`);
  return async () => {
    await Promise.all([demo.stop(), server.stop()]);
  };
}

export async function buildOnce(...scripts: string[]): Promise<void> {
  if (process.env["E2E_REUSE_BUILD"] === "1") return;
  const began = Date.now();
  await Promise.all(scripts.map(build));
  say(`${scripts.join(", ")}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** The static demonstration in a sub-folder of a plain web host. */
export async function serveDemo(): Promise<Running> {
  const demo = await serveFolder(join(ROOT, "dist/demo"), "/kanban/");
  process.env["E2E_DEMO_URL"] = demo.url;
  say(`demo ${demo.url}`);
  return demo;
}
