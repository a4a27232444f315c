import type { TableContent } from "#charts/export-table.ts";
import { TableExport } from "#charts/table-export.tsx";
import styles from "./list-head.module.css";

interface ListHeadProps {
  title: string;
  content: () => TableContent;
  stale: boolean;
}

/** Title of a list under a figure, and the files that it leaves in. */
export function ListHead({ title, content, stale }: ListHeadProps) {
  return (
    <div className={styles["head"]}>
      <h3 className={styles["title"]}>{title}</h3>
      <TableExport title={title} collect={async () => content()} stale={stale} />
    </div>
  );
}
