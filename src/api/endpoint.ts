import type { z } from "zod";

/** One row of the contract: where, what it means, what may be asked, what is answered. */
export interface Endpoint<Q extends z.ZodObject = z.ZodObject, R extends z.ZodType = z.ZodType> {
  path: `/api/${string}`;
  summary: string;
  /** All parameters; one whose name the path holds as `:name` stands there, the others behind the question mark. */
  query: Q;
  reply: R;
}

/** A row of the contract that adds something: POST with a JSON body, 201, or 200 when it had been added before. */
export interface Write<
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> extends Endpoint<Q, R> {
  body: B;
}

export type QueryOf<E> = E extends Endpoint<infer Q, z.ZodType> ? z.output<Q> : never;
/** What a caller writes: parameters with a default may be left out. */
export type QueryInputOf<E> = E extends Endpoint<infer Q, z.ZodType> ? Partial<z.output<Q>> : never;
export type ReplyOf<E> = E extends Endpoint<z.ZodObject, infer R> ? z.output<R> : never;
export type BodyOf<E> = E extends Write<z.ZodObject, infer B> ? z.output<B> : never;
/** What a caller sends: properties with a default may be left out. */
export type BodyInputOf<E> = E extends Write<z.ZodObject, infer B> ? z.input<B> : never;

export function defineEndpoint<Q extends z.ZodObject, R extends z.ZodType>(endpoint: Endpoint<Q, R>): Endpoint<Q, R> {
  return endpoint;
}

export function defineWrite<Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  write: Write<Q, B, R>,
): Write<Q, B, R> {
  return write;
}

/** Names of the parameters that a path holds: "/api/rectifications/:id" → ["id"]. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
}

/** The address of a request: `/api/rectifications/e-1`, `/api/units?side=township`. */
export function toAddress(path: string, query: Record<string, unknown>): string {
  const names = pathParameters(path);
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(query[name] ?? "")));
  const search = toSearch(Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name))));
  return search === "" ? filled : `${filled}?${search}`;
}

/** Writes a query as `quarter=2026Q3,2026Q2&side=township`; empty lists, null and undefined are left out. */
function toSearch(query: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(",") : String(value ?? "");
    if (text !== "") params.set(name, text);
  }
  return params.toString();
}

/** Header that carries the server's clock on every reply, ISO 8601 in UTC. */
export const SERVER_TIME_HEADER = "server-time";
