import { nameKey } from "./cell-text.ts";

/** Finds things by any of their spellings; a spelling that two different things share finds neither. */
export class NameIndex<T extends { id: string }> {
  readonly #byKey = new Map<string, T | "ambiguous">();

  constructor(items: Iterable<T> = [], spellings: (item: T) => readonly string[] = (item) => [item.id]) {
    for (const item of items) this.add(item, spellings(item));
  }

  /** Adds or replaces (same id) a thing under its spellings. An id always finds its own thing. */
  add(item: T, spellings: readonly string[]): void {
    for (const spelling of spellings) {
      const key = nameKey(spelling);
      const held = this.#byKey.get(key);
      const clash = held !== undefined && (held === "ambiguous" || held.id !== item.id);
      const isId = key === nameKey(item.id);
      if (isId || !clash) this.#byKey.set(key, item);
      else if (held === "ambiguous" || nameKey(held.id) !== key) this.#byKey.set(key, "ambiguous");
    }
  }

  find(spelling: string): T | "ambiguous" | undefined {
    return this.#byKey.get(nameKey(spelling));
  }
}
