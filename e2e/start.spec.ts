import { existsSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import Database from "better-sqlite3";
import { expect, test } from "./fixtures.ts";
import { type Ended, runServerCommand, startServer, temporaryDatabase } from "./product-server.ts";

/** One sentence in Chinese, no stack trace, and exit code 1. */
function expectOneSentence({ code, output }: Ended, words: RegExp): void {
  expect(code, output).toBe(1);
  expect(output.trim().split("\n"), output).toHaveLength(1);
  expect(output).toMatch(words);
  expect(output).toMatch(/[\u4e00-\u9fff]/);
}

async function importTimes(url: string): Promise<Record<string, string>> {
  const sources: { topic: string; importedAt: string }[] = await (await fetch(`${url}api/sources`)).json();
  return Object.fromEntries(sources.map(({ topic, importedAt }) => [topic, importedAt]));
}

test("a new database is filled once; a second start keeps it, and Ctrl-C ends cleanly", async () => {
  const database = temporaryDatabase();
  const first = await startServer({ DATABASE_URL: database });
  const filled = await importTimes(first.url);
  expect(Object.keys(filled).length).toBeGreaterThan(0);
  const end = await first.interrupt();
  expect(end.code, end.output).toBe(0);
  expect(end.output).toContain(first.url.replace(/\/$/, ""));

  const second = await startServer({ DATABASE_URL: database, DEMO_NOW: "2026-11-16T03:00:00.000Z" });
  expect(await importTimes(second.url)).toEqual(filled);
  await second.stop();

  // Months later only the invented cases move on, so that some are always open; everything else stays.
  const later = "2027-02-01T00:00:00.000Z";
  const third = await startServer({ DATABASE_URL: database, DEMO_NOW: later });
  expect(await importTimes(third.url)).toEqual({ ...filled, rectifications: later });
  await third.stop();
});

test("a port in use is said in one sentence", async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const { port } = holder.address() as AddressInfo;
  const end = await runServerCommand("serve", [], { PORT: String(port), DATABASE_URL: temporaryDatabase() });
  holder.close();
  expectOneSentence(end, new RegExp(String(port)));
});

test("a folder that cannot be written is said in one sentence", async () => {
  const file = temporaryDatabase().slice("file:".length);
  writeFileSync(file, "");
  // A file where the folder should be refuses root as well.
  const end = await runServerCommand("serve", [], { PORT: "0", DATABASE_URL: `file:${file}/inside/ledger.sqlite` });
  expectOneSentence(end, /ledger\.sqlite/);
});

test("a database from a newer version is left alone, in one sentence", async () => {
  const database = temporaryDatabase();
  const server = await startServer({ DATABASE_URL: database });
  await server.stop();
  const file = database.slice("file:".length);
  expect(existsSync(file)).toBe(true);
  const sqlite = new Database(file);
  sqlite.prepare("insert into kysely_migration (name, timestamp) values (?, ?)").run("9999-tomorrow", "2030-01-01");
  sqlite.close();
  expectOneSentence(await runServerCommand("serve", [], { PORT: "0", DATABASE_URL: database }), /9999-tomorrow/);
});

test("an unknown kind of database is said in one sentence", async () => {
  const end = await runServerCommand("serve", [], { PORT: "0", DATABASE_URL: "mysql://host/name" });
  expectOneSentence(end, /DATABASE_URL/);
});

test("an address other than loopback serves read-only and says so", async () => {
  const server = await startServer({ DATABASE_URL: temporaryDatabase(), HOST: "0.0.0.0" });
  const reply = await fetch(`${server.url}api/units`, { method: "POST", body: "{}" });
  expect(reply.status).toBe(403);
  expect(await reply.json()).toMatchObject({ code: "readOnly" });
  expect((await server.interrupt()).output).toMatch(/只读/);
});
