/** The moment at which every browser test plays: the latest complete quarter is 2026Q3. */
export const NOW = "2026-11-16T01:30:00.000Z";
export const LATEST_QUARTER = "2026Q3";
