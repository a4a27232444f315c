import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NOW } from "./now.ts";
import type { Running } from "./static-server.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

export interface Ended {
  code: number | null;
  output: string;
}

/** A fresh folder for one database; the system clears it. */
export function temporaryDatabase(): string {
  return `file:${join(mkdtempSync(join(tmpdir(), "disclosure-e2e-")), "ledger.sqlite")}`;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function start(
  script: "serve" | "import",
  args: string[],
  env: Record<string, string>,
): [ChildProcess, Promise<Ended>] {
  const child = spawn(process.execPath, [`dist/server/${script}.js`, ...args], {
    cwd: ROOT,
    env: { ...process.env, DEMO_NOW: NOW, HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  return [child, new Promise((resolve) => child.on("close", (code) => resolve({ code, output })))];
}

/** Starts a command of the server; `ended` settles when it is over. */
export function startServerCommand(
  script: "serve" | "import",
  args: string[],
  env: Record<string, string>,
): { pid: number; ended: Promise<Ended> } {
  const [child, ended] = start(script, args, env);
  return { pid: child.pid ?? 0, ended };
}

/** Runs a command of the server to its end. */
export function runServerCommand(
  script: "serve" | "import",
  args: string[],
  env: Record<string, string>,
): Promise<Ended> {
  return startServerCommand(script, args, env).ended;
}

export interface ProductServer extends Running {
  /** Ends it as Ctrl-C does and tells how it went. */
  interrupt: () => Promise<Ended>;
  pid: number;
}

/** Starts the built server and waits until it answers; fails with its own words when it ends first. */
export async function startServer(env: Record<string, string>): Promise<ProductServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const [child, ended] = start("serve", [], { PORT: String(port), ...env });
  let early: Ended | null = null;
  void ended.then((result) => {
    early = result;
  });
  const limit = Date.now() + 120_000;
  while (!(await answers(`${url}api/sources`))) {
    if (early !== null) throw new Error(`The server ended: ${(early as Ended).output}`);
    if (Date.now() > limit) throw new Error("The server did not answer within two minutes.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const interrupt = () => {
    child.kill("SIGINT");
    return ended;
  };
  return { url, pid: child.pid ?? 0, interrupt, stop: async () => void (await interrupt()) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
