import type { Application, ApplicationEvent } from "./application.ts";
import type { OutcomeLeaf } from "./outcome-leaf.ts";

/** A citizen's application handed in on 2025-03-03, a Monday, and open. */
export function anApplication(changes: Partial<Application> = {}): Application {
  return {
    id: "a1",
    unitId: "u1",
    applicantKind: "naturalPerson",
    channel: "inPerson",
    receivedOn: "2025-03-03",
    confirmedOn: null,
    events: [],
    ...changes,
  };
}

export function repliedOn(on: string, outcome: OutcomeLeaf = "granted"): ApplicationEvent {
  return { kind: "replied", on, outcome };
}

export function extendedOn(on: string, days = 20): ApplicationEvent {
  return { kind: "extended", on, days, approver: "政府信息公开工作机构负责人" };
}
