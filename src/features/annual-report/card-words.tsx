import type { ReactNode } from "react";
import styles from "./card-words.module.css";

interface CardWordsProps {
  title: string;
  finding: string;
  note: string;
  source: string;
  marks: readonly string[];
  /** Controls at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The words around a table that has no chart: title, finding, note and source, in the order of every figure. */
export function CardWords({ title, finding, note, source, marks, actions, children }: CardWordsProps) {
  return (
    <section className={styles["card"]} aria-label={title}>
      <div className={styles["head"]}>
        <h2 className={styles["title"]}>{title}</h2>
        {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
      </div>
      <p className={styles["finding"]}>{finding}</p>
      {children}
      <p className={styles["note"]}>
        {note}
        <br />
        {`来源：${[source, ...marks].join(" · ")}`}
      </p>
    </section>
  );
}
