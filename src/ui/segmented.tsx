import styles from "./segmented.module.css";

interface SegmentedProps<T extends string> {
  label: string;
  choices: readonly { value: T; label: string; title?: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of two to four words, all in sight. */
export function Segmented<T extends string>({ label, choices, value, onChange }: SegmentedProps<T>) {
  return (
    <fieldset aria-label={label} className={styles["group"]}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles["choice"]}
          aria-pressed={choice.value === value}
          title={choice.title}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
