import type { ReactNode } from "react";
import styles from "./table-head.module.css";

interface TableHeadProps {
  title: string;
  note?: string;
  /** Stand on the line of the title, at its right end. */
  actions?: ReactNode;
}

/** Heading of a table that is not a figure: same type as a figure's title and finding. */
export function TableHead({ title, note, actions }: TableHeadProps) {
  return (
    <header className={styles["head"]}>
      <div className={styles["line"]}>
        <h2 className={styles["title"]}>{title}</h2>
        {actions}
      </div>
      {note === undefined ? null : <p className={styles["note"]}>{note}</p>}
    </header>
  );
}
