import type { Hono } from "hono";
import { type HttpHandler, http } from "msw";

/** Every call goes to the same app as in production; handlers hold no logic of their own. */
export function createHandlers(app: Hono): HttpHandler[] {
  return [http.all("*/api/*", ({ request }) => app.fetch(request))];
}
