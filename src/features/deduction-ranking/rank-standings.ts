import { type Filters, isUnitPicked, type ResolvedFilters } from "#domain/filters.ts";
import { inAdministrativeOrder, type RankGroup, rankUnits } from "#domain/ranking.ts";
import type { Standing, Standings } from "#domain/standing.ts";

export interface RankedRow {
  standing: Standing;
  rank: number | null;
  picked: boolean;
}

/** One class of the district: the rows that the filters let through, with their ranks in the whole class. */
export interface RankedPanel {
  group: RankGroup;
  /** Units that have a rank, picked or not: the 23 of 第 3 / 23. */
  ranked: number;
  rows: readonly RankedRow[];
}

export type RankedStandings = readonly RankedPanel[];

/** Ranks within class over all units first, then narrows: a filter never changes a unit's rank. */
export function rankStandings(
  standings: Standings,
  filters: Pick<Filters, "side" | "unitClass" | "units" | "sort">,
): RankedPanel[] {
  const units = standings.rows.map((row) => row.unit);
  return rankUnits(standings.rows, units, "most")
    .map(({ group, rows }) => {
      const ordered = filters.sort === "register" ? inAdministrativeOrder(rows) : rows;
      return {
        group,
        ranked: rows.filter((row) => row.rank !== null).length,
        rows: ordered
          .filter((row) => isUnitPicked(row.unit, filters))
          .map((row) => ({ standing: row.score, rank: row.rank, picked: filters.units.includes(row.unit.id) })),
      };
    })
    .filter((panel) => panel.rows.length > 0);
}

/** The same choice narrowed to one class, as a picture of that class alone has to say it. */
export function narrowTo(group: RankGroup, filters: ResolvedFilters): ResolvedFilters {
  const unitClass = group.label.includes("·") ? group.unitClass : filters.unitClass;
  return { ...filters, side: group.side, unitClass };
}
