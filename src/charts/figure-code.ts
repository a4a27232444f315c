/**
 * 图码: eight hex digits of the data and the filters, so that a printed picture can be told from one of other data.
 * FNV-1a over UTF-16 units: a fingerprint against mix-ups, not a signature against forgery.
 */
export function figureCode(content: unknown): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(content) ?? "";
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  const digits = (hash >>> 0).toString(16).toUpperCase().padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
