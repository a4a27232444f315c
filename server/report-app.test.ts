import { expect, it } from "vitest";
import { writes } from "#api/contract.ts";
import { problemSchema } from "#api/problem.ts";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import { EMPTY_LEDGER } from "#domain/ledger.ts";
import { memoryStore } from "#mocks/memory-store.ts";
import { createApp } from "./app.ts";

const NOW = new Date("2026-02-01T02:00:00.500Z");
const ORIGIN = { name: "年报.xlsx", asOf: NOW.toISOString(), importedAt: NOW.toISOString(), demo: false };
const PATH = "/api/annual-reports/pingtan/2023/notes";
const NOTE = { id: "k1", ruleId: "R6", item: "normativeDocuments", text: "年内清理。", by: "区政府办公室" };

function anApp(options: { readOnly?: boolean } = {}) {
  const ledger = { ...EMPTY_LEDGER, annualReports: [publishedReport("pingtan", 2023)] };
  return createApp(memoryStore(ledger, ORIGIN), { now: () => NOW, ...options });
}

function post(app: ReturnType<typeof anApp>, body: unknown, headers: Record<string, string> = {}, path = PATH) {
  return app.request(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

async function problemOf(response: Response) {
  return problemSchema.parse(await response.json());
}

it("answers 201 with the remark at the server's time, and 200 when it is sent again", async () => {
  const app = anApp();
  const first = await post(app, NOTE);
  expect(first.status).toBe(201);
  const note = writes.recordReportNote.reply.parse(await first.json());
  expect(note).toMatchObject({ ...NOTE, bodyId: "pingtan", year: 2023, sequence: 0, at: NOW.toISOString() });
  const again = await post(app, NOTE);
  expect([again.status, await again.json()]).toEqual([200, note]);
  expect(await (await app.request("/api/annual-report-notes?body=pingtan&year=2023")).json()).toEqual([note]);
});

it("refuses with 409 and the reason what does not follow the remark that stands", async () => {
  const app = anApp();
  await post(app, NOTE);
  expect(await problemOf(await post(app, { ...NOTE, id: "k2" }))).toMatchObject({ status: 409, code: "noteMovedOn" });
  expect(await problemOf(await post(app, { ...NOTE, text: "别的" }))).toMatchObject({
    status: 409,
    code: "noteKeyReused",
  });
  expect(await problemOf(await post(app, { ...NOTE, id: "k3", text: "电话 13800138000", after: "k1" }))).toMatchObject({
    status: 409,
    code: "personalData",
    field: "text",
  });
});

it("refuses a page of another origin, a body that does not fit, a report that nobody holds, and writes when read-only", async () => {
  const app = anApp();
  expect(await problemOf(await post(app, NOTE, { origin: "https://elsewhere.example" }))).toMatchObject({
    status: 403,
  });
  expect(await problemOf(await post(app, { ...NOTE, ruleId: "R1" }))).toMatchObject({ status: 400, field: "ruleId" });
  expect(await problemOf(await post(app, { ...NOTE, at: NOW }))).toMatchObject({ status: 400, field: "at" });
  expect(await problemOf(await post(app, NOTE, {}, PATH.replace("2023", "2019")))).toMatchObject({
    status: 404,
    code: "unknownReport",
  });
  expect(await problemOf(await post(anApp({ readOnly: true }), NOTE))).toMatchObject({ status: 403, code: "readOnly" });
});
