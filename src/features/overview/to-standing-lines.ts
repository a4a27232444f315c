import type { ResolvedFilters } from "#domain/filters.ts";
import { isNarrowed, isUnitPicked } from "#domain/filters.ts";
import { formatPoints } from "#domain/points.ts";
import { describeQuarters } from "#domain/quarter.ts";
import type { ReportVerdict } from "#domain/report-verdict.ts";
import { SOURCE_TOPIC_LABEL, type Source } from "#domain/source.ts";
import { staleSources } from "#domain/stale-source.ts";
import type { Standings } from "#domain/standing.ts";
import { deductionEdges, isNearEdge, NEAR_BAND } from "#domain/tier-edge.ts";
import type { Unit } from "#domain/unit.ts";
import { type AttentionLine, nameSome, type SharedPicks } from "./attention-line.ts";

/** Places where the tables of the latest year do not add up, over the bodies that are picked. */
export function toReportLine(
  verdicts: readonly ReportVerdict[],
  filters: ResolvedFilters,
  units: readonly Unit[],
): AttentionLine {
  const picked = new Set(units.filter((unit) => isUnitPicked(unit, filters)).map((unit) => unit.id));
  const shown = isNarrowed(filters) ? verdicts.filter(({ bodyId }) => picked.has(bodyId)) : verdicts;
  const failing = shown.filter(({ failures }) => failures.length > 0);
  const [first] = failing;
  return {
    id: "reports",
    count: failing.reduce((sum, { failures }) => sum + failures.length, 0),
    unit: "处",
    label: "年报等式不平",
    detail: first === undefined ? "" : `${first.year} 年：${nameSome(failing.map(({ bodyName }) => bodyName))}`,
    tone: first === undefined ? null : "worse",
    path: "/annual-report",
    picks: first === undefined ? {} : { body: first.bodyId, year: first.year },
  };
}

/** Units within half a point of a tier edge: one finding more or less may move them. */
export function toNearEdgeLine(standings: Standings, filters: ResolvedFilters, picks: SharedPicks): AttentionLine {
  const near = standings.rows.filter(
    ({ unit, state, countedDeduction }) =>
      state === "scored" &&
      isUnitPicked(unit, filters) &&
      isNearEdge(countedDeduction, deductionEdges(standings.scheme, unit.class)),
  );
  return {
    id: "nearEdge",
    count: near.length,
    unit: "家",
    label: `距档线不到 ${formatPoints(NEAR_BAND)} 分`,
    detail: `${describeQuarters(standings.quarters)}${near.length === 0 ? "" : `：${nameSome(near.map(({ unit }) => unit.shortName))}`}`,
    tone: null,
    path: "/deductions",
    picks,
  };
}

/** Sources that should have been renewed by now. */
export function toSourceLine(sources: readonly Source[], now: string): AttentionLine {
  const stale = staleSources(sources, now);
  return {
    id: "sources",
    count: stale.length,
    unit: "个",
    label: "数据来源过期",
    detail: stale
      .map(
        ({ source, days, freshDays }) => `${SOURCE_TOPIC_LABEL[source.topic]}已 ${days} 天（应 ${freshDays} 天内更新）`,
      )
      .join("；"),
    tone: stale.length > 0 ? "worse" : null,
    path: "/rules",
    anchor: "sources",
    picks: {},
  };
}
