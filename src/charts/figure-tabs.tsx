import type { KeyboardEvent } from "react";
import styles from "./figure.module.css";

export type FigureView = "chart" | "table";

const TABS = [
  { view: "chart", label: "图" },
  { view: "table", label: "表" },
] as const satisfies readonly { view: FigureView; label: string }[];

interface FigureTabsProps {
  /** Prefix of the tabs' ids; the panel names them. */
  id: string;
  view: FigureView;
  onChange: (view: FigureView) => void;
}

/** 图 | 表: one stop for Tab, arrow keys between the two. */
export function FigureTabs({ id, view, onChange }: FigureTabsProps) {
  function handleKey(event: KeyboardEvent<HTMLButtonElement>) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = view === "chart" ? "table" : "chart";
    onChange(next);
    document.getElementById(`${id}-${next}`)?.focus();
  }
  return (
    <div role="tablist" aria-label="显示方式" className={styles["tabs"]}>
      {TABS.map((tab) => (
        <button
          key={tab.view}
          type="button"
          role="tab"
          id={`${id}-${tab.view}`}
          aria-selected={view === tab.view}
          aria-controls={`${id}-panel`}
          tabIndex={view === tab.view ? 0 : -1}
          onClick={() => onChange(tab.view)}
          onKeyDown={handleKey}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
