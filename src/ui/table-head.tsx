import styles from "./table-head.module.css";

interface TableHeadProps {
  title: string;
  note?: string;
}

/** Heading of a table that is not a figure: same type as a figure's title and finding. */
export function TableHead({ title, note }: TableHeadProps) {
  return (
    <header className={styles["head"]}>
      <h2 className={styles["title"]}>{title}</h2>
      {note === undefined ? null : <p className={styles["note"]}>{note}</p>}
    </header>
  );
}
