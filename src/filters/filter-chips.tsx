import { baseQuarters } from "#domain/comparison.ts";
import { COMPARISON_LABEL, type Filters } from "#domain/filters.ts";
import { describeQuarterShort, yearOf } from "#domain/quarter.ts";
import { byOrder, type Unit } from "#domain/unit.ts";
import { Chip } from "#ui/chip.tsx";
import { describeNames } from "./describe-filters.ts";
import styles from "./filter-chips.module.css";
import type { QuarterInfo } from "./quarter-choice.ts";

interface ChipProps {
  filters: Filters;
  changeFilters: (patch: Partial<Filters>) => void;
  inspections: readonly QuarterInfo[];
  units: readonly Unit[];
}

/** More units than this share one chip. */
const SINGLE_CHIPS = 6;

/** 环比：较 2026 二季度 */
export function describeBase(
  filters: Pick<Filters, "compare" | "base" | "quarters">,
  inspections: readonly QuarterInfo[],
) {
  if (filters.quarters.length !== 1) return null;
  const [base] = baseQuarters(filters.quarters, filters.compare, filters.base);
  if (base === undefined) return null;
  const name = `${yearOf(base)} ${describeQuarterShort(base)}`;
  const isKnown = inspections.some((inspection) => inspection.quarter === base);
  return `${COMPARISON_LABEL[filters.compare]}：${isKnown ? `较 ${name}` : `${name}没有检查`}`;
}

/** Says what is compared with what; stands right after the control. */
export function CompareChip({ filters, changeFilters, inspections }: Omit<ChipProps, "units">) {
  const base = describeBase(filters, inspections);
  if (base === null) return null;
  return (
    <Chip removeLabel="取消比较" onRemove={() => changeFilters({ compare: "none", base: null })}>
      {base}
    </Chip>
  );
}

/** The picked units on a line of their own, each with its way back. */
export function UnitChips({ filters, changeFilters, units }: Omit<ChipProps, "inspections">) {
  const picked = units.filter((unit) => filters.units.includes(unit.id)).sort(byOrder);
  if (picked.length === 0) return null;
  if (picked.length > SINGLE_CHIPS) {
    const names = picked.map((unit) => unit.shortName);
    return (
      <ul className={styles["chips"]} aria-label="已选单位">
        <li title={names.join("、")}>
          <Chip removeLabel="恢复全部单位" onRemove={() => changeFilters({ units: [] })}>
            {describeNames(names, SINGLE_CHIPS)}
          </Chip>
        </li>
      </ul>
    );
  }
  return (
    <ul className={styles["chips"]} aria-label="已选单位">
      {picked.map((unit) => (
        <li key={unit.id}>
          <Chip
            removeLabel={`去掉${unit.shortName}`}
            onRemove={() => changeFilters({ units: filters.units.filter((id) => id !== unit.id) })}
          >
            {unit.shortName}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
