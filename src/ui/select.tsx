import { Icon } from "./icons.tsx";
import styles from "./select.module.css";

interface SelectProps {
  /** Stands inside the control, before the value. */
  label: string;
  choices: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** The browser's own list: it opens, searches by letter and closes the way the desk knows. */
export function Select({ label, choices, value, onChange }: SelectProps) {
  return (
    <label className={styles["control"]}>
      <span className={styles["label"]}>{label}</span>
      <select className={styles["select"]} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={12} />
    </label>
  );
}
