import type { ReactNode } from "react";
import { ExportMenu } from "./export-menu.tsx";
import styles from "./figure.module.css";
import type { FigureContent } from "./figure-spec.ts";
import { useStale } from "./stale-scope.ts";

/** 更新中, beside the controls. */
export function RefreshMark({ stale }: { stale: boolean }) {
  return useStale(stale) ? <span className={styles["refreshing"]}>更新中</span> : null;
}

/** The export menu, which refuses while the data shown is not the data asked for. */
export function FigureExport<S>({ content, stale }: { content: FigureContent<S>; stale: boolean }) {
  return <ExportMenu content={content} stale={useStale(stale)} />;
}

/** The plot or the table, dimmed while it is not what was asked for. */
export function FigurePanel({ id, view, stale, children }: FigurePanelProps) {
  const isStale = useStale(stale);
  return (
    <div
      role="tabpanel"
      id={`${id}-panel`}
      aria-labelledby={`${id}-${view}`}
      aria-busy={isStale}
      className={isStale ? styles["stale"] : undefined}
    >
      {children}
    </div>
  );
}

interface FigurePanelProps {
  id: string;
  view: string;
  stale: boolean;
  children: ReactNode;
}
