import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { demoBegin } from "./demo-district.ts";
import { demoOrigin } from "./demo-origin.ts";
import { demoRectifications } from "./demo-rectifications.ts";
import { demoUnits } from "./demo-units.ts";
import type { Store } from "./store.ts";

/** After six hours some ten of the forty open cases have run out; limits are 24 and 48 hours. */
const STALE_AFTER_MS = 6 * 3_600_000;

/**
 * A demonstration that is kept does not age: its error rectification is made anew for `now` when it is older than a few
 * hours, or when the database is from before there was any. Never where one source holds real data. Returns how many
 * cases there are now, null when nothing was done.
 */
export async function refreshDemo(store: Store, now: Date): Promise<number | null> {
  const sources = await store.sources({});
  if (sources.length === 0 || sources.some((source) => !source.demo)) return null;
  const made = sources.find(({ topic }) => topic === "rectifications");
  if (made !== undefined && Math.abs(now.getTime() - Date.parse(made.importedAt)) < STALE_AFTER_MS) return null;
  const known = new Set((await store.units({})).map((unit) => unit.id));
  const units = demoUnits().filter(({ unit }) => known.has(unit.id));
  if (units.length === 0) return null;
  const parts = demoRectifications(demoBegin(now), now, units);
  await store.replaceRectifications({ ...EMPTY_LEDGER, ...parts }, demoOrigin(now));
  return parts.rectificationCases.length;
}
