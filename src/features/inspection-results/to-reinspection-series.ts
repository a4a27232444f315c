import type { BarListSeries } from "#charts/bar-list-series.ts";
import type { Reinspection } from "#domain/finding-recheck.ts";
import type { Unit } from "#domain/unit.ts";

/** As many as stand on one picture of a circular. */
export const REINSPECTION_ROWS = 16;

/** What was still there at the second look, over what the first inspection had found; most left first. */
export function toReinspectionSeries(
  rows: readonly Reinspection[],
  units: readonly Unit[],
  picked: readonly string[],
): BarListSeries {
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]));
  const shown = rows.filter((row) => row.rechecked > 0).slice(0, REINSPECTION_ROWS);
  return {
    rows: shown.map((row) => ({
      id: row.unitId,
      label: names.get(row.unitId) ?? row.unitId,
      indent: 0,
      value: row.notFixed,
      valueText: String(row.notFixed),
      shareText: `已改 ${row.fixed}/${row.rechecked}`,
      runningText: "",
      base: { value: row.found, valueText: `首检 ${row.found}` },
      fill: { kind: "plain", weight: 1 },
      picked: picked.includes(row.unitId),
    })),
    maximum: Math.max(1, ...shown.map((row) => Math.max(row.found, row.notFixed))),
    unit: "条",
  };
}
