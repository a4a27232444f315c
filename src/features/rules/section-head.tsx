import type { ReactNode } from "react";
import styles from "./rules-page.module.css";

interface SectionHeadProps {
  /** Its name in the address. */
  id: string;
  title: string;
  children?: ReactNode;
}

/** Heading of one part of the page, which its contents and links from elsewhere lead to. */
export function SectionHead({ id, title, children }: SectionHeadProps) {
  return (
    <header className={styles["section"]}>
      <h2 id={id} tabIndex={-1} className={styles["title"]}>
        {title}
      </h2>
      {children === undefined ? null : <p className={styles["note"]}>{children}</p>}
    </header>
  );
}
