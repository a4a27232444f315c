import type { HeatmapCell, HeatmapPanel, HeatmapRow, HeatmapSeries } from "#charts/heatmap-series.ts";
import { toSlot } from "#charts/series-slot.ts";
import { formatPoints, POINT, type Points } from "#domain/points.ts";
import type { RankGroup } from "#domain/ranking.ts";
import type { Scheme } from "#domain/scheme.ts";
import { deductingIndicators, type IndicatorStanding, type Standing, type Standings } from "#domain/standing.ts";
import type { RankedStandings } from "./rank-standings.ts";

const BASE_EDGES = [0.3, 0.6, 1, 1.5, 2] as const;

/** Unit × indicator, in the row order of the ranked bars; the row and column totals are sums of the losses shown. */
export function toHeatmapSeries(standings: Standings, ranked: RankedStandings): HeatmapSeries {
  const indicators = deductingIndicators(standings.scheme);
  const losses = ranked.flatMap((panel) => panel.rows.flatMap((row) => lossesOf(row.standing, indicators)));
  const edges = rampEdges(Math.max(0, ...losses));
  return {
    panels: ranked.map(({ group, rows }) =>
      toPanel(
        group,
        rows.map((row) => row.standing),
        indicators.map((indicator) => indicator.id),
        edges,
      ),
    ),
    columns: indicators.map(({ id, shortName, name }) => ({ id, shortName, name })),
    groups: toGroups(standings.scheme),
    rampLabels: rampLabels(edges),
  };
}

function lossesOf(standing: Standing, indicators: readonly { id: string }[]): Points[] {
  return indicators.map(({ id }) => standing.indicators.get(id)?.loss ?? 0);
}

function toPanel(
  group: RankGroup,
  standings: readonly Standing[],
  columns: readonly string[],
  edges: readonly Points[],
): HeatmapPanel {
  const sums = columns.map((id) => sum(standings.map((standing) => shownLoss(standing, id))));
  return {
    id: group.id,
    title: group.label,
    rows: standings.map((standing) => toRow(standing, columns, edges)),
    columnTotals: sums.map((points) => formatPoints(points)),
    grandTotal: formatPoints(
      sum(standings.map((standing) => (standing.state === "missed" ? 0 : standing.countedDeduction))),
    ),
  };
}

function toRow(standing: Standing, columns: readonly string[], edges: readonly Points[]): HeatmapRow {
  const missed = standing.state === "missed" ? `未检${standing.reason ? `（${standing.reason}）` : ""}` : null;
  return {
    id: standing.unit.id,
    name: standing.unit.shortName,
    cells: missed ? [] : columns.map((id) => toCell(standing.indicators.get(id), edges)),
    totalText: missed ? "——" : formatPoints(standing.countedDeduction),
    missed,
  };
}

function toCell(indicator: IndicatorStanding | undefined, edges: readonly Points[]): HeatmapCell {
  if (!indicator || indicator.state === "notApplicable") return { kind: "notApplicable", text: "——", ramp: 0 };
  if (indicator.state === "notReported") return { kind: "notReported", text: "未报", ramp: 0 };
  if (indicator.loss === 0) return { kind: "zero", text: "0", ramp: 0 };
  const index = edges.findIndex((edge) => indicator.loss <= edge);
  return { kind: "value", text: formatPoints(indicator.loss), ramp: RAMP[index === -1 ? 5 : index] ?? 6 };
}

const RAMP = [1, 2, 3, 4, 5, 6] as const;

function shownLoss(standing: Standing, indicatorId: string): Points {
  return standing.state === "missed" ? 0 : (standing.indicators.get(indicatorId)?.loss ?? 0);
}

/** Class edges fit the scheme's magnitude: 0.3–2.0 points, or ten, a hundred … times that. */
function rampEdges(maximum: Points): Points[] {
  let factor = 1;
  while (maximum > 4 * factor * POINT) factor *= 2.5;
  return BASE_EDGES.map((edge) => Math.round(edge * factor * POINT));
}

/** ≤0.3, 0.4–0.6 … >2.0 */
function rampLabels(edges: readonly Points[]): string[] {
  const ranges = edges.map((edge, index) => {
    const below = edges[index - 1];
    return below === undefined ? `≤${formatPoints(edge)}` : `${formatPoints(below + POINT / 10)}–${formatPoints(edge)}`;
  });
  return [...ranges, `>${formatPoints(edges[edges.length - 1] ?? 0)}`];
}

function toGroups(scheme: Scheme): HeatmapSeries["groups"] {
  const spans = deductingIndicators(scheme);
  return scheme.groups.flatMap((group, index) => {
    const span = spans.filter((indicator) => indicator.groupId === group.id).length;
    return span === 0
      ? []
      : [{ id: group.id, name: group.name, shortName: group.shortName, slot: toSlot(index), span }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
