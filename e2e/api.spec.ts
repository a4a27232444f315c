import { expect, test } from "./fixtures.ts";

test("every reply carries the security headers, and the policy allows nothing from outside", async ({ request }) => {
  for (const path of ["", "deductions", "api/units", "api/nothing"]) {
    const headers = (await request.get(path)).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toBe("no-referrer");
  }
});

test("an unchanged reply is answered with 304 and carries the server's time", async ({ request }) => {
  const first = await request.get("api/units");
  const etag = first.headers()["etag"] ?? "";
  expect(etag).not.toBe("");
  expect(Date.parse(first.headers()["server-time"] ?? "")).toBeGreaterThan(0);
  const again = await request.get("api/units", { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  expect((await again.body()).length).toBe(0);
});

test("a refused query names the field in a Chinese problem document", async ({ request }) => {
  const reply = await request.get("api/deduction-totals?quarter=2026Q9");
  expect(reply.status()).toBe(400);
  expect(reply.headers()["content-type"]).toContain("application/problem+json");
  const problem = await reply.json();
  expect(problem).toMatchObject({ status: 400, code: "invalidQuery", field: "quarter" });
  expect(problem.message).toMatch(/[\u4e00-\u9fff]/);
});

test("unknown endpoints and writes are refused as problem documents", async ({ request }) => {
  for (const [reply, status] of [
    [await request.get("api/nothing"), 404],
    [await request.post("api/units", { data: {} }), 405],
    [await request.delete("api/units"), 405],
  ] as const) {
    expect(reply.status()).toBe(status);
    expect(reply.headers()["content-type"]).toContain("application/problem+json");
  }
});

test("the contract is served as OpenAPI 3.1", async ({ request }) => {
  const document = await (await request.get("api/openapi.json")).json();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toContain("/api/deduction-totals");
});

test("findings come in pages that neither repeat nor lose a line", async ({ request }) => {
  const seen = new Set<string>();
  let total = 0;
  let lines = 0;
  let after: string | null = "";
  while (after !== null) {
    const more: string = after === "" ? "" : `&after=${encodeURIComponent(after)}`;
    const reply: { rows: { id: string }[]; total: number; next: string | null } = await (
      await request.get(`api/findings?limit=200${more}`)
    ).json();
    for (const row of reply.rows) seen.add(row.id);
    lines += reply.rows.length;
    total = reply.total;
    after = reply.next;
  }
  expect(lines).toBe(total);
  expect(seen.size).toBe(total);
});

test("paths outside the page's folder are not served", async ({ request }) => {
  for (const path of ["..%2f..%2fpackage.json", "%2e%2e/%2e%2e/package.json", "assets/../../../package.json"]) {
    const text = await (await request.get(path)).text();
    expect(text, path).not.toContain("devDependencies");
  }
});
