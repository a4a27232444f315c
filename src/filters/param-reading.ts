import type { Filters } from "#domain/filters.ts";

/** What one parameter said: its value, and the parts that mean nothing. */
export interface Reading<T> {
  value: T;
  ignored: string[];
}

/** One filter in the address bar. `write` gives an empty text for a value that the address cannot say otherwise. */
export interface FilterParam<T> {
  name: string;
  /** 季度: how a note about an ignored value calls it. */
  label: string;
  read: (text: string) => Reading<T>;
  write: (value: T) => string;
}

export type FilterParams = { readonly [K in keyof Filters]: FilterParam<Filters[K]> };

/** Lists longer than the API takes are cut; nobody picks 400 units one by one. */
const MAX_ITEMS = 400;
export const MAX_ITEM_LENGTH = 64;

/** Written for "none", where the default is something else. */
export const NOTHING = "-";

export function splitList(text: string): { items: string[]; ignored: string[] } {
  const all = [...new Set(text.split(",").filter((item) => item !== "" && item !== NOTHING))];
  const short = all.filter((item) => item.length <= MAX_ITEM_LENGTH * 3);
  return {
    items: short.slice(0, MAX_ITEMS),
    ignored: [...all.filter((item) => !short.includes(item)), ...short.slice(MAX_ITEMS)],
  };
}

/** A comma inside an id must not end it. */
export function escapeItem(item: string): string {
  const escaped = item.replace(/[%,]/g, encodeURIComponent);
  return escaped === NOTHING ? "%2D" : escaped;
}

export function unescapeItem(text: string): string {
  return text.replace(/%(?:25|2C|2D)/g, decodeURIComponent);
}

/** Values of a fixed list, in the order of the list. */
export function choices<T extends string>({
  options,
}: {
  options: readonly T[];
}): Omit<FilterParam<T[]>, "name" | "label"> {
  return {
    read: (text) => {
      const { items, ignored } = splitList(text);
      const known = new Set<string>(options);
      return {
        value: options.filter((option) => items.includes(option)),
        ignored: [...items.filter((item) => !known.has(item)), ...ignored],
      };
    },
    write: (values) => options.filter((option) => values.includes(option)).join(","),
  };
}

export function choice<T extends string>(schema: { safeParse: (value: unknown) => { data?: T | undefined } }) {
  return (text: string, otherwise: T): Reading<T> => {
    const value = schema.safeParse(text).data;
    return value === undefined ? { value: otherwise, ignored: [text] } : { value, ignored: [] };
  };
}

export function nullable<T>(parse: (text: string) => T | null): (text: string) => Reading<T | null> {
  return (text) => {
    if (text === NOTHING) return { value: null, ignored: [] };
    const value = parse(text);
    return { value, ignored: value === null ? [text] : [] };
  };
}

export function readShortText(text: string): string | null {
  const value = unescapeItem(text);
  return value.length <= MAX_ITEM_LENGTH ? value : null;
}
