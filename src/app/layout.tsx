import { lazy, Suspense, useEffect, useState } from "react";
import { Outlet, ScrollRestoration, useLocation } from "react-router";
import { createFigureDeck, FigureDeckContext } from "#charts/figure-deck.ts";
import { Head } from "./head.tsx";
import styles from "./layout.module.css";
import { useLocalMemory } from "./local-memory.ts";
import { Navigation } from "./navigation.tsx";
import { PRODUCT_NAME, pageAt } from "./page-routes.ts";

// Cases, their limits and the calendar come beside the page: the shell stands without them.
const OverdueCount = lazy(async () => ({ default: (await import("./overdue-count.tsx")).OverdueCount }));

const FOLDED = ["yes", "no"] as const;

export function Layout() {
  const { pathname } = useLocation();
  const page = pageAt(pathname);
  const title = page?.title ?? "没有这个页面";
  const [folded, setFolded] = useLocalMemory("navigation-folded", FOLDED, "no");

  const [deck] = useState(createFigureDeck);
  const [overdue, setOverdue] = useState(0);
  const alarm = page?.countsOverdue && overdue > 0 ? `（${overdue} 条超期）` : "";

  useEffect(() => {
    document.title = `${alarm}${title} · ${PRODUCT_NAME}`;
  }, [alarm, title]);

  return (
    <FigureDeckContext value={deck}>
      <Suspense fallback={null}>
        <OverdueCount onChange={setOverdue} />
      </Suspense>
      <div className={styles["frame"]}>
        {/* Not an anchor: in the demonstration the part of the address after # is the page. */}
        <button type="button" className={styles["skip"]} onClick={() => document.getElementById("content")?.focus()}>
          跳到正文
        </button>
        <Navigation
          folded={folded === "yes"}
          onFold={(isFolded) => setFolded(isFolded ? "yes" : "no")}
          overdue={overdue}
        />
        <div className={styles["column"]}>
          <Head title={title} question={page?.question ?? ""} topics={page?.topics ?? []} />
          <main id="content" className={styles["content"]} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <ScrollRestoration getKey={(location) => location.pathname} />
      </div>
    </FigureDeckContext>
  );
}
