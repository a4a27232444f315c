import type { Problem } from "#api/problem.ts";

const TITLE = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  500: "Internal Server Error",
} as const;

type ProblemStatus = keyof typeof TITLE;

/** A request that the API refuses, with the words for the person at the desk. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problem: Problem;

  constructor(status: ProblemStatus, code: string, message: string, field: string | null = null) {
    super(message);
    this.problem = { type: "about:blank", title: TITLE[status], status, code, field, message };
  }
}

/** RFC 9457. Never kept by a cache: the next try may succeed. */
export function problemReply({ problem }: Refusal, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}
