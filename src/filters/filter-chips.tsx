import { COMPARISON_LABEL, type Filters } from "#domain/filters.ts";
import { describeQuarterShort, previousQuarter, type Quarter, sameQuarterLastYear, yearOf } from "#domain/quarter.ts";
import { byOrder, type Unit } from "#domain/unit.ts";
import { Chip } from "#ui/chip.tsx";
import { describeNames } from "./describe-filters.ts";
import type { FilterControlName } from "./filter-bar.tsx";
import styles from "./filter-chips.module.css";
import type { QuarterInfo } from "./quarter-choice.ts";

interface FilterChipsProps {
  filters: Filters;
  changeFilters: (patch: Partial<Filters>) => void;
  inspections: readonly QuarterInfo[];
  units: readonly Unit[];
  controls: readonly FilterControlName[];
}

/** More units than this share one chip. */
const SINGLE_CHIPS = 3;

/** What narrows the page, each with its way back. */
export function FilterChips(props: FilterChipsProps) {
  const { controls } = props;
  return (
    <ul className={styles["chips"]} aria-label="已选条件">
      {controls.includes("compare") && controls.includes("quarters") ? <CompareChip {...props} /> : null}
      {controls.includes("units") ? <UnitChips {...props} /> : null}
    </ul>
  );
}

/** 环比：较 2026 二季度 */
export function describeBase(filters: Pick<Filters, "compare" | "quarters">, inspections: readonly QuarterInfo[]) {
  const [quarter, ...others] = filters.quarters;
  if (filters.compare === "none" || quarter === undefined || others.length > 0) return null;
  const base: Quarter = filters.compare === "qoq" ? previousQuarter(quarter) : sameQuarterLastYear(quarter);
  const name = `${yearOf(base)} ${describeQuarterShort(base)}`;
  const isKnown = inspections.some((inspection) => inspection.quarter === base);
  return `${COMPARISON_LABEL[filters.compare]}：${isKnown ? `较 ${name}` : `${name}没有检查`}`;
}

function CompareChip({ filters, changeFilters, inspections }: FilterChipsProps) {
  const base = describeBase(filters, inspections);
  if (base === null) return null;
  return (
    <li>
      <Chip removeLabel="不比较" onRemove={() => changeFilters({ compare: "none" })}>
        {base}
      </Chip>
    </li>
  );
}

function UnitChips({ filters, changeFilters, units }: FilterChipsProps) {
  const picked = units.filter((unit) => filters.units.includes(unit.id)).sort(byOrder);
  if (picked.length > SINGLE_CHIPS) {
    const names = picked.map((unit) => unit.shortName);
    return (
      <li title={names.join("、")}>
        <Chip removeLabel="恢复全部单位" onRemove={() => changeFilters({ units: [] })}>
          {describeNames(names, SINGLE_CHIPS)}
        </Chip>
      </li>
    );
  }
  return picked.map((unit) => (
    <li key={unit.id}>
      <Chip
        removeLabel={`去掉${unit.shortName}`}
        onRemove={() => changeFilters({ units: filters.units.filter((id) => id !== unit.id) })}
      >
        {unit.shortName}
      </Chip>
    </li>
  ));
}
