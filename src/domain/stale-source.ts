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

/** A source and how old it is against its rhythm. */
export interface SourceAge {
  source: Source;
  days: number;
  /** Days within which it should be renewed; null where its age says nothing. */
  freshDays: number | null;
}

/** A source that should have been renewed by now. */
export interface StaleSource extends SourceAge {
  freshDays: number;
}

/** How old each source is at `now` (UTC), in whole days. */
export function sourceAges(sources: readonly Source[], now: string): SourceAge[] {
  return sources.map((source) => ({
    source,
    days: Math.max(0, Math.floor((Date.parse(now) - Date.parse(source.asOf)) / DAY)),
    freshDays: FRESH_DAYS[source.topic],
  }));
}

export function isStale(age: SourceAge): age is StaleSource {
  return age.freshDays !== null && age.days > age.freshDays;
}

/** Sources older than their rhythm at `now` (UTC), the oldest against its rhythm first. */
export function staleSources(sources: readonly Source[], now: string): StaleSource[] {
  return sourceAges(sources, now)
    .filter(isStale)
    .sort((a, b) => b.days / b.freshDays - a.days / a.freshDays);
}
