import { Hono, type MiddlewareHandler } from "hono";
import { contract, type EndpointName, type WriteName, writes } from "#api/contract.ts";
import { SERVER_TIME_HEADER } from "#api/endpoint.ts";
import { describeContract } from "#api/openapi.ts";
import { jsonReply } from "./json-reply.ts";
import { problemReply, Refusal } from "./problem.ts";
import { readBody, refuseForeignOrigin } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Store, Written } from "./store.ts";
import { StoreRefusal } from "./store-refusal.ts";

interface AppOptions {
  now: () => Date;
  /** Refuses whatever is not a read: nobody can sign in yet, so nobody from outside may write. */
  readOnly?: boolean;
  /** Origins of an API elsewhere, for the page's `connect-src`. */
  connectTo?: readonly string[];
}

/** The API, from request to response: the same in Node, in tests, in the service worker and inside the page. */
export function createApp(store: Store, options: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders(options.connectTo ?? []), tellTime(options.now));
  if (options.readOnly) app.use("/api/*", refuseWrites);
  for (const name of Object.keys(contract) as EndpointName[]) addRead(app, store, name, options.now);
  for (const name of Object.keys(writes) as WriteName[]) addWrite(app, store, name, options.now);
  refuseOtherMethods(app);
  app.get("/api/openapi.json", ({ req }) => jsonReply(req, describeContract()));
  app.all("/api/openapi.json", () => refuseMethod("此接口只能读取", "GET, HEAD"));
  app.all("/api/*", ({ req }) =>
    problemReply(new Refusal(404, "unknownEndpoint", `没有这个接口：${req.path.slice(0, 80)}`)),
  );
  app.onError((error) => toReply(error));
  return app;
}

function addRead(app: Hono, store: Store, name: EndpointName, now: () => Date): void {
  const { path, query } = contract[name];
  const answer = store[name] as (query: unknown, now: string) => Promise<unknown>;
  app.get(path, async ({ req }) => jsonReply(req, await answer(readQuery(query, req), now().toISOString())));
}

function addWrite(app: Hono, store: Store, name: WriteName, now: () => Date): void {
  const { path, query, body } = writes[name];
  const record = store[name] as (query: unknown, body: unknown, clock: () => Date) => Promise<Written<unknown>>;
  app.post(path, async ({ req }) => {
    refuseForeignOrigin(req);
    const { repeated, reply } = await record(readQuery(query, req), await readBody(body, req), now);
    return Response.json(reply, { status: repeated ? 200 : 201, headers: { "cache-control": "no-store" } });
  });
}

/** A path may be read and written by two endpoints. */
function refuseOtherMethods(app: Hono): void {
  const readable = new Set<string>(Object.values(contract).map(({ path }) => path));
  const writable = new Set<string>(Object.values(writes).map(({ path }) => path));
  for (const path of new Set([...readable, ...writable])) {
    if (!writable.has(path)) app.all(path, () => refuseMethod("此接口只能读取", "GET, HEAD"));
    else if (!readable.has(path)) app.all(path, () => refuseMethod("此接口只能写入", "POST"));
    else app.all(path, () => refuseMethod("此接口只能读取和写入", "GET, HEAD, POST"));
  }
}

/** Lets a page whose desk clock is off count deadlines by the server's. */
function tellTime(now: () => Date): MiddlewareHandler {
  return async (context, next) => {
    await next();
    context.res.headers.set(SERVER_TIME_HEADER, now().toISOString());
  };
}

const refuseWrites: MiddlewareHandler = async ({ req }, next) => {
  if (req.method === "GET" || req.method === "HEAD") return next();
  return problemReply(new Refusal(403, "readOnly", "服务以只读方式运行，不能写入"));
};

function refuseMethod(message: string, allow: string): Response {
  return problemReply(new Refusal(405, "methodNotAllowed", message), { allow });
}

const STATUS = { invalid: 400, notHeld: 404, conflict: 409 } as const;

/** What went wrong inside is for the server's log; the reader learns only that it did. */
function toReply(error: Error): Response {
  if (error instanceof Refusal) return problemReply(error);
  if (error instanceof StoreRefusal)
    return problemReply(new Refusal(STATUS[error.kind], error.code, error.message, error.field));
  console.error(error);
  return problemReply(new Refusal(500, "internal", "服务内部出错，已记入服务日志"));
}
