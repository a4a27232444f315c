import { lazy, Suspense, use, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useLocation, useNavigate } from "react-router";
import { type FigureDeck, FigureDeckContext } from "#charts/figure-deck.ts";
import { Icon, type IconName } from "#ui/icons.tsx";
import { Popover } from "#ui/popover.tsx";
import styles from "./head.module.css";
import { PAGE_ROUTES } from "./page-routes.ts";
import { useDeckSlides } from "./use-deck-slides.ts";

// Each comes when it is first used: the page opens without them.
const FindBox = lazy(async () => ({ default: (await import("./find-box.tsx")).FindBox }));
const SavedViews = lazy(async () => ({ default: (await import("./saved-views.tsx")).SavedViews }));
const MeetingMode = lazy(async () => ({ default: (await import("./meeting-mode.tsx")).MeetingMode }));

/** What works on every page: 查找, 我的视图, 会议模式. */
export function HeadTools({ title }: { title: string }) {
  const deck = use(FigureDeckContext);
  return (
    <>
      <FindTool />
      <Popover
        label="我的视图"
        align="end"
        trigger={<Icon name="bookmark" />}
        triggerName="我的视图"
        className={styles["tool"] ?? ""}
      >
        {(close) => (
          <Suspense fallback={<p className={styles["none"]}>正在打开…</p>}>
            <SavedViews title={title} onOpen={close} />
          </Suspense>
        )}
      </Popover>
      {deck === null ? null : <MeetingTool deck={deck} />}
    </>
  );
}

function FindTool() {
  const [isOpen, setOpen] = useState(false);
  useSlash(() => setOpen(true));
  return (
    <>
      <Tool icon="search" name="查找（按 / 键）" onClick={() => setOpen(true)} />
      {isOpen ? (
        <Suspense fallback={null}>
          <FindBox pages={PAGE_ROUTES} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Calls back at the key / unless something is being typed or a dialog is open. */
function useSlash(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const { target } = event;
      if (target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog")) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}

/** The filter of meeting mode by its name in the address: all filters together are too much for the first load. */
const SLIDE = "slide";

/** Absent on a page without figures. */
function MeetingTool({ deck }: { deck: FigureDeck }) {
  const slides = useDeckSlides(deck);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const open = () => {
    const first = `${search === "" ? "?" : `${search}&`}${SLIDE}=1`;
    void navigate({ pathname, search: first }, { preventScrollReset: true });
  };
  return (
    <>
      {slides.length === 0 ? null : <Tool icon="present" name="会议模式" onClick={open} />}
      {new URLSearchParams(search).has(SLIDE)
        ? createPortal(
            <Suspense fallback={null}>
              <MeetingMode deck={deck} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}

function Tool({ icon, name, onClick }: { icon: IconName; name: string; onClick: () => void }) {
  return (
    <button type="button" className={styles["tool"]} aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
