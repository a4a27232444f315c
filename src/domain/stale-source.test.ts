import { expect, it } from "vitest";
import type { Source, SourceTopic } from "./source.ts";
import { isStale, sourceAges, staleSources } from "./stale-source.ts";

const aSource = (topic: SourceTopic, asOf: string): Source => ({
  topic,
  name: "台账.xlsx",
  asOf,
  importedAt: asOf,
  rows: 1,
  demo: false,
});
const NOW = "2026-11-16T01:30:00.000Z";

it("measures each source by its own rhythm: a daily list is old after two days, an inspection is not", () => {
  const sources = [
    aSource("inspections", "2026-10-08T09:30:00.000Z"),
    aSource("rectifications", "2026-11-13T01:00:00.000Z"),
  ];
  expect(staleSources(sources, NOW).map(({ source, days }) => [source.topic, days])).toEqual([["rectifications", 3]]);
});

it("is still fresh on its last day", () => {
  expect(staleSources([aSource("rectifications", "2026-11-14T01:30:00.000Z")], NOW)).toEqual([]);
  expect(staleSources([aSource("rectifications", "2026-11-13T01:30:00.000Z")], NOW)).toHaveLength(1);
});

it("never calls the register or a scheme old", () => {
  expect(
    staleSources([aSource("units", "2020-01-01T00:00:00.000Z"), aSource("schemes", "2020-01-01T00:00:00.000Z")], NOW),
  ).toEqual([]);
});

it("tells the age of every source, also of those whose age says nothing", () => {
  const ages = sourceAges([aSource("units", "2026-11-01T00:00:00.000Z"), aSource("rectifications", NOW)], NOW);
  expect(ages.map(({ days, freshDays }) => [days, freshDays])).toEqual([
    [15, null],
    [0, 2],
  ]);
  expect(ages.filter(isStale)).toEqual([]);
});
