import { afterEach, describe, expect, it } from "vitest";
import { isApiError } from "./api-error.ts";
import { callEndpoint, callWrite, configureApi, serverNow } from "./call-endpoint.ts";
import { contract, writes } from "./contract.ts";
import { endpointQuery } from "./endpoint-query.ts";

const UNIT = {
  id: "u1",
  name: "区教育局",
  shortName: "教育局",
  pinyin: "jyj",
  kind: "department",
  class: "一类",
  order: 1,
  activeFrom: null,
  activeTo: null,
};

let asked = "";
function answerWith(body: BodyInit | null, init: ResponseInit = {}) {
  configureApi({
    baseUrl: "http://api.example/",
    transport: async (url) => {
      asked = url;
      return new Response(body, init);
    },
  });
}

async function failureOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isApiError(error)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return { code: error.code, field: error.field, message: error.message, path: error.path };
}

afterEach(() => configureApi({ baseUrl: "" }));

describe("callEndpoint", () => {
  it("writes the query and parses the reply", async () => {
    answerWith(JSON.stringify([]));
    const quarter = ["2024Q3", "2024Q2"] as never;
    expect(await callEndpoint(contract.coverage, { quarter })).toEqual([]);
    expect(asked).toBe("http://api.example/api/coverage?quarter=2024Q3%2C2024Q2");
  });

  it("names endpoint and field of a reply that breaks the contract", async () => {
    answerWith(JSON.stringify([UNIT, UNIT, { ...UNIT, kind: "village" }]));
    expect(await failureOf(callEndpoint(contract.units, {}))).toEqual({
      code: "wrongShape",
      path: "/api/units",
      field: "2.kind",
      message: "接口 /api/units 返回的数据不符合约定：字段 2.kind",
    });
  });

  it("passes on the server's own words", async () => {
    const problem = { type: "about:blank", title: "Bad Request", status: 400, code: "invalidQuery" };
    answerWith(JSON.stringify({ ...problem, field: "quarter", message: "参数 quarter 写错了" }), { status: 400 });
    expect(await failureOf(callEndpoint(contract.units, {}))).toMatchObject({
      code: "invalidQuery",
      field: "quarter",
      message: "参数 quarter 写错了",
    });
  });

  it("tells an unexplained status, a web page and silence apart", async () => {
    answerWith("<h1>Bad Gateway</h1>", { status: 502 });
    expect((await failureOf(callEndpoint(contract.units, {}))).code).toBe("httpFailure");
    answerWith("<!doctype html>");
    expect((await failureOf(callEndpoint(contract.units, {}))).code).toBe("notJson");
    configureApi({ transport: () => Promise.reject(new TypeError("Failed to fetch")) });
    expect((await failureOf(callEndpoint(contract.units, {}))).code).toBe("networkFailure");
  });

  it("leaves an abort alone, so that a newer filter is not reported as a failure", async () => {
    const controller = new AbortController();
    controller.abort();
    configureApi({ baseUrl: "http://127.0.0.1:9", transport: (url, init) => fetch(url, init) });
    await expect(callEndpoint(contract.units, {}, controller.signal)).rejects.toMatchObject({ name: "AbortError" });
  });

  it("follows the server's clock", async () => {
    const ahead = Date.now() + 3_600_000;
    answerWith("[]", { headers: { "server-time": new Date(ahead).toISOString() } });
    await callEndpoint(contract.units, {});
    expect(Math.abs(serverNow().getTime() - ahead)).toBeLessThan(2_000);
  });
});

describe("endpointQuery", () => {
  it("gives equal requests one key", () => {
    const one = endpointQuery(contract.deductionTotals, { unit: ["b", "a"], quarter: [], side: undefined });
    const other = endpointQuery(contract.deductionTotals, { unit: ["a", "b"] });
    expect(one.queryKey).toEqual(other.queryKey);
    expect(one.queryKey).toEqual(["/api/deduction-totals", { unit: ["a", "b"] }]);
  });
});

describe("callWrite", () => {
  const draft = { id: "k1", kind: "received", by: { role: "unit", organisation: "区教育局" } } as const;

  it("posts JSON to the path with its parameters filled in", async () => {
    let sent: [url: string, init: RequestInit] | undefined;
    configureApi({
      baseUrl: "",
      transport: async (url, init) => {
        sent = [url, init];
        return new Response("{}", { status: 201 });
      },
    });
    const call = callWrite(writes.recordRectificationEvent, { id: "甲/1?" }, draft);
    expect(await failureOf(call)).toMatchObject({ code: "wrongShape", path: "/api/rectifications/:id/events" });
    expect(sent?.[0]).toBe("/api/rectifications/%E7%94%B2%2F1%3F/events");
    expect(sent?.[1]).toMatchObject({
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify(draft),
    });
  });

  it("tells why the server refused", async () => {
    const message = "该件已接收或已报告整改，无需再接收（最近一次登记：……）。";
    const problem = {
      type: "about:blank",
      title: "Conflict",
      status: 409,
      code: "alreadyReceived",
      field: null,
      message,
    };
    answerWith(JSON.stringify(problem), { status: 409 });
    const call = callWrite(writes.recordRectificationEvent, { id: "c1" }, draft);
    expect(await failureOf(call)).toMatchObject({ code: "alreadyReceived", message });
  });
});
