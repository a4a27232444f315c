import { describe, expect, it } from "vitest";
import { readConfig } from "./read-config.ts";

const answer =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }));

describe("readConfig", () => {
  it("names the address of the API", async () => {
    expect(await readConfig("config.json", answer('{"apiBase":"https://data.example.gov.cn"}'))).toEqual({
      apiBase: "https://data.example.gov.cn",
    });
  });

  it.each([
    ["missing", answer("", 404)],
    ["a web page", answer("<!doctype html>")],
    ["of a wrong type", answer('{"apiBase":7}')],
    ["unreachable", () => Promise.reject(new TypeError("offline"))],
  ])("means the page's own origin when it is %s", async (_case, load) => {
    expect(await readConfig("config.json", load)).toEqual({ apiBase: "" });
  });
});
