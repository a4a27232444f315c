import { describe, expect, it } from "vitest";
import { writes } from "#api/contract.ts";
import { problemSchema } from "#api/problem.ts";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { aUnit } from "#domain/test-builders.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { createApp } from "./app.ts";
import { aCase } from "./ledger-builders.ts";

const NOW = new Date("2025-09-02T01:00:00.500Z");
const ORIGIN = { name: "清单.xlsx", asOf: NOW.toISOString(), importedAt: NOW.toISOString(), demo: false };
const PATH = "/api/rectifications/c1/events";
const DISPATCH = { id: "k1", kind: "dispatched", by: { role: "office", organisation: "区政府办公室" } };
const REPORT = { id: "k2", kind: "reportedFixed", by: { role: "unit", organisation: "区教育委员会" } };

function anApp(options: { readOnly?: boolean } = {}) {
  const ledger = { ...EMPTY_LEDGER, units: [aUnit({ id: "u1" })], rectificationCases: [aCase()] };
  return createApp(memoryStore(ledger, ORIGIN), { now: () => NOW, ...options });
}

function post(app: ReturnType<typeof anApp>, body: unknown, headers: Record<string, string> = {}, path = PATH) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return app.request(path, {
    method: "POST",
    body: text,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  return problemSchema.parse(await response.json());
}

describe("recording an event", () => {
  it("answers 201 with the entry at the server's time and the new standing, and 200 when it is sent again", async () => {
    const app = anApp();
    const first = await post(app, DISPATCH);
    expect([first.status, first.headers.get("cache-control")]).toEqual([201, "no-store"]);
    const reply = writes.recordRectificationEvent.reply.parse(await first.json());
    expect(reply.event).toMatchObject({ id: "k1", sequence: 0, at: NOW.toISOString(), note: "" });
    expect(reply.progress).toMatchObject({ state: "awaitingReceipt", dueAt: "2025-09-04T01:00:00.000Z" });
    const again = await post(app, DISPATCH);
    expect([again.status, await again.json()]).toEqual([200, reply]);
    const held = await (await app.request("/api/rectifications/c1")).json();
    expect(held).toMatchObject({ id: "c1", wrongText: "既往开来", events: [{ id: "k1" }] });
  });

  it("refuses with 409 and the reason when the state has moved on", async () => {
    const app = anApp();
    expect(await problemOf(await post(app, REPORT))).toMatchObject({ status: 409, code: "notDispatched" });
    await post(app, DISPATCH);
    const twice = await problemOf(await post(app, { ...DISPATCH, id: "k9" }));
    expect(twice).toMatchObject({ status: 409, code: "alreadyDispatched" });
    expect(twice.message).toContain("2025-09-02 09:00 区政府办公室 交办");
    expect(await problemOf(await post(app, { ...REPORT, id: "k1" }))).toMatchObject({ status: 409, code: "keyReused" });
  });

  it("refuses a dispatch whose working days reach a year without a calendar", async () => {
    const limit = { kind: "workingDays", days: 250 };
    const later = createApp(
      memoryStore({ ...EMPTY_LEDGER, units: [aUnit({ id: "u1" })], rectificationCases: [aCase()] }, ORIGIN),
      {
        now: () => new Date("2029-09-01T00:00:00Z"),
      },
    );
    expect(await problemOf(await post(later, { ...DISPATCH, limit }))).toMatchObject({
      status: 409,
      code: "calendarNotMaintained",
    });
    expect(await (await later.request("/api/rectifications/c1")).json()).toMatchObject({ events: [] });
  });

  it("answers 404 to a case that nobody holds, 405 to a read", async () => {
    const app = anApp();
    expect(await problemOf(await post(app, DISPATCH, {}, "/api/rectifications/c9/events"))).toMatchObject({
      status: 404,
      code: "unknownCase",
    });
    expect(await problemOf(await app.request("/api/rectifications/c9"))).toMatchObject({ status: 404 });
    const read = await app.request(PATH);
    expect([read.status, read.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it.each([
    ["{", null, "请求内容不是有效的 JSON"],
    ["", null, "请求内容不是有效的 JSON"],
    ["null", null, "请求内容不符合约定"],
    [{ ...DISPATCH, kind: "closed" }, "kind", "字段 kind 不符合约定"],
    [{ ...DISPATCH, by: { role: "office", organisation: "" } }, "by.organisation", "字段 by.organisation 不符合约定"],
    [{ ...DISPATCH, at: "2020-01-01T00:00:00Z" }, "at", "不认识的字段：at"],
    [{ ...DISPATCH, note: "字".repeat(11_000) }, null, "请求内容过长（上限 32 KB）"],
  ])("answers 400 to a body that is not as agreed (%#)", async (body, field, message) => {
    expect(await problemOf(await post(anApp(), body))).toMatchObject({
      status: 400,
      code: "invalidBody",
      field,
      message,
    });
  });

  it("takes JSON only, in UTF-8", async () => {
    const plain = await post(anApp(), DISPATCH, { "content-type": "text/plain" });
    expect(await problemOf(plain)).toMatchObject({ status: 400, message: "请求内容应为 application/json" });
    const headers = { "content-type": "application/json" };
    const bytes = await anApp().request(PATH, {
      method: "POST",
      body: new Uint8Array([0x22, 0xd6, 0xd0, 0x22]),
      headers,
    });
    expect(await problemOf(bytes)).toMatchObject({ status: 400, message: "请求内容不是 UTF-8 文本" });
  });

  it("refuses pages of another origin, and everything when it runs read-only", async () => {
    for (const origin of ["https://evil.example", "http://localhost:9999", "null"])
      expect(await problemOf(await post(anApp(), DISPATCH, { origin, host: "localhost" }))).toMatchObject({
        status: 403,
        code: "foreignOrigin",
      });
    expect((await post(anApp(), DISPATCH, { origin: "http://localhost", host: "localhost" })).status).toBe(201);
    expect(await problemOf(await post(anApp({ readOnly: true }), DISPATCH))).toMatchObject({
      status: 403,
      code: "readOnly",
    });
  });
});
