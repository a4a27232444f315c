import type { FigureTable } from "#charts/figure-spec.ts";
import type { HeatmapRow, HeatmapSeries } from "#charts/heatmap-series.ts";
import { ERROR_TYPE_LABEL, type ErrorType, errorTypeSchema } from "#domain/rectification.ts";
import type { Relapse } from "#domain/relapse.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit, unitSideSchema } from "#domain/unit.ts";
import { ERROR_TYPE_SHORT } from "./case-words.ts";
import { type RampEnds, rampLabels, toCountCell } from "./count-ramp.ts";

const CLASS_ENDS: RampEnds = [1, 2, 3, 5, 8];

/** Relapses by unit and kind of error; units and kinds without any are left out. */
export interface RelapseCounts {
  types: readonly ErrorType[];
  rows: readonly { unit: Unit; counts: readonly number[]; total: number }[];
  typeTotals: readonly number[];
  total: number;
}

/** Most relapses first, then the fixed order. */
export function countRelapses(relapses: readonly Relapse[], units: readonly Unit[]): RelapseCounts {
  const types = errorTypeSchema.options.filter((type) => relapses.some((relapse) => relapse.errorType === type));
  const rows = units
    .map((unit) => {
      const own = relapses.filter((relapse) => relapse.unitId === unit.id);
      const counts = types.map((type) => own.filter((relapse) => relapse.errorType === type).length);
      return { unit, counts, total: own.length };
    })
    .filter((row) => row.total > 0)
    .sort((a, b) => b.total - a.total || a.unit.order - b.unit.order);
  return {
    types,
    rows,
    typeTotals: types.map((_, index) => rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0)),
    total: rows.reduce((sum, row) => sum + row.total, 0),
  };
}

/** Beyond these the rarer kinds share a column in the plot, which may stand in a narrow one; the table has them all. */
const MOST_COLUMNS = 10;
const OTHER_TYPES = { id: "rest", shortName: "其余类型", name: "其余类型" };

/** Columns of the plot, each with the positions of its kinds, in the fixed order of the kinds. */
function toColumns({ types, typeTotals }: RelapseCounts) {
  const byCount = types.map((_, index) => index).sort((a, b) => (typeTotals[b] ?? 0) - (typeTotals[a] ?? 0) || a - b);
  const kept = byCount.slice(0, types.length > MOST_COLUMNS ? MOST_COLUMNS - 1 : MOST_COLUMNS);
  const columns = types.flatMap((type, index) =>
    kept.includes(index)
      ? [{ id: type, shortName: ERROR_TYPE_SHORT[type], name: ERROR_TYPE_LABEL[type], of: [index] }]
      : [],
  );
  const rest = byCount.slice(kept.length);
  return rest.length === 0 ? columns : [...columns, { ...OTHER_TYPES, of: rest }];
}

/** A panel a side, on one scale and with the same columns. */
export function toRelapseSeries(relapses: RelapseCounts): HeatmapSeries {
  const { rows } = relapses;
  const columns = toColumns(relapses);
  const sumsOf = (counts: readonly number[]) =>
    columns.map(({ of }) => of.reduce((sum, index) => sum + (counts[index] ?? 0), 0));
  return {
    words: {
      label: "单位与错误类型重复发生表，方向键逐格查看",
      hint: "",
      before: "",
      after: " 条重复发生",
      zero: "0 条",
      rowTotal: "该单位合计",
    },
    panels: unitSideSchema.options.flatMap((side) => {
      const own = rows.filter((row) => sideOf(row.unit) === side);
      const panel = { id: side, title: UNIT_SIDE_LABEL[side], rows: own.map((row) => toRow(row, sumsOf(row.counts))) };
      const totals = columns.map((_, index) => own.reduce((sum, row) => sum + (sumsOf(row.counts)[index] ?? 0), 0));
      const grandTotal = String(own.reduce((sum, row) => sum + row.total, 0));
      return own.length === 0 ? [] : [{ ...panel, columnTotals: totals.map(String), grandTotal }];
    }),
    columns: columns.map(({ id, shortName, name }) => ({ id, shortName, name })),
    groups: [],
    rampLabels: rampLabels(CLASS_ENDS),
  };
}

function toRow({ unit, total }: RelapseCounts["rows"][number], counts: readonly number[]): HeatmapRow {
  return {
    id: unit.id,
    name: unit.shortName,
    cells: counts.map((count) => toCountCell(count, CLASS_ENDS)),
    totalText: String(total),
    missed: null,
  };
}

export function toRelapseTable({ types, rows, typeTotals, total }: RelapseCounts): FigureTable {
  const cells = (name: string, counts: readonly number[], sum: number) => ({
    unit: name,
    ...Object.fromEntries(types.map((type, index) => [type, counts[index] ?? 0])),
    total: sum,
  });
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      ...types.map((type) => ({ key: type, head: ERROR_TYPE_LABEL[type], align: "right", kind: "number" }) as const),
      { key: "total", head: "合计", align: "right", kind: "number" },
    ],
    rows: [
      ...rows.map((row) => ({ id: row.unit.id, cells: cells(row.unit.name, row.counts, row.total) })),
      { id: "total", isTotal: true, cells: cells("合计", typeTotals, total) },
    ],
  };
}

/** "屡改屡犯 12 条，涉及 9 家；最多的是归雁镇，3 条，最多的错误是错别字，6 条。" */
export function describeRelapses({ types, rows, typeTotals, total }: RelapseCounts): string {
  const [worst] = rows;
  const most = Math.max(0, ...typeTotals);
  const type = types[typeTotals.indexOf(most)];
  const alike = typeTotals.filter((count) => count === most).length;
  const kinds = alike > 1 ? `等 ${alike} 类，各 ${most} 条` : `，${most} 条`;
  if (worst === undefined || type === undefined) return "没有重复发生的问题。";
  const more = rows.filter((row) => row.total === worst.total).length - 1;
  const others = more > 0 ? `等 ${more + 1} 家，各 ${worst.total} 条` : `，${worst.total} 条`;
  return `重复发生 ${total} 条，涉及 ${rows.length} 家；最多的是${worst.unit.shortName}${others}，最多的错误是${ERROR_TYPE_LABEL[type]}${kinds}。`;
}
