/**
 * A key by which the server knows a remark that is sent again. `crypto.randomUUID` is missing on plain-http addresses,
 * where offices run; `getRandomValues` is there.
 */
export function newNoteKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
