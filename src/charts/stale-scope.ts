import { createContext, use } from "react";

/**
 * True while a page shows the data of the picks before. Only the marks of a figure's frame read it, so that a new pick
 * dims every figure without drawing any of them again.
 */
export const StaleScope = createContext(false);

/** Stale by its own account or by that of the page. */
export function useStale(own: boolean): boolean {
  return use(StaleScope) || own;
}
