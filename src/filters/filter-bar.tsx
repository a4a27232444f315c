import type { ReportHeading } from "#domain/annual-report.ts";
import {
  type ApplicationBasis,
  COMPARISON_LABEL,
  type Comparison,
  type Filters,
  UNIT_SORT_LABEL,
  type UnitSort,
} from "#domain/filters.ts";
import { describeQuarter, quarterSchema, yearOf } from "#domain/quarter.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit, type UnitSide } from "#domain/unit.ts";
import { Button } from "#ui/button.tsx";
import { Mark } from "#ui/mark.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Select } from "#ui/select.tsx";
import { BasisControl } from "./basis-control.tsx";
import { CaseControls } from "./case-controls.tsx";
import styles from "./filter-bar.module.css";
import { CompareChip, UnitChips } from "./filter-chips.tsx";
import { moveToYear, type QuarterInfo, yearsOf } from "./quarter-choice.ts";
import { QuarterPicker } from "./quarter-picker.tsx";
import { ReportFormPicker, ReportPicker } from "./report-picker.tsx";
import { classesAcrossSides, UnitPicker } from "./unit-picker.tsx";

export type FilterControlName =
  | "quarters"
  | "side"
  | "unitClass"
  | "units"
  | "compare"
  | "sort"
  | "report"
  | "basis"
  | "reportForm"
  | "severity"
  | "errorTypes"
  | "errorSources"
  | "caseStates";

const INSPECTION_CONTROLS: readonly FilterControlName[] = ["quarters", "side", "unitClass", "units", "compare", "sort"];
const COMPARISONS: readonly Comparison[] = ["qoq", "yoy", "picked", "none"];

export interface FilterBarProps {
  /** Settled, so that the default quarter shows by name. */
  filters: Filters;
  /** Notes of `useFilters` and of the settling, together. */
  ignored: readonly string[];
  changeFilters: (patch: Partial<Filters>) => void;
  resetFilters: () => void;
  inspections: readonly QuarterInfo[];
  units: readonly Unit[];
  /** Bodies and years of the control "report". */
  headings?: readonly ReportHeading[];
  /** The order by size in the words of the page; without them it is that of points deducted. */
  mostFirst?: string;
  /** What the control "basis" shows without a choice. */
  defaultBasis?: ApplicationBasis;
  /** Those of the other form too, for the control "reportForm". */
  allHeadings?: readonly ReportHeading[];
  controls?: readonly FilterControlName[];
  comparisons?: readonly Comparison[];
}

export function FilterBar(props: FilterBarProps) {
  const { filters, ignored, resetFilters, inspections, controls = INSPECTION_CONTROLS } = props;
  const has = (name: FilterControlName) => controls.includes(name);
  const isDraft = inspections.some(
    (inspection) => inspection.status === "draft" && filters.quarters.includes(inspection.quarter),
  );
  return (
    <section className={styles["bar"]} aria-label="筛选">
      {has("basis") ? <BasisControl {...props} /> : null}
      <ReportControls {...props} controls={controls} />
      {has("quarters") ? <QuarterControls {...props} /> : null}
      {has("side") ? <SideControl {...props} /> : null}
      {has("unitClass") ? <ClassControl {...props} /> : null}
      {has("units") ? <UnitPicker {...props} /> : null}
      <CaseControls {...props} controls={controls} />
      {has("compare") ? <CompareControl {...props} /> : null}
      {isDraft && has("quarters") ? <Mark word="草稿" explanation="所选季度尚未发布，数字可能变动" /> : null}
      <span className={styles["rest"]}>{has("compare") && has("quarters") ? <CompareChip {...props} /> : null}</span>
      <Button look="quiet" onClick={resetFilters}>
        重置
      </Button>
      {has("sort") ? <SortControl {...props} /> : null}
      {has("units") ? <UnitChips {...props} /> : null}
      <IgnoredNotes {...props} ignored={ignored} />
    </section>
  );
}

/** Year and body of an annual report, and its printed form. */
function ReportControls({ controls, ...props }: FilterBarProps & { controls: readonly FilterControlName[] }) {
  return (
    <>
      {controls.includes("report") ? <ReportPicker {...props} headings={props.headings ?? []} /> : null}
      {controls.includes("reportForm") ? <ReportFormPicker {...props} headings={props.allHeadings ?? []} /> : null}
    </>
  );
}

