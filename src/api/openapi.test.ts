import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { contract, writes } from "./contract.ts";
import { describeContract } from "./openapi.ts";

it("the committed contract is up to date (else: npm run openapi)", async () => {
  const committed = await readFile("server/openapi.json", "utf8");
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(describeContract())));
});

it("describes every endpoint, with every parameter from the writer's side", () => {
  const { paths } = describeContract();
  const all = [...Object.values(contract), ...Object.values(writes)].map(({ path }) => path.replace(/:(\w+)/g, "{$1}"));
  expect(Object.keys(paths)).toEqual([...new Set(all)]);
  expect(Object.keys(paths["/api/publications"] ?? {})).toEqual(["get", "post"]);
  expect(JSON.stringify(paths["/api/deduction-totals"])).toContain('"name":"unitClass","in":"query","required":false');
  expect(JSON.stringify(paths["/api/rectifications/{id}"])).toContain('"name":"id","in":"path","required":true');
});
