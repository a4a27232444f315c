import type { FigureTable } from "#charts/figure-spec.ts";
import type { CellEntry } from "#domain/computed-report.ts";

const KIND = { application: "申请", dispute: "复议诉讼" } satisfies Record<CellEntry["kind"], string>;

/** Numbers and days of what is counted in a cell: nothing that tells of a person. What is still open has no end. */
export function toEntryTable(entries: readonly CellEntry[], nameOf: (unitId: string) => string): FigureTable {
  const column = (key: string, head: string) => ({ key, head, align: "left", kind: "text" }) as const;
  return {
    columns: [
      column("id", "编号"),
      column("kind", "类别"),
      column("unit", "单位"),
      column("from", "收到或立案"),
      column("to", "答复或审结"),
    ],
    rows: entries.map(({ kind, id, unitId, from, to }) => ({
      id: `${kind} ${id}`,
      cells: { id, kind: KIND[kind], unit: nameOf(unitId), from, to },
    })),
  };
}
