import { describe, expect, it, vi } from "vitest";
import { contract } from "#api/contract.ts";
import { SERVER_TIME_HEADER } from "#api/endpoint.ts";
import { problemSchema } from "#api/problem.ts";
import { anApplication } from "#domain/application-test-builders.ts";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { aUnit } from "#domain/test-builders.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { createApp } from "./app.ts";
import { aCase, aFinding } from "./ledger-builders.ts";

const NOW = new Date("2025-01-08T01:30:00Z");
const ORIGIN = { name: "台账.xlsx", asOf: NOW.toISOString(), importedAt: NOW.toISOString(), demo: false };
const store = memoryStore(
  {
    ...EMPTY_LEDGER,
    units: [aUnit({ name: "教育委员会" })],
    rectificationCases: [aCase()],
    applications: [anApplication({ id: "c1" })],
    findings: [aFinding({ id: "c1" })],
  },
  ORIGIN,
);
const app = createApp(store, { now: () => NOW });

async function problemOf(response: Response | Promise<Response>) {
  const reply = await response;
  expect(reply.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  return problemSchema.parse(await reply.json());
}

const REQUIRED: Record<string, string> = {
  annualReports: "?body=b1",
  publicationPreview: "?quarter=2025Q3",
  computedReport: "?body=u1&year=2025",
  computedReportCell: "?body=u1&year=2025&cell=t3.newReceived.total",
};

describe("the API", () => {
  it.each(Object.entries(contract))("answers %s as the contract says", async (name, endpoint) => {
    const path = endpoint.path.replace(":id", "c1");
    const response = await app.request(`${path}${REQUIRED[name] ?? ""}`);
    expect(response.status).toBe(200);
    expect(endpoint.reply.safeParse(await response.json()).success).toBe(true);
  });

  it("keeps Chinese text", async () => {
    expect(await (await app.request("/api/units")).json()).toMatchObject([{ name: "教育委员会" }]);
  });

  it("tells the server's time on every reply, refusals included", async () => {
    for (const path of ["/api/units", "/api/nothing", "/api/units?x=1"])
      expect((await app.request(path)).headers.get(SERVER_TIME_HEADER)).toBe("2025-01-08T01:30:00.000Z");
  });

  it("answers 304 to an entity tag that still holds", async () => {
    const first = await app.request("/api/units");
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await app.request("/api/units", { headers: { "if-none-match": `"old", ${etag}` } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    const other = await app.request("/api/units", { headers: { "if-none-match": `W/"old"` } });
    expect(other.status).toBe(200);
  });

  it("answers HEAD without a body", async () => {
    const response = await app.request("/api/units", { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(response.headers.get("etag")).not.toBeNull();
  });

  it("serves its own contract", async () => {
    expect(await (await app.request("/api/openapi.json")).json()).toMatchObject({ openapi: "3.1.0" });
  });

  it("sends a strict policy with every reply, and lets the page ask an API elsewhere", async () => {
    const elsewhere = createApp(store, { now: () => NOW, connectTo: ["https://api.example"] });
    for (const path of ["/api/units", "/api/nothing"]) {
      const policy = (await elsewhere.request(path)).headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self' https://api.example;");
      expect(policy).not.toContain("unsafe");
    }
    expect((await app.request("/api/units")).headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("refusals", () => {
  it.each([
    ["/api/units?colour=red", "colour", "不认识的参数：colour"],
    ["/api/coverage?quarter=2024Q5", "quarter", "参数 quarter 的写法不符合约定"],
    ["/api/findings?side=village", "side", "参数 side 只能取 department、township"],
    ["/api/findings?limit=501", "limit", "参数 limit 不得超过 500"],
    ["/api/findings?limit=0", "limit", "参数 limit 不得小于 1"],
    ["/api/findings?limit=ten", "limit", "参数 limit 缺少，或不符合约定"],
    ["/api/annual-reports?year=24", "year", "参数 year 的写法不符合约定"],
    [`/api/findings?unit=${"u,".repeat(500)}u`, "unit", "参数 unit 最多 400 项"],
    ["/api/findings?unit=a&unit=b", "unit", "参数 unit 重复出现，多个值请用逗号分隔"],
    ["/api/findings?unit=a%00b", "unit", "参数 unit 含有控制字符"],
    ["/api/findings?unit=%E6%95", null, "查询串的百分号编码有误"],
    ["/api/findings?unit=%zz", null, "查询串的百分号编码有误"],
    [`/api/findings?unit=${"u".repeat(40_000)}`, null, "查询串过长（上限 32000 个字符）"],
    ["/api/units?__proto__=1", "__proto__", "不认识的参数：__proto__"],
    ["/api/units?=1", "", "不认识的参数："],
    ["/api/rectifications?open=1", "open", "参数 open 只能取 true、false"],
    ["/api/rectifications/c1?id=c2", "id", "参数 id 写在地址里，不能再写在查询串中"],
  ])("answers 400 to %s", async (path, field, message) => {
    expect(await problemOf(app.request(path))).toMatchObject({ status: 400, code: "invalidQuery", field, message });
  });

  it("answers 400 to a cursor that no page gave out", async () => {
    for (const after of ["x", "%2B%2F", "WyIyMDI0UTUiLCJmMSJd"].flatMap((text) => [
      `/api/findings?after=${text}`,
      `/api/rectifications?after=${text}`,
    ]))
      expect(await problemOf(app.request(after))).toMatchObject({
        status: 400,
        code: "invalidCursor",
        field: "after",
      });
  });

  it("answers 404 to an endpoint that does not exist, and 405 to a write", async () => {
    expect(await problemOf(app.request("/api/%zz"))).toMatchObject({ status: 404, code: "unknownEndpoint" });
    const write = await app.request("/api/units", { method: "POST", body: "{}" });
    expect(write.headers.get("allow")).toBe("GET, HEAD");
    expect(await problemOf(write)).toMatchObject({ status: 405, code: "methodNotAllowed" });
  });

  it("refuses every write when it runs read-only", async () => {
    const readOnly = createApp(store, { now: () => NOW, readOnly: true });
    for (const path of ["/api/units", "/api/nothing"])
      expect(await problemOf(readOnly.request(path, { method: "DELETE" }))).toMatchObject({
        status: 403,
        code: "readOnly",
      });
    expect((await readOnly.request("/api/units")).status).toBe(200);
  });

  it("tells the log, not the reader, what broke inside", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = createApp(
      { ...store, units: () => Promise.reject(new Error("no such table: unit in /srv/secret.sqlite")) },
      { now: () => NOW },
    );
    const response = await broken.request("/api/units");
    expect(response.headers.get("content-security-policy")).not.toBeNull();
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(problem)).not.toContain("secret");
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
