import { expect, it } from "vitest";
import { turnsOf } from "./rectification-turns.ts";

const due = "2026-10-08T06:48:00.000Z";

it("an open case turns at the first second of its last hour and at the first second past due", () => {
  expect(turnsOf([{ progress: { dueAt: due, state: "rectifying" } }])).toEqual([
    Date.parse("2026-10-08T05:48:01Z"),
    Date.parse("2026-10-08T06:48:01Z"),
  ]);
});

it("a case whose clock has stopped, or that has none, does not turn", () => {
  expect(
    turnsOf([
      { progress: { dueAt: due, state: "awaitingRecheck" } },
      { progress: { dueAt: due, state: "passed" } },
      { progress: { dueAt: null, state: "undispatched" } },
    ]),
  ).toEqual([]);
});
