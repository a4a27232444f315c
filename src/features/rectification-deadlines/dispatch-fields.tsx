import { shanghaiDate } from "#domain/shanghai-time.ts";
import styles from "./case-actions.module.css";
import { LIMIT_CHOICES, type LimitChoice, type LimitDraft } from "./limit-draft.ts";

interface DispatchFieldsProps {
  draft: LimitDraft;
  now: string;
  onChange: (draft: LimitDraft) => void;
}

/** The limit of a dispatch: that of the rules, or the one that the notice itself sets. */
export function DispatchFields({ draft, now, onChange }: DispatchFieldsProps) {
  const { choice } = draft;
  const isCounted = choice === "elapsedHours" || choice === "workingDays";
  return (
    <div className={styles["pair"]}>
      <label className={styles["field"]}>
        <span>时限</span>
        <select value={choice} onChange={(event) => onChange({ ...draft, choice: event.target.value as LimitChoice })}>
          {Object.entries(LIMIT_CHOICES).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {isCounted ? (
        <label className={styles["field"]}>
          <span>{choice === "elapsedHours" ? "小时数" : "工作日数"}</span>
          <input
            type="number"
            required
            min={1}
            max={choice === "elapsedHours" ? 2400 : 250}
            value={draft.amount}
            onChange={(event) => onChange({ ...draft, amount: event.target.value })}
          />
        </label>
      ) : null}
      {choice === "fixedDate" ? (
        <label className={styles["field"]}>
          <span>到期日（当天结束前算按时）</span>
          <input
            type="date"
            required
            min={shanghaiDate(now)}
            value={draft.date}
            onChange={(event) => onChange({ ...draft, date: event.target.value })}
          />
        </label>
      ) : null}
    </div>
  );
}
