import type { ReactNode } from "react";
import styles from "./figure.module.css";
import type { Box } from "./hit-model.ts";

interface FigureAsideProps {
  box: Box | null;
  children: ReactNode;
}

/** The page's own list: in the room that a shorter panel leaves, which grows with it, else under the plot. */
export function FigureAside({ box, children }: FigureAsideProps) {
  if (children === undefined || children === null) return null;
  if (box === null) return <div className={styles["aside"]}>{children}</div>;
  return (
    <div className={styles["inset"]} style={{ marginLeft: box.x, marginTop: box.y, width: box.width }}>
      {children}
    </div>
  );
}
