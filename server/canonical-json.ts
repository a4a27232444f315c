/**
 * JSON with sorted keys, so that equal content is equal text whatever the order it was typed in. Digests of published
 * quarters are made of it: the text of a value must never change. Copied first and written in one go, because a replacer
 * takes three times as long, and an import writes each line of a published quarter twice.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(withSortedKeys(value));
}

function withSortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(withSortedKeys);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const part = withSortedKeys((value as Readonly<Record<string, unknown>>)[key]);
    // A key of this name is data like any other; assigned plainly it would vanish.
    if (key === "__proto__") Object.defineProperty(copy, key, { value: part, enumerable: true });
    else copy[key] = part;
  }
  return copy;
}
