import type { FigureCell, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { RankedBarPanel, RankedBarRow, RankedBarSeries } from "#charts/ranked-bar-series.ts";
import { balanceOf, type ReplyRate, replyRate } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import type { UnitSort } from "#domain/filters.ts";
import { OUTCOME_GROUP, OUTCOME_GROUPS, OUTCOME_ROW } from "#domain/outcome.ts";
import type { Quarter } from "#domain/quarter.ts";
import { inAdministrativeOrder, type RankedGroup, rankUnits } from "#domain/ranking.ts";
import { formatRate } from "#domain/share.ts";
import { UNIT_KIND_LABEL, type Unit } from "#domain/unit.ts";

/** One unit in the quarters chosen. */
export interface UnitEntry {
  unitId: string;
  received: number;
  carriedOver: number;
  closed: number;
  open: number;
  /** Closed by outcome group, in legal order. */
  groups: readonly number[];
  reply: ReplyRate;
}

export type UnitGroup = RankedGroup<UnitEntry & { state: "scored"; countedDeduction: number }>;

/** Every unit chosen, also one without an application; most 应办 first, departments and townships apart, ties 1-1-3. */
export function toUnitGroups(
  facts: readonly ApplicationFact[],
  units: readonly Unit[],
  quarters: readonly Quarter[],
  sort: UnitSort,
): UnitGroup[] {
  const byUnit = new Map<string, ApplicationFact[]>();
  for (const fact of facts) {
    const own = byUnit.get(fact.unitId);
    if (own === undefined) byUnit.set(fact.unitId, [fact]);
    else own.push(fact);
  }
  const entries = units.map((unit) => toEntry(unit.id, byUnit.get(unit.id) ?? [], quarters));
  // Counts rank by the same rule as points: most first, ties share a rank.
  const ranked = entries.map((entry) => ({ ...entry, state: "scored" as const, countedDeduction: dueOf(entry) }));
  const groups = rankUnits(ranked, units, "most");
  return sort === "points" ? groups : groups.map((group) => ({ ...group, rows: inAdministrativeOrder(group.rows) }));
}

function toEntry(unitId: string, facts: readonly ApplicationFact[], quarters: readonly Quarter[]): UnitEntry {
  const { received, carriedOver, closed, carriedForward } = balanceOf(facts, quarters);
  const groups = OUTCOME_GROUPS.map((group) =>
    facts.reduce(
      (sum, fact) =>
        fact.outcome !== null && OUTCOME_ROW[fact.outcome].group === group
          ? sum + fact.received + fact.carriedOver
          : sum,
      0,
    ),
  );
  return { unitId, received, carriedOver, closed, open: carriedForward, groups, reply: replyRate(facts, quarters) };
}

export function dueOf({ received, carriedOver }: Pick<UnitEntry, "received" | "carriedOver">): number {
  return received + carriedOver;
}

export function toUnitSeries(groups: readonly UnitGroup[], picked: readonly string[]): RankedBarSeries {
  const most = Math.max(1, ...groups.flatMap(({ rows }) => rows.map(({ score }) => dueOf(score))));
  return {
    panels: groups.map((group) => toPanel(group, picked)),
    groups: OUTCOME_GROUPS.map((id) => ({ id, name: OUTCOME_GROUP[id].label, slot: OUTCOME_GROUP[id].slot })),
    maximum: most,
    nearBand: 0,
    unit: "件",
    changeHead: "按期/答复",
    words: { label: "各单位申请条形，上下键逐家查看，回车筛选", value: "应办", hatched: "在办" },
  };
}

function toPanel({ group, rows }: UnitGroup, picked: readonly string[]): RankedBarPanel {
  const due = rows.reduce((sum, { score }) => sum + dueOf(score), 0);
  const without = rows.filter(({ score }) => dueOf(score) === 0).length;
  return {
    id: group.id,
    title: group.label,
    subtitle: `${rows.length} 家 · 应办 ${due} 件${without === 0 ? "" : ` · ${without} 家没有申请`}`,
    rows: rows.map(({ unit, score, rank }): RankedBarRow => {
      return {
        id: unit.id,
        name: unit.shortName,
        rank: dueOf(score) === 0 ? null : rank,
        tier: null,
        state: "ranked",
        reason: null,
        segments: score.groups,
        value: score.closed,
        valueText: String(dueOf(score)),
        disputed: score.open,
        nearEdge: false,
        change: { text: replyText(score.reply), meaning: "same" },
        picked: picked.includes(unit.id),
      };
    }),
    tiers: [],
    edges: [],
  };
}

/** 11/12, and —— where nothing was due. */
function replyText({ rate }: ReplyRate): string {
  return rate === null ? "——" : `${rate.numerator}/${rate.denominator}`;
}

function rateCell({ rate }: ReplyRate): FigureCell {
  if (rate === null) return null;
  return rate.small ? "样本少" : formatRate(rate);
}

export function toUnitTable(groups: readonly UnitGroup[]): FigureTable {
  const number = (key: string, head: string) => ({ key, head, align: "right", kind: "number" }) as const;
  const rows = groups.flatMap(({ rows }) =>
    rows.map(
      ({ unit, score, rank }): FigureRow => ({
        id: unit.id,
        cells: {
          rank: dueOf(score) === 0 ? "—" : rank,
          unit: unit.name,
          kind: UNIT_KIND_LABEL[unit.kind],
          ...countCells(score),
          onTime: score.reply.rate?.numerator ?? 0,
          replied: score.reply.rate?.denominator ?? 0,
          rate: rateCell(score.reply),
          overdue: score.reply.openOverdue,
        },
      }),
    ),
  );
  return {
    columns: [
      number("rank", "位次"),
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "kind", head: "类别", align: "left", kind: "text" },
      number("received", "新收"),
      number("carriedOver", "结转"),
      ...OUTCOME_GROUPS.map((id) => number(id, OUTCOME_GROUP[id].label)),
      number("closed", "办结"),
      number("open", "在办"),
      number("onTime", "按期答复"),
      number("replied", "到期已答复"),
      { key: "rate", head: "按期率", align: "right", kind: "text" },
      number("overdue", "在办超期"),
    ],
    rows: [...rows, toTotal(groups)],
  };
}

