import type { ReactNode } from "react";
import styles from "./chip.module.css";
import { Icon } from "./icons.tsx";

interface ChipProps {
  removeLabel: string;
  onRemove: () => void;
  children: ReactNode;
}

export function Chip({ removeLabel, onRemove, children }: ChipProps) {
  return (
    <span className={styles["chip"]}>
      {children}
      <button
        type="button"
        className={styles["remove"]}
        aria-label={removeLabel}
        title={removeLabel}
        onClick={onRemove}
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
