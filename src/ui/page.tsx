import type { ReactNode } from "react";
import styles from "./page.module.css";

interface PageProps {
  /** The filter bar; it stays in sight while the page scrolls. */
  bar?: ReactNode;
  /** What is shown is not yet what was picked. */
  busy?: boolean;
  children: ReactNode;
}

/** Twelve columns, gutter 16, at most 1760 px: conclusion, figures, table, detail. */
export function Page({ bar, busy = false, children }: PageProps) {
  return (
    <>
      {bar === undefined ? null : <div className={styles["bar"]}>{bar}</div>}
      <div className={styles["grid"]} aria-busy={busy || undefined}>
        {children}
      </div>
    </>
  );
}
