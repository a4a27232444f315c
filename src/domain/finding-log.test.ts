import { describe, expect, it } from "vitest";
import type { FindingStatus } from "./finding.ts";
import {
  type FindingEvent,
  type FindingEventDraft,
  type FindingEventKind,
  findingEventDraftSchema,
} from "./finding-event.ts";
import { isReturnedUnfixed, judgeFindingEvent, statusAfter, toFindingEvent } from "./finding-log.ts";

const NOW = "2026-10-09T02:00:00.000Z";
const OFFICE = { role: "office", organisation: "区政府办公室" } as const;
const UNIT = { role: "unit", organisation: "归雁镇" } as const;

function aDraft(kind: FindingEventKind, changes: Partial<FindingEventDraft> = {}): FindingEventDraft {
  const by = kind === "appealed" ? UNIT : OFFICE;
  return findingEventDraftSchema.parse({ id: `k-${kind}`, kind, by, reason: "见附件", ...changes });
}

function aLog(...kinds: FindingEventKind[]): FindingEvent[] {
  const events: FindingEvent[] = [];
  for (const [index, kind] of kinds.entries())
    events.push(toFindingEvent(events, aDraft(kind, { id: `k${index}` }), NOW));
  return events;
}

it("starts where the ledger left it, and moves with each entry", () => {
  expect(statusAfter("proposed", [])).toBe("proposed");
  expect(statusAfter("proposed", aLog("confirmed", "appealed"))).toBe("appealed");
  expect(statusAfter("appealed", aLog("upheld"))).toBe("confirmed");
  expect(statusAfter("confirmed", aLog("appealed", "exempted"))).toBe("exempted");
  expect(statusAfter("exempted", aLog("reinstated"))).toBe("proposed");
});

it("does not depend on the order of the list", () =>
  expect(statusAfter("proposed", aLog("confirmed", "appealed").reverse())).toBe("appealed"));

it("an entry that a later import made impossible changes nothing", () =>
  expect(statusAfter("exempted", aLog("confirmed"))).toBe("exempted"));

describe("what may be recorded", () => {
  const judge = (status: FindingStatus, draft: FindingEventDraft, events: FindingEvent[] = []) => {
    const judgement = judgeFindingEvent(status, events, draft, NOW);
    return judgement.accepted ? "taken" : judgement.code;
  };

  it.each([
    ["proposed", "confirmed", "taken"],
    ["proposed", "appealed", "taken"],
    ["proposed", "upheld", "wrongStatus"],
    ["confirmed", "appealed", "taken"],
    ["confirmed", "confirmed", "wrongStatus"],
    ["appealed", "appealed", "wrongStatus"],
    ["appealed", "upheld", "taken"],
    ["appealed", "exempted", "taken"],
    ["exempted", "exempted", "wrongStatus"],
    ["exempted", "reinstated", "taken"],
    ["proposed", "returnedUnfixed", "wrongStatus"],
    ["confirmed", "returnedUnfixed", "taken"],
  ] as const)("%s + %s is %s", (status, kind, outcome) => expect(judge(status, aDraft(kind))).toBe(outcome));

  it("a unit argues, and never decides on its own points", () => {
    expect(judge("appealed", aDraft("exempted", { by: UNIT }))).toBe("wrongRole");
    expect(judge("proposed", aDraft("confirmed", { by: UNIT }))).toBe("wrongRole");
  });

  it("everything but a confirmation states its reason", () => {
    expect(judge("proposed", aDraft("confirmed", { reason: "" }))).toBe("taken");
    expect(judge("confirmed", aDraft("appealed", { reason: "" }))).toBe("reasonMissing");
  });

  it("the same key with the same words counts once, with other words it is refused", () => {
    const events = aLog("appealed");
    const again = aDraft("appealed", { id: "k0" });
    expect(judgeFindingEvent("confirmed", events, again, NOW)).toMatchObject({ accepted: true, repeated: events[0] });
    expect(judge("confirmed", { ...again, reason: "另有理由" }, events)).toBe("keyReused");
  });

  it("says who moved it when somebody was faster", () => {
    const judgement = judgeFindingEvent("confirmed", aLog("appealed"), aDraft("appealed"), NOW);
    expect(judgement).toMatchObject({
      accepted: false,
      reason: "该条现为“申诉中”，不能登记“提出申诉”（最近一次登记：2026-10-09 10:00 归雁镇 提出申诉）。",
    });
  });
});

it("鲤城: returned and not put right is known, until the finding is exempted", () => {
  expect(isReturnedUnfixed("confirmed", aLog("returnedUnfixed"))).toBe(true);
  expect(isReturnedUnfixed("confirmed", aLog("returnedUnfixed", "exempted"))).toBe(false);
});