function countCells(entry: UnitEntry): Record<string, FigureCell> {
  const groups = OUTCOME_GROUPS.map((id, index) => [id, entry.groups[index] ?? 0] as const);
  const { received, carriedOver, closed, open } = entry;
  return { received, carriedOver, ...Object.fromEntries(groups), closed, open };
}

function toTotal(groups: readonly UnitGroup[]): FigureRow {
  const scores = groups.flatMap(({ rows }) => rows.map(({ score }) => score));
  const sum = (pick: (entry: UnitEntry) => number) => scores.reduce((total, entry) => total + pick(entry), 0);
  const byGroup = OUTCOME_GROUPS.map((id, index) => [id, sum((entry) => entry.groups[index] ?? 0)] as const);
  const onTime = sum(({ reply }) => reply.rate?.numerator ?? 0);
  const replied = sum(({ reply }) => reply.rate?.denominator ?? 0);
  return {
    id: "total",
    isTotal: true,
    cells: {
      rank: "",
      unit: "合计",
      kind: `${scores.length} 家`,
      received: sum((entry) => entry.received),
      carriedOver: sum((entry) => entry.carriedOver),
      ...Object.fromEntries(byGroup),
      closed: sum((entry) => entry.closed),
      open: sum((entry) => entry.open),
      onTime,
      replied,
      rate: "",
      overdue: sum(({ reply }) => reply.openOverdue),
    },
  };
}

/** "应办最多：部门区公安局 12 件、镇街云溪镇 8 件；前五家占 62/112（55.4%）；18 家没有申请。" */
export function describeUnits(groups: readonly UnitGroup[]): string {
  const tops = groups.flatMap(({ group, rows }) => {
    const top = rows.reduce<(typeof rows)[number] | null>(
      (most, row) => (most === null || dueOf(row.score) > dueOf(most.score) ? row : most),
      null,
    );
    return top === null || dueOf(top.score) === 0 ? [] : [`${group.label}${top.unit.shortName} ${dueOf(top.score)} 件`];
  });
  if (tops.length === 0) return "所选单位没有申请。";
  const all = groups.flatMap(({ rows }) => rows.map(({ score }) => dueOf(score))).sort((a, b) => b - a);
  const whole = all.reduce((sum, due) => sum + due, 0);
  const first = all.slice(0, 5).reduce((sum, due) => sum + due, 0);
  const share =
    whole < 5 || all.length <= 5
      ? ""
      : `；前五家合计 ${first}/${whole}（${formatRate({ numerator: first, denominator: whole, small: false })}）`;
  const without = all.filter((due) => due === 0).length;
  return `应办最多：${tops.join("、")}${share}${without === 0 ? "" : `；${without} 家没有申请`}。`;
}
