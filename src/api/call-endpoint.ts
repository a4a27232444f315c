import type { z } from "zod";
import { ApiProblem, HttpFailure, NetworkFailure, NotJson, WrongShape } from "./api-error.ts";
import {
  type BodyInputOf,
  type Endpoint,
  type QueryInputOf,
  type ReplyOf,
  SERVER_TIME_HEADER,
  toAddress,
  type Write,
} from "./endpoint.ts";
import { problemSchema } from "./problem.ts";

/** Carries a request to whoever answers: the network, or the same app in this very page (mock mode). */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

interface ApiSettings {
  /** Where the API lives; empty means the page's own origin. */
  baseUrl: string;
  transport: Transport;
}

let settings: ApiSettings = { baseUrl: "", transport: (url, init) => fetch(url, init) };
let clockOffset = 0;

/** Called once by main.tsx, before the first request. */
export function configureApi(change: Partial<ApiSettings>): void {
  settings = { ...settings, ...change };
}

/** The server's clock as last heard: an office desk may be minutes off, and deadlines follow the server. */
export function serverNow(): Date {
  return new Date(Date.now() + clockOffset);
}

/** Asks one endpoint and parses the reply by its schema, so that a wrong server fails here and not in a chart. */
export async function callEndpoint<E extends Endpoint>(
  endpoint: E,
  query: QueryInputOf<E>,
  signal?: AbortSignal,
): Promise<ReplyOf<E>> {
  return request(endpoint, query, signal === undefined ? {} : { signal });
}

/** Sends a write. Whether it was new or only repeated, the reply is what now stands. */
export async function callWrite<W extends Write>(
  write: W,
  query: QueryInputOf<W>,
  body: BodyInputOf<W>,
): Promise<ReplyOf<W>> {
  const headers = { "content-type": "application/json" };
  return request(write, query, { method: "POST", headers, body: JSON.stringify(body) });
}

async function request<E extends Endpoint>(
  { path, reply }: E,
  query: QueryInputOf<E>,
  init: RequestInit,
): Promise<ReplyOf<E>> {
  const response = await send(path, `${settings.baseUrl.replace(/\/+$/, "")}${toAddress(path, query)}`, init);
  if (!response.ok) throw await toFailure(path, response);
  const result = reply.safeParse(await readJson(path, response, init.signal));
  if (!result.success) throw new WrongShape(path, faultyField(result.error));
  return result.data as ReplyOf<E>;
}

async function send(path: string, url: string, init: RequestInit): Promise<Response> {
  const sentAt = Date.now();
  try {
    const response = await settings.transport(url, {
      ...init,
      headers: { ...init.headers, accept: "application/json" },
    });
    keepClockOffset(response, sentAt, Date.now());
    return response;
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new NetworkFailure(path, cause);
  }
}

/** The header was written somewhere between sending and receiving; the middle is off by half a round trip at most. */
function keepClockOffset(response: Response, sentAt: number, receivedAt: number): void {
  const serverTime = Date.parse(response.headers.get(SERVER_TIME_HEADER) ?? "");
  if (!Number.isNaN(serverTime)) clockOffset = serverTime - (sentAt + receivedAt) / 2;
}

async function readJson(path: string, response: Response, signal: AbortSignal | null | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw cause instanceof SyntaxError ? new NotJson(path, cause) : new NetworkFailure(path, cause);
  }
}

async function toFailure(path: string, response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  return problem.success ? new ApiProblem(path, problem.data) : new HttpFailure(path, response.status);
}

/** [2, "kind"] → "2.kind", of the first fault. */
function faultyField(error: z.ZodError): string {
  return (error.issues[0]?.path ?? []).map(String).join(".");
}
