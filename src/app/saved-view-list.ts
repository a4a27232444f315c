/** A page with its picks under a name of one's own. */
export interface SavedView {
  id: string;
  name: string;
  /** Path and search, as the router writes them: /deductions?quarter=2026Q2 */
  address: string;
}

const KEY = "saved-views";
/** More would be no list to choose from. */
const MOST_VIEWS = 50;
const MOST_LETTERS = 40;

/** What is stored, as far as it can be understood; whatever else stands there is left out. */
export function readViews(stored: string | null): SavedView[] {
  if (stored === null) return [];
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value) ? value.filter(isView).slice(0, MOST_VIEWS) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is SavedView {
  const { id, name, address } = (typeof value === "object" && value !== null ? value : {}) as Partial<SavedView>;
  // One slash only: an address with two would lead to another host.
  return typeof id === "string" && typeof name === "string" && name !== "" && /^\/(?!\/)/.test(String(address));
}

/** A name without control characters, cut to one line; empty when nothing is left. */
export function cleanName(typed: string): string {
  return [...typed.replace(/[\p{C}\s]+/gu, " ").trim()].slice(0, MOST_LETTERS).join("");
}

/** The newest first; a view of the same name is replaced. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [view, ...views.filter((entry) => entry.name !== view.name)].slice(0, MOST_VIEWS);
}

export function renamed(views: readonly SavedView[], id: string, name: string): SavedView[] {
  return views
    .filter((view) => view.id === id || view.name !== name)
    .map((view) => (view.id === id ? { ...view, name } : view));
}

export function without(views: readonly SavedView[], id: string): SavedView[] {
  return views.filter((view) => view.id !== id);
}

/** Storage may be refused, full or spoilt: then there are no views, and nothing else happens. */
export function recallViews(): SavedView[] {
  try {
    return readViews(window.localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

/** False when this browser keeps nothing. */
export function keepViews(views: readonly SavedView[]): boolean {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}
