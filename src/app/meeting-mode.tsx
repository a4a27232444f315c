import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { serverNow } from "#api/call-endpoint.ts";
import type { DeckSlide, FigureDeck } from "#charts/figure-deck.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { useFilters } from "#filters/use-filters.ts";
import { Button } from "#ui/button.tsx";
import { useEveryPanel } from "#ui/panel-turns.ts";
import styles from "./meeting-mode.module.css";
import { MeetingUnitPicker } from "./meeting-unit-picker.tsx";
import { useDeckSlides } from "./use-deck-slides.ts";

/** Keys of a keyboard and of the remote control of a projector. */
const STEP: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  " ": 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

/**
 * The page's figures one at a time over the whole window, 16:9, each as the picture that it exports: what the meeting
 * sees is what the circular prints. The step is in the address, so a link opens at the same figure.
 */
export function MeetingMode({ deck }: { deck: FigureDeck }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const slides = useDeckSlides(deck);
  useEveryPanel();
  const { filters, changeFilters } = useFilters();
  const [isPicking, setPicking] = useState(false);
  // Beyond the last figure it is the last one.
  const at = Math.min(filters.slide ?? 1, Math.max(1, slides.length)) - 1;
  const shown = slides[at];
  useEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    // Not a button: the space bar of a remote control must turn the page.
    dialog.current.focus();
  }, []);

  function goTo(step: number) {
    changeFilters({ slide: Math.min(Math.max(step, 1), Math.max(1, slides.length)) });
  }
  function isolate() {
    if (filters.units.length > 0) changeFilters({ units: [] });
    else setPicking(true);
  }
  function handleKey(event: KeyboardEvent) {
    const isPress = event.key === " " && event.target instanceof HTMLButtonElement;
    if (isPicking || isPress || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEP[event.key];
    if (step !== undefined) goTo(at + 1 + step);
    else if (event.key === "Home") goTo(1);
    else if (event.key === "End") goTo(slides.length);
    else if (event.key.toLowerCase() === "u") isolate();
    else return;
    event.preventDefault();
  }
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles["stage"]}
      aria-label="会议模式"
      onClose={() => changeFilters({ slide: null })}
      onKeyDown={handleKey}
    >
      {shown === undefined ? (
        <p className={styles["waiting"]} role="status">
          本页的图还没有准备好。
        </p>
      ) : (
        <Slide slide={shown} />
      )}
      <footer className={styles["bar"]}>
        <span aria-live="polite" className={styles["place"]}>
          {shown === undefined ? "" : `${at + 1} / ${slides.length} ${shown.title}`}
        </span>
        {isPicking ? (
          <MeetingUnitPicker
            onPick={(unitId) => {
              setPicking(false);
              if (unitId !== null) changeFilters({ units: [unitId] });
              dialog.current?.focus();
            }}
          />
        ) : (
          <>
            <Button size="small" onClick={() => goTo(at)} disabled={at === 0}>
              上一图 ←
            </Button>
            <Button size="small" onClick={() => goTo(at + 2)} disabled={at >= slides.length - 1}>
              下一图 →
            </Button>
            <Button size="small" onClick={isolate}>
              {filters.units.length > 0 ? "恢复全部单位 U" : "只看一家单位 U"}
            </Button>
            <Button size="small" onClick={() => dialog.current?.close()}>
              退出 Esc
            </Button>
          </>
        )}
      </footer>
    </dialog>
  );
}

/** The picture of one figure; the one before stays until it is drawn. */
function Slide({ slide }: { slide: DeckSlide }) {
  const [picture, setPicture] = useState<{ url: string; slide: DeckSlide } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    slide
      .draw(formatShanghai(serverNow().toISOString()))
      .then(({ svg }) => {
        if (!isWanted) return;
        setFailure(null);
        setPicture({ url: URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })), slide });
      })
      .catch((error: unknown) => {
        if (isWanted) setFailure(error instanceof Error ? error.message : "原因不明");
      });
    return () => {
      isWanted = false;
    };
  }, [slide]);
  const url = picture?.url;
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
  if (failure !== null) return <p className={styles["waiting"]}>这张图没有画出来：{failure}。</p>;
  if (picture === null) return <p className={styles["waiting"]}>正在绘制…</p>;
  return (
    <img
      className={styles["picture"]}
      src={picture.url}
      alt={`${picture.slide.title}。${picture.slide.finding}`}
      aria-busy={picture.slide !== slide}
    />
  );
}
