import type { Points } from "./points.ts";
import type { Scheme } from "./scheme.ts";
import { deductingIndicators, type Standing } from "./standing.ts";

/** What one indicator cost the units shown: n of the N units to which it applies lost points on it. */
export interface IndicatorLossCount {
  id: string;
  groupId: string;
  name: string;
  clause: string;
  loss: Points;
  losing: number;
  applicable: number;
  worst: { name: string; loss: Points } | null;
}

/** Indicators that cost something, from most to least; a missed unit says nothing about any of them. */
export function topIndicators(scheme: Scheme, rows: readonly Standing[]): IndicatorLossCount[] {
  const standings = rows.filter((standing) => standing.state !== "missed");
  return deductingIndicators(scheme)
    .map(({ id, groupId, name, clause }) => {
      const entries = standings.flatMap((standing) => {
        const indicator = standing.indicators.get(id);
        return indicator?.state === "scored" ? [{ name: standing.unit.shortName, loss: indicator.loss }] : [];
      });
      const worst = entries.reduce<{ name: string; loss: Points } | null>(
        (top, entry) => (entry.loss > (top?.loss ?? 0) ? entry : top),
        null,
      );
      return {
        id,
        groupId,
        name,
        clause,
        loss: entries.reduce((sum, entry) => sum + entry.loss, 0),
        losing: entries.filter((entry) => entry.loss > 0).length,
        applicable: entries.length,
        worst,
      };
    })
    .filter((entry) => entry.loss > 0)
    .sort((a, b) => b.loss - a.loss);
}
