import { useState } from "react";
import { describeQuarterShort, type Quarter } from "#domain/quarter.ts";
import { Button } from "#ui/button.tsx";
import { Popover } from "#ui/popover.tsx";
import {
  describeQuarterChoice,
  inspectedIn,
  isWholeYear,
  type QuarterInfo,
  toggleQuarter,
  toggleYear,
  yearsOf,
} from "./quarter-choice.ts";
import styles from "./quarter-picker.module.css";

interface QuarterPickerProps {
  quarters: readonly Quarter[];
  inspections: readonly QuarterInfo[];
  onApply: (quarters: Quarter[]) => void;
}

/** One quarter, several, or whole years; the page follows when the list closes. */
export function QuarterPicker({ quarters, inspections, onApply }: QuarterPickerProps) {
  const [draft, setDraft] = useState<readonly Quarter[]>(quarters);
  const apply = () => {
    const available = new Set<string>(inspections.map((inspection) => inspection.quarter));
    const shown = draft.filter((quarter) => available.has(quarter));
    if (shown.join() !== quarters.join()) onApply([...draft]);
  };
  return (
    <Popover
      label="选择季度"
      caption="季度"
      trigger={describeQuarterChoice(quarters)}
      onOpen={() => setDraft(quarters)}
      onClose={apply}
    >
      {(close) => (
        <div className={styles["box"]}>
          <div className={styles["years"]}>
            {yearsOf(inspections).map((year) => (
              <YearRow key={year} year={year} draft={draft} inspections={inspections} onDraft={setDraft} />
            ))}
          </div>
          <div className={styles["foot"]}>
            <span aria-live="polite">{draft.length === 0 ? "未选：取最近已发布季度" : ""}</span>
            <Button look="strong" size="small" onClick={close}>
              完成
            </Button>
          </div>
        </div>
      )}
    </Popover>
  );
}

interface YearRowProps {
  year: number;
  draft: readonly Quarter[];
  inspections: readonly QuarterInfo[];
  onDraft: (draft: readonly Quarter[]) => void;
}

function YearRow({ year, draft, inspections, onDraft }: YearRowProps) {
  const own = inspectedIn(year, inspections);
  return (
    <fieldset className={styles["year"]}>
      <legend className="visually-hidden">{year}年</legend>
      <span className={styles["name"]} aria-hidden="true">
        {year}
      </span>
      {own.length > 1 ? (
        <label className={styles["choice"]}>
          <input
            type="checkbox"
            checked={isWholeYear(year, draft, inspections)}
            onChange={() => onDraft(toggleYear(year, draft, inspections))}
          />
          全年
        </label>
      ) : null}
      {own.map(({ quarter, status }) => (
        <label key={quarter} className={styles["choice"]}>
          <input
            type="checkbox"
            checked={draft.includes(quarter)}
            onChange={() => onDraft(toggleQuarter(quarter, draft, inspections))}
          />
          {describeQuarterShort(quarter)}
          {status === "draft" ? "（草稿）" : ""}
        </label>
      ))}
    </fieldset>
  );
}
