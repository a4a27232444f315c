import { type ReactNode, use } from "react";
import styles from "./empty-state.module.css";
import { PanelLabel } from "./panel-label.ts";

interface EmptyStateProps {
  /** Why there is nothing. */
  sentence: string;
  /** What to change. */
  advice?: string;
  /** Height of the plot that is not there, so that the page does not jump. */
  height?: number;
  /** False below another part of the same card, which has said what the card is about. */
  named?: boolean;
  children?: ReactNode;
}

/** Why there is nothing where a figure would be, under the figure's own name. */
export function EmptyState({ sentence, advice, height = 120, named = true, children }: EmptyStateProps) {
  const label = use(PanelLabel);
  return (
    <div className={styles["box"]} style={{ minHeight: height }}>
      {named && label !== "" ? <h2 className={styles["label"]}>{label}</h2> : null}
      <div className={styles["empty"]}>
        <p className={styles["sentence"]}>{sentence}</p>
        {advice === undefined ? null : <p className={styles["advice"]}>{advice}</p>}
        {children}
      </div>
    </div>
  );
}
