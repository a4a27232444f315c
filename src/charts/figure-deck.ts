import { createContext, type RefObject, use, useEffect, useId } from "react";
import type { ComposedFigure } from "./compose-figure.ts";
import type { FigureContent } from "./figure-spec.ts";

/** A figure of the page as a slide of meeting mode. */
export interface DeckSlide {
  id: string;
  element: Element;
  title: string;
  finding: string;
  /** The figure as the exported 16:9 picture: words, values on the marks, source and marks of the data. */
  draw: (madeAt: string) => Promise<ComposedFigure>;
}

/** The figures that are on the page now, in its order. */
export interface FigureDeck {
  slides: () => readonly DeckSlide[];
  put: (slide: DeckSlide) => void;
  remove: (id: string) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Slides stand in the order of the document, whichever was ready first. */
export function createFigureDeck(): FigureDeck {
  let slides: readonly DeckSlide[] = [];
  const listeners = new Set<() => void>();
  const set = (next: readonly DeckSlide[]) => {
    slides = [...next].sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    for (const listener of listeners) listener();
  };
  return {
    slides: () => slides,
    put: (slide) => set([...slides.filter(({ id }) => id !== slide.id), slide]),
    remove: (id) => set(slides.filter((slide) => slide.id !== id)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** null where nobody presents: then a figure is only a figure. */
export const FigureDeckContext = createContext<FigureDeck | null>(null);

/** Offers a figure to meeting mode while it is on the page, with what it shows now. */
export function useDeckSlide<S>(element: RefObject<Element | null>, content: FigureContent<S>): void {
  const deck = use(FigureDeckContext);
  const id = useId();
  useEffect(() => {
    if (deck === null || element.current === null) return;
    const draw = async (madeAt: string) => {
      const { drawFigureSvg } = await import("./draw-figure-svg.ts");
      return drawFigureSvg(content, null, content.sheet ? "sheet" : "screen", madeAt);
    };
    const known = deck.slides().find((slide) => slide.id === id);
    const { title, finding } = content;
    // A frame that was only drawn again shows nothing new.
    if (known?.title === title && known.finding === finding && shownBy.get(known) === content.series) return;
    const slide: DeckSlide = { id, element: element.current, title, finding, draw };
    shownBy.set(slide, content.series);
    deck.put(slide);
  });
  useEffect(() => () => deck?.remove(id), [deck, id]);
}

const shownBy = new WeakMap<DeckSlide, unknown>();
