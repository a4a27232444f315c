import type { Filters } from "#domain/filters.ts";
import {
  ERROR_SOURCE_LABEL,
  ERROR_TYPE_LABEL,
  type ErrorSeverity,
  errorSourceSchema,
  errorTypeSchema,
  RECTIFICATION_STATE_LABEL,
  rectificationStateSchema,
} from "#domain/rectification.ts";
import { MultiSelect } from "#ui/multi-select.tsx";
import { Segmented } from "#ui/segmented.tsx";

interface CaseControlsProps {
  filters: Filters;
  changeFilters: (patch: Partial<Filters>) => void;
  controls: readonly string[];
}

/** What picks cases of error rectification: 级别, 错误类型, 发现来源, 状态. */
export function CaseControls({ filters, changeFilters, controls }: CaseControlsProps) {
  return (
    <>
      {controls.includes("severity") ? (
        <Segmented<ErrorSeverity | "all">
          label="级别"
          choices={[
            { value: "all", label: "全部" },
            { value: "serious", label: "严重" },
            { value: "general", label: "一般" },
          ]}
          value={filters.severity ?? "all"}
          onChange={(value) => changeFilters({ severity: value === "all" ? null : value })}
        />
      ) : null}
      {controls.includes("errorTypes") ? (
        <ChoicePicker
          label="类型"
          unit="类"
          labels={ERROR_TYPE_LABEL}
          options={errorTypeSchema.options}
          selected={filters.errorTypes}
          onApply={(errorTypes) => changeFilters({ errorTypes })}
        />
      ) : null}
      {controls.includes("errorSources") ? (
        <ChoicePicker
          label="来源"
          unit="个"
          labels={ERROR_SOURCE_LABEL}
          options={errorSourceSchema.options}
          selected={filters.errorSources}
          onApply={(errorSources) => changeFilters({ errorSources })}
        />
      ) : null}
      {controls.includes("caseStates") ? (
        <ChoicePicker
          label="状态"
          unit="种"
          labels={RECTIFICATION_STATE_LABEL}
          options={rectificationStateSchema.options}
          selected={filters.caseStates}
          onApply={(caseStates) => changeFilters({ caseStates })}
        />
      ) : null}
    </>
  );
}

interface ChoicePickerProps<T extends string> {
  label: string;
  unit: string;
  labels: Readonly<Record<T, string>>;
  options: readonly T[];
  selected: readonly T[];
  onApply: (selected: T[]) => void;
}

/** A fixed list in which several can be ticked; the button names the one that is picked alone. */
function ChoicePicker<T extends string>({ label, unit, labels, options, selected, onApply }: ChoicePickerProps<T>) {
  const [only, ...others] = selected;
  const many = others.length > 0 ? `已选 ${selected.length} ${unit}` : "全部";
  return (
    <MultiSelect
      label={label}
      summary={only !== undefined && others.length === 0 ? labels[only] : many}
      unit={unit}
      options={options.map((id) => ({ id, label: labels[id], texts: [labels[id]], initials: "" }))}
      selected={selected}
      groups={[]}
      searchHint={`搜索${label}`}
      onApply={(ids) => onApply(options.filter((id) => ids.includes(id)))}
    />
  );
}