function QuarterControls({ filters, changeFilters, inspections }: FilterBarProps) {
  const years = yearsOf(inspections);
  const last = filters.quarters[filters.quarters.length - 1];
  if (last === undefined) return null;
  return (
    <>
      <Select
        label="年度"
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        value={String(yearOf(last))}
        onChange={(year) => changeFilters({ quarters: moveToYear(Number(year), filters.quarters, inspections) })}
      />
      <QuarterPicker
        quarters={filters.quarters}
        inspections={inspections}
        onApply={(quarters) => changeFilters({ quarters })}
      />
    </>
  );
}

function SideControl({ filters, changeFilters, units }: FilterBarProps) {
  const pickSide = (value: UnitSide | "all") => {
    const side = value === "all" ? null : value;
    const inside = units.filter((unit) => side === null || sideOf(unit) === side);
    // A pick outside the new side would show nothing: it goes.
    changeFilters({
      side,
      units: filters.units.filter((id) => inside.some((unit) => unit.id === id)),
      unitClass: inside.some((unit) => unit.class === filters.unitClass) ? filters.unitClass : null,
    });
  };
  return (
    <Segmented
      label="类别"
      choices={[
        { value: "all", label: "全部" },
        { value: "department", label: UNIT_SIDE_LABEL.department, title: "部门与区政府办公室" },
        { value: "township", label: UNIT_SIDE_LABEL.township },
      ]}
      value={filters.side ?? "all"}
      onChange={pickSide}
    />
  );
}

/** Shown only where classes say more than the two sides do. */
function ClassControl({ filters, changeFilters, units }: FilterBarProps) {
  const classes = classesAcrossSides(units);
  if (classes.length === 0) return null;
  const pickClass = (value: string) => {
    const unitClass = value === "" ? null : value;
    const inside = units.filter((unit) => unitClass === null || unit.class === unitClass);
    changeFilters({ unitClass, units: filters.units.filter((id) => inside.some((unit) => unit.id === id)) });
  };
  return (
    <Select
      label="单位类别"
      choices={[{ value: "", label: "全部" }, ...classes.map((name) => ({ value: name, label: name }))]}
      value={filters.unitClass ?? ""}
      onChange={pickClass}
    />
  );
}

function CompareControl({ filters, changeFilters, inspections, comparisons = COMPARISONS }: FilterBarProps) {
  const [first = "none"] = comparisons;
  // A base of its own is one quarter, and compares with one quarter.
  const offered = comparisons.filter((value) => value !== "picked" || filters.quarters.length === 1);
  return (
    <>
      <span className={styles["divider"]} />
      <Segmented
        label="比较"
        choices={offered.map((value) => ({ value, label: COMPARISON_LABEL[value] }))}
        value={offered.includes(filters.compare) ? filters.compare : first}
        onChange={(compare) => changeFilters({ compare, base: null })}
      />
      {filters.compare === "picked" && filters.base !== null ? (
        <Select
          label="与"
          choices={inspections
            .map((inspection) => inspection.quarter)
            .filter((quarter) => !filters.quarters.includes(quarter))
            .sort((a, b) => (a < b ? 1 : -1))
            .map((quarter) => ({ value: quarter, label: describeQuarter(quarter) }))}
          value={filters.base}
          onChange={(quarter) => changeFilters({ base: quarterSchema.parse(quarter) })}
        />
      ) : null}
    </>
  );
}

function SortControl({ filters, changeFilters, mostFirst = UNIT_SORT_LABEL.points }: FilterBarProps) {
  return (
    <Segmented<UnitSort>
      label="排序"
      choices={[
        { value: "points", label: mostFirst },
        { value: "register", label: UNIT_SORT_LABEL.register },
      ]}
      value={filters.sort}
      onChange={(sort) => changeFilters({ sort })}
    />
  );
}

/** What the address asked for and the data does not know. 去掉 cleans the address. */
function IgnoredNotes({ ignored, filters, changeFilters }: FilterBarProps) {
  const settle = () =>
    changeFilters({
      quarters: filters.quarters,
      unitClass: filters.unitClass,
      units: filters.units,
      compare: filters.compare,
      base: filters.base,
      body: filters.body,
      year: filters.year,
    });
  return (
    <div className={styles["notes"]} role="status">
      {ignored.map((note) => (
        <span key={note} className={styles["note"]}>
          {note}
        </span>
      ))}
      {ignored.length > 0 ? (
        <Button look="quiet" size="small" onClick={settle}>
          去掉
        </Button>
      ) : null}
    </div>
  );
}
