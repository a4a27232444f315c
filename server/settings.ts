import { DEFAULT_DATABASE_URL } from "./database.ts";

/** The server cannot start; `message` is the one sentence for the person at the terminal. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}

interface Settings {
  host: string;
  port: number;
  databaseUrl: string;
  /** Until people can sign in, only this machine may do more than read. */
  isLoopback: boolean;
  /** The day at which the demonstration district plays; tests set it. null means today. */
  demoNow: Date | null;
}

export function readSettings(env: Record<string, string | undefined>): Settings {
  const host = env["HOST"] || "127.0.0.1";
  const portText = env["PORT"] || "8787";
  const port = Number(portText);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new StartFailure(`PORT 应为 0 到 65535 的整数，现为 ${portText}`);
  const isLoopback = host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
  return {
    host,
    port,
    databaseUrl: env["DATABASE_URL"] || DEFAULT_DATABASE_URL,
    isLoopback,
    demoNow: readDemoNow(env["DEMO_NOW"]),
  };
}

function readDemoNow(text: string | undefined): Date | null {
  if (!text) return null;
  if (Number.isNaN(Date.parse(text))) throw new StartFailure(`DEMO_NOW 应为 ISO 8601 时间，现为 ${text}`);
  return new Date(text);
}
