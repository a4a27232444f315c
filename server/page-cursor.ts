import { z } from "zod";
import { InvalidCursor } from "./store-refusal.ts";

const keySchema = z.string().min(1).max(64);

/** Sort value and id of the last row of a page; the next page starts behind it. */
export type PageCursor<S extends string = string> = readonly [sort: S, id: string];

/** Opaque to callers: base64url of `["2024Q3","f-12"]`. */
export function writeCursor(cursor: PageCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

export function readCursor<S extends string>(text: string, sort: z.ZodType<S, string>): PageCursor<S> {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    return z.tuple([sort, keySchema]).parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    throw new InvalidCursor();
  }
}
