import { z } from "zod";
import type { Finding } from "#domain/finding.ts";
import { quarterSchema } from "#domain/quarter.ts";
import { InvalidCursor } from "./store.ts";

const cursorSchema = z.tuple([quarterSchema, z.string().min(1).max(64)]);

/** The last row of a page; the next page starts behind it (newest quarter first, then by id). */
export type FindingCursor = Pick<Finding, "quarter" | "id">;

/** Opaque to callers: base64url of `["2024Q3","f-12"]`. */
export function writeCursor(row: FindingCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([row.quarter, row.id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

export function readCursor(text: string): FindingCursor {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const [quarter, id] = cursorSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return { quarter, id };
  } catch {
    throw new InvalidCursor(`not a cursor: ${text.slice(0, 40)}`);
  }
}
