import type { Reinspection } from "#domain/finding-recheck.ts";
import { formatRate, rate } from "#domain/share.ts";
import type { Unit } from "#domain/unit.ts";

/** Findings and looks of all units, and how many units were looked at again. */
export function toReinspectionTotals(rows: readonly Reinspection[]) {
  const sum = (read: (row: Reinspection) => number) => rows.reduce((total, row) => total + read(row), 0);
  return {
    found: sum((row) => row.found),
    rechecked: sum((row) => row.rechecked),
    fixed: sum((row) => row.fixed),
    notFixed: sum((row) => row.notFixed),
    units: rows.filter((row) => row.rechecked > 0).length,
  };
}

/** "首检发现 312 条，回头看 268 条、覆盖 53 家，已整改 231/268（86.2%），仍未整改 37 条；最多的是归雁镇（3 条）。" */
export function describeReinspection(rows: readonly Reinspection[], units: readonly Unit[]): string {
  const { found, rechecked, fixed, notFixed, units: covered } = toReinspectionTotals(rows);
  if (rechecked === 0) return `首检发现 ${found} 条，还没有回头看。`;
  const share = rate(fixed, rechecked);
  const words = share === null || share.small ? "样本少" : formatRate(share);
  const head = `首检发现 ${found} 条，回头看 ${rechecked} 条、覆盖 ${covered} 家，已整改 ${fixed}/${rechecked}（${words}）`;
  return notFixed === 0
    ? `${head}，没有未整改的。`
    : `${head}，仍未整改 ${notFixed} 条；最多的是${nameMost(rows, units)}。`;
}

/** All who share the most; more than three are counted. */
function nameMost(rows: readonly Reinspection[], units: readonly Unit[]): string {
  const most = Math.max(...rows.map((row) => row.notFixed));
  const names = rows
    .filter((row) => row.notFixed === most)
    .map((row) => units.find((unit) => unit.id === row.unitId)?.shortName ?? row.unitId);
  const text = names.length > 3 ? `${names.slice(0, 3).join("、")}等 ${names.length} 家` : names.join("、");
  return `${text}（${most} 条）`;
}
