import type { LegendItem } from "#charts/figure-spec.ts";
import { OUTCOME_GROUP, OUTCOME_GROUPS } from "#domain/outcome.ts";

/** The six outcomes in legal order, which is the order of every stack. */
export const OUTCOME_LEGEND: readonly LegendItem[] = OUTCOME_GROUPS.map((group) => ({
  kind: "fill",
  label: OUTCOME_GROUP[group].label,
  fill: { kind: "series", slot: OUTCOME_GROUP[group].slot },
}));
