import type { FigureTable } from "#charts/figure-spec.ts";
import { FINDING_STATUS_LABEL } from "#domain/finding.ts";
import { FINDING_EVENT_LABEL, type ListedFinding } from "#domain/finding-event.ts";
import type { HeldInspection } from "#domain/publication.ts";
import { describeQuarter, type Quarter } from "#domain/quarter.ts";
import type { Indicator, Scheme } from "#domain/scheme.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit } from "#domain/unit.ts";

/** What a line of the list is explained by. */
export interface FindingRegister {
  units: readonly Unit[];
  schemes: readonly Scheme[];
  inspections: readonly HeldInspection[];
}

const EFFECT_LABEL = { deduct: "扣分", bonus: "加分", veto: "否决" } satisfies Record<Indicator["effect"], string>;

/** The indicator that prices a line, under the scheme of the line's quarter. */
export function indicatorFinder({ schemes, inspections }: Omit<FindingRegister, "units">) {
  const schemeOf = new Map(inspections.map(({ quarter, schemeId }) => [quarter, schemeId]));
  const known = new Map<string, Indicator>();
  for (const scheme of schemes)
    for (const indicator of scheme.indicators) known.set(`${scheme.id}|${indicator.id}`, indicator);
  return ({ quarter, indicatorId }: { quarter: Quarter; indicatorId: string }) =>
    known.get(`${schemeOf.get(quarter)}|${indicatorId}`);
}

/** The whole list as a file carries it: what was found, what it cost, and how far the argument about it has come. */
export function toFindingTable(rows: readonly ListedFinding[], register: FindingRegister): FigureTable {
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const indicatorOf = indicatorFinder(register);
  return {
    columns: [
      { key: "id", head: "编号", align: "left", kind: "text" },
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "side", head: "类别", align: "left", kind: "text" },
      { key: "quarter", head: "季度", align: "left", kind: "text" },
      { key: "date", head: "发现日期", align: "left", kind: "text" },
      { key: "indicator", head: "指标", align: "left", kind: "text" },
      { key: "clause", head: "条款", align: "left", kind: "text" },
      { key: "problem", head: "问题", align: "left", kind: "text" },
      { key: "count", head: "处数", align: "right", kind: "number" },
      { key: "effect", head: "性质", align: "left", kind: "text" },
      { key: "points", head: "分值（封顶前）", align: "right", kind: "points", decimals: 2 },
      { key: "evidence", head: "佐证", align: "left", kind: "text" },
      { key: "status", head: "状态", align: "left", kind: "text" },
      { key: "step", head: "最近办理", align: "left", kind: "text" },
      { key: "reason", head: "理由", align: "left", kind: "text" },
      { key: "at", head: "时间", align: "left", kind: "text" },
      { key: "by", head: "登记方", align: "left", kind: "text" },
      { key: "stepEvidence", head: "办理佐证", align: "left", kind: "text" },
    ],
    rows: rows.map((row) => {
      const unit = units.get(row.unitId);
      const indicator = indicatorOf(row);
      return {
        id: row.id,
        cells: {
          id: row.id,
          unit: unit?.name ?? row.unitId,
          side: unit === undefined ? null : UNIT_SIDE_LABEL[sideOf(unit)],
          quarter: describeQuarter(row.quarter),
          date: row.occurredOn,
          indicator: indicator?.name ?? row.indicatorId,
          clause: indicator?.clause ?? null,
          problem: row.problem,
          count: row.count,
          effect: indicator === undefined ? null : EFFECT_LABEL[indicator.effect],
          points: indicator?.effect === "veto" ? null : row.points,
          evidence: row.evidenceUrl,
          status: FINDING_STATUS_LABEL[row.status],
          ...lastStepOf(row),
        },
      };
    }),
  };
}

/** A line that nobody argued about stands as the ledger brought it: nothing applies. */
function lastStepOf({ lastEntry }: ListedFinding) {
  if (lastEntry === undefined) return { step: null, reason: null, at: null, by: null, stepEvidence: null };
  const { kind, reason, at, by, evidenceUrl } = lastEntry;
  return {
    step: FINDING_EVENT_LABEL[kind],
    reason: reason === "" ? null : reason,
    at: formatShanghai(at),
    by: by.organisation,
    stepEvidence: evidenceUrl,
  };
}
