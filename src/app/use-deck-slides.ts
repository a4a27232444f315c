import { useSyncExternalStore } from "react";
import type { DeckSlide, FigureDeck } from "#charts/figure-deck.ts";

/** The figures of the page as they come and change. */
export function useDeckSlides(deck: FigureDeck): readonly DeckSlide[] {
  return useSyncExternalStore(deck.subscribe, deck.slides);
}
