import { useMemo } from "react";
import type { Filters } from "#domain/filters.ts";
import { byOrder, sideOf, UNIT_SIDE_LABEL, type Unit, unitSideSchema } from "#domain/unit.ts";
import { MultiSelect } from "#ui/multi-select.tsx";

interface UnitPickerProps {
  filters: Filters;
  changeFilters: (patch: Partial<Filters>) => void;
  units: readonly Unit[];
}

/** Classes, when at least one side holds more than one of them; otherwise they repeat 部门 and 镇街. */
export function classesAcrossSides(units: readonly Unit[]): string[] {
  const classes = [...new Set([...units].sort(byOrder).map((unit) => unit.class))];
  const perSide = unitSideSchema.options.map(
    (side) => new Set(units.filter((unit) => sideOf(unit) === side).map((unit) => unit.class)).size,
  );
  return perSide.some((count) => count > 1) ? classes : [];
}

function toGroups(units: readonly Unit[]) {
  const sides = unitSideSchema.options.map((side) => ({
    label: UNIT_SIDE_LABEL[side],
    ids: units.filter((unit) => sideOf(unit) === side).map((unit) => unit.id),
  }));
  const classes = classesAcrossSides(units).map((name) => ({
    label: name,
    ids: units.filter((unit) => unit.class === name).map((unit) => unit.id),
  }));
  const groups = [...sides, ...classes].filter((group) => group.ids.length > 0);
  return groups.length > 1 ? groups : [];
}

export function UnitPicker({ filters, changeFilters, units }: UnitPickerProps) {
  const { side, unitClass } = filters;
  const inside = useMemo(
    () =>
      units
        .filter((unit) => (side === null || sideOf(unit) === side) && (unitClass === null || unit.class === unitClass))
        .sort(byOrder),
    [units, side, unitClass],
  );
  const options = useMemo(
    () =>
      inside.map((unit) => ({
        id: unit.id,
        label: unit.shortName,
        texts: [unit.shortName, unit.name],
        initials: unit.pinyin,
      })),
    [inside],
  );
  const groups = useMemo(() => toGroups(inside), [inside]);
  return (
    <MultiSelect
      label="单位"
      summary={filters.units.length === 0 ? `全部 ${inside.length} 家` : `已选 ${filters.units.length} 家`}
      unit="家"
      options={options}
      selected={filters.units}
      groups={groups}
      searchHint="搜索名称或拼音首字母，如 ghj"
      onApply={(ids) => changeFilters({ units: [...ids] })}
    />
  );
}
