import type { BarListRow, BarListSeries } from "#charts/bar-list-series.ts";
import type { FigureTable } from "#charts/figure-spec.ts";
import { type ApplicationBalance, balanceOf } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { OUTCOME_GROUP, OUTCOME_GROUPS, OUTCOME_ROW, type OutcomeGroup } from "#domain/outcome.ts";
import type { Quarter } from "#domain/quarter.ts";
import { percentShares } from "#domain/share.ts";

/** What became of the applications that were open in the quarters. */
export interface OutcomeCounts {
  balance: ApplicationBalance;
  groups: readonly { key: OutcomeGroup; count: number }[];
}

export function countOutcomes(facts: readonly ApplicationFact[], quarters: readonly Quarter[]): OutcomeCounts {
  const counts = new Map<OutcomeGroup, number>();
  for (const { quarter, outcome, received, carriedOver } of facts) {
    if (outcome === null || !quarters.includes(quarter)) continue;
    const { group } = OUTCOME_ROW[outcome];
    counts.set(group, (counts.get(group) ?? 0) + received + carriedOver);
  }
  return {
    balance: balanceOf(facts, quarters),
    groups: OUTCOME_GROUPS.map((key) => ({ key, count: counts.get(key) ?? 0 })),
  };
}

/** Under five closed ones a share says nothing. */
const LEAST = 5;

/** Six outcomes in legal order, then what is carried forward; shares are of the closed ones. */
export function toOutcomeBars({ balance, groups }: OutcomeCounts): BarListSeries {
  const shares = percentShares(
    groups.map(({ count }) => count),
    1,
  );
  const rows = groups.map(({ key, count }, index): BarListRow => {
    const { label, slot } = OUTCOME_GROUP[key];
    const share = balance.closed < LEAST ? "" : `${(shares[index] ?? 0).toFixed(1)}%`;
    return toRow(key, label, count, share, { kind: "series", slot });
  });
  const open = toRow("carriedForward", "结转继续办理", balance.carriedForward, "", { kind: "nodata" });
  const all = [...rows, open];
  return { rows: all, maximum: Math.max(1, ...all.map(({ value }) => value)), unit: "件" };
}

function toRow(id: string, label: string, count: number, shareText: string, fill: BarListRow["fill"]): BarListRow {
  return {
    id,
    label,
    indent: 0,
    value: count,
    valueText: String(count),
    shareText,
    runningText: "",
    base: null,
    fill,
    picked: false,
  };
}

export function toOutcomeTable({ balance, groups }: OutcomeCounts): FigureTable {
  return {
    columns: [
      { key: "name", head: "去向", align: "left", kind: "text" },
      { key: "count", head: "件数", align: "right", kind: "number" },
      { key: "share", head: "占办结", align: "right", kind: "percent" },
    ],
    rows: [
      ...groups.map(({ key, count }) => ({
        id: key,
        cells: {
          name: OUTCOME_GROUP[key].label,
          count,
          share: balance.closed < LEAST ? "样本少" : count / balance.closed,
        },
      })),
      { id: "closed", isTotal: true, cells: { name: "办结", count: balance.closed, share: "" } },
      { id: "carriedForward", cells: { name: "结转继续办理", count: balance.carriedForward, share: "" } },
      {
        id: "due",
        isTotal: true,
        cells: { name: "应办（新收＋结转）", count: balance.received + balance.carriedOver, share: "" },
      },
    ],
  };
}
