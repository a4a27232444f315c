import { demoAsOf } from "./demo-district.ts";
import type { LedgerOrigin } from "./store.ts";

/** Says on every page and in every file that the district is invented. */
export function demoOrigin(now: Date): LedgerOrigin {
  return { name: "演示数据（虚构区县）", asOf: demoAsOf(now), importedAt: now.toISOString(), demo: true };
}
