import type { Source, SourceTopic } from "./source.ts";

const DAY = 86_400_000;

/**
 * Days after which a source is out of date: a little over its rhythm. Lists of errors come daily, applications weekly at
 * the latest, an inspection each quarter, annual reports in the first quarter. The register and the schemes change when
 * something happens, so their age says nothing.
 */
const FRESH_DAYS = {
  units: null,
  schemes: null,
  inspections: 100,
  annualReports: 400,
  rectifications: 2,
  applications: 10,
} satisfies Record<SourceTopic, number | null>;

/** A source that should have been renewed by now, and how old it is. */
export interface StaleSource {
  source: Source;
  days: number;
  freshDays: number;
}

/** Sources older than their rhythm at `now` (UTC), the oldest against its rhythm first. */
export function staleSources(sources: readonly Source[], now: string): StaleSource[] {
  return sources
    .flatMap((source) => {
      const freshDays = FRESH_DAYS[source.topic];
      const days = Math.floor((Date.parse(now) - Date.parse(source.asOf)) / DAY);
      return freshDays !== null && days > freshDays ? [{ source, days, freshDays }] : [];
    })
    .sort((a, b) => b.days / b.freshDays - a.days / a.freshDays);
}
