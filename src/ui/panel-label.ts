import { createContext } from "react";

/** What a card is about, for a state in which no figure says it; blank where the page itself is the card. */
export const PanelLabel = createContext("");
