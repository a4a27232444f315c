import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

interface EmptyStateProps {
  /** Why there is nothing. */
  sentence: string;
  /** What to change. */
  advice?: string;
  /** Height of the plot that is not there, so that the page does not jump. */
  height?: number;
  children?: ReactNode;
}

export function EmptyState({ sentence, advice, height = 120, children }: EmptyStateProps) {
  return (
    <div className={styles["empty"]} style={{ minHeight: height }}>
      <p className={styles["sentence"]}>{sentence}</p>
      {advice === undefined ? null : <p className={styles["advice"]}>{advice}</p>}
      {children}
    </div>
  );
}
