import type { Hono } from "hono";
import { createApp } from "#server/app.ts";
import { demoLedger } from "#server/demo-district.ts";
import { demoOrigin } from "#server/demo-origin.ts";
import { memoryStore } from "./memory-store.ts";

/** The real API over the demonstration district in memory. */
export function createMockApp(now: () => Date): Hono {
  const start = now();
  return createApp(memoryStore(demoLedger(start), demoOrigin(start)), { now });
}
