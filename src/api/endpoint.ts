import type { z } from "zod";

/** One row of the contract: where, what it means, what may be asked, what is answered. */
export interface Endpoint<Q extends z.ZodObject = z.ZodObject, R extends z.ZodType = z.ZodType> {
  path: `/api/${string}`;
  summary: string;
  query: Q;
  reply: R;
}

export type QueryOf<E> = E extends Endpoint<infer Q, z.ZodType> ? z.output<Q> : never;
/** What a caller writes: parameters with a default may be left out. */
export type QueryInputOf<E> = E extends Endpoint<infer Q, z.ZodType> ? Partial<z.output<Q>> : never;
export type ReplyOf<E> = E extends Endpoint<z.ZodObject, infer R> ? z.output<R> : never;

export function defineEndpoint<Q extends z.ZodObject, R extends z.ZodType>(endpoint: Endpoint<Q, R>): Endpoint<Q, R> {
  return endpoint;
}

/** Writes a query as `quarter=2026Q3,2026Q2&side=township`; empty lists, null and undefined are left out. */
export function toSearch(query: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(",") : String(value ?? "");
    if (text !== "") params.set(name, text);
  }
  return params.toString();
}
