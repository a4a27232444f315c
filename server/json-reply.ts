import type { HonoRequest } from "hono";

/** JSON with an entity tag: an unchanged reply costs a few bytes on the wire. */
export function jsonReply(request: HonoRequest, value: unknown): Response {
  const text = JSON.stringify(value);
  const headers = { etag: entityTag(text), "cache-control": "no-cache" };
  if (isSame(request.header("if-none-match"), headers.etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}

function isSame(asked: string | undefined, tag: string): boolean {
  return asked?.split(",").some((entry) => entry.trim() === tag || entry.trim() === "*") ?? false;
}

/**
 * Two 32-bit multiplicative hashes beside the length; weak, because compression changes the bytes.
 * Not crypto.subtle: a page on plain http in the office network has none, and mock mode runs there.
 */
function entityTag(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  }
  return `W/"${[text.length, first >>> 0, second >>> 0].map((part) => part.toString(36)).join("-")}"`;
}
