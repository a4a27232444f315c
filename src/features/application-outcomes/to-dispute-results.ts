import type { MarkFill } from "#charts/chart.ts";
import type { FigureCell, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { StackedBarSeries } from "#charts/stacked-bar-series.ts";
import { baseQuarters } from "#domain/comparison.ts";
import type { DisputeFact, DisputeKind } from "#domain/dispute.ts";
import { correctionRates, type DisputeTally, decidedOf, tallyDisputes } from "#domain/dispute-tally.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import { formatRate, type Rate } from "#domain/share.ts";
import type { Unit } from "#domain/unit.ts";
import { DISPUTE_KIND_LABEL, DISPUTE_KINDS, DISPUTE_RESULT_LABEL, PENDING_LABEL } from "./dispute-words.ts";
import { type DisputePair, describeCorrection } from "./to-ledger-conclusion.ts";

/** Facts of the units chosen. */
export function pickDisputes(facts: readonly DisputeFact[], units: readonly Unit[]): DisputeFact[] {
  const ids = new Set(units.map(({ id }) => id));
  return facts.filter(({ unitId }) => ids.has(unitId));
}

/** The period and the same a year before, where the ledger of the district reaches back so far. */
export function toDisputePair(
  facts: readonly DisputeFact[],
  filters: Pick<ResolvedFilters, "quarters">,
  units: readonly Unit[],
): DisputePair {
  const own = pickDisputes(facts, units);
  const base = baseQuarters(filters.quarters, "yoy");
  const first = [...facts.map(({ quarter }) => quarter)].sort()[0];
  const reachesBack = first !== undefined && base.every((quarter) => quarter >= first);
  return { now: tallyDisputes(own, filters.quarters), base: reachesBack ? tallyDisputes(own, base) : null };
}

export interface DisputeLine {
  kind: DisputeKind;
  tally: DisputeTally;
}

/** Each kind always has its line, and so has what is pending. */
export function toDisputeLines(facts: readonly DisputeFact[], quarters: ResolvedFilters["quarters"]): DisputeLine[] {
  return DISPUTE_KINDS.map((kind) => ({
    kind,
    tally: tallyDisputes(
      facts.filter((fact) => fact.kind === kind),
      quarters,
    ),
  }));
}

export function sumLines(lines: readonly DisputeLine[]): DisputeTally {
  const sum = (key: keyof DisputeTally) => lines.reduce((total, { tally }) => total + tally[key], 0);
  return {
    filed: sum("filed"),
    upheld: sum("upheld"),
    corrected: sum("corrected"),
    otherResult: sum("otherResult"),
    pending: sum("pending"),
  };
}

const PARTS = [
  ["upheld", DISPUTE_RESULT_LABEL.upheld, { kind: "plain", weight: 2 }],
  ["corrected", DISPUTE_RESULT_LABEL.corrected, { kind: "plain", weight: 1 }],
  ["otherResult", DISPUTE_RESULT_LABEL.otherResult, { kind: "series", slot: 6 }],
  ["pending", PENDING_LABEL, { kind: "nodata" }],
] as const satisfies readonly (readonly [keyof DisputeTally, string, MarkFill])[];

export const DISPUTE_LEGEND = PARTS.map(([, label, fill]) => ({ kind: "fill", label, fill }) as const);

export function toDisputeResults(lines: readonly DisputeLine[]): StackedBarSeries {
  const wholes = lines.map(({ tally }) => decidedOf(tally) + tally.pending);
  return {
    rows: lines.map(({ kind, tally }, index) => ({
      id: kind,
      label: DISPUTE_KIND_LABEL[kind],
      totalText: `${wholes[index]} 件，未结 ${tally.pending}`,
      segments: PARTS.filter(([key]) => tally[key] > 0).map(([key, name, fill]) => ({
        id: key,
        name,
        value: tally[key],
        valueText: String(tally[key]),
        fill,
      })),
    })),
    maximum: Math.max(1, ...wholes),
    unit: "件",
  };
}

/** "审结 14 件、尚未审结 6 件，其中被纠错 2 件；纠错占全部 2/20（10.0%）、占已审结 2/14（14.3%）。" */
export function describeDisputes(lines: readonly DisputeLine[]): string {
  const all = sumLines(lines);
  if (decidedOf(all) + all.pending === 0) return "所选期间没有复议、诉讼。";
  return `审结 ${decidedOf(all)} 件、尚未审结 ${all.pending} 件，其中被纠错 ${all.corrected} 件；${describeCorrection(all)}。`;
}

export function rateCell(rate: Rate | null): FigureCell {
  if (rate === null) return null;
  const counts = `${rate.numerator}/${rate.denominator}`;
  return rate.small ? `${counts} 样本少` : `${counts} ${formatRate(rate)}`;
}

/** Cells that every table of disputes has in common. */
export function tallyCells(tally: DisputeTally): Record<string, FigureCell> {
  const { ofAll, ofDecided } = correctionRates(tally);
  return { ...tally, ofAll: rateCell(ofAll), ofDecided: rateCell(ofDecided) };
}

export const TALLY_COLUMNS = [
  { key: "filed", head: "新收案件", align: "right", kind: "number" },
  ...PARTS.map(([key, head]) => ({ key, head, align: "right", kind: "number" }) as const),
  { key: "ofAll", head: "纠错/全部", align: "right", kind: "text" },
  { key: "ofDecided", head: "纠错/已审结", align: "right", kind: "text" },
] as const satisfies FigureTable["columns"];

export function toDisputeTable(lines: readonly DisputeLine[]): FigureTable {
  const rows = lines.map(
    ({ kind, tally }): FigureRow => ({ id: kind, cells: { kind: DISPUTE_KIND_LABEL[kind], ...tallyCells(tally) } }),
  );
  return {
    columns: [{ key: "kind", head: "类别", align: "left", kind: "text" }, ...TALLY_COLUMNS],
    rows: [...rows, { id: "total", isTotal: true, cells: { kind: "合计", ...tallyCells(sumLines(lines)) } }],
  };
}
