import type { Application, ApplicationEvent, Channel } from "#domain/application.ts";
import { APPLICANT_KINDS } from "#domain/outcome-leaf.ts";
import { APPROVER } from "./demo-application-course.ts";
import { addDays } from "./demo-inspections.ts";
import { drawer, randomFor } from "./demo-random.ts";
import type { DemoUnit } from "./demo-units.ts";
import { DEMO_DAYS, workingDaysBefore } from "./demo-working-days.ts";

/** Where an open application stands today; `left` working days of its limit, negative past due. */
type Situation =
  | { course: "plain"; left: number; channel?: Channel }
  | { course: "extended"; left: number; days: number }
  | { course: "asking"; with: "thirdParty" | "otherOrgan"; used: number; since: number }
  | { course: "asked"; left: number }
  | { course: "correcting"; since: number }
  | { course: "corrected"; left: number }
  | { course: "agreed"; left: number }
  | { course: "unconfirmed" };

const SITUATIONS: readonly Situation[] = [
  { course: "plain", left: -6 },
  { course: "plain", left: -2, channel: "signedMail" },
  { course: "extended", left: -1, days: 10 },
  { course: "plain", left: 0 },
  { course: "plain", left: 1, channel: "inPerson" },
  { course: "asked", left: 2 },
  { course: "plain", left: 3 },
  { course: "corrected", left: 4 },
  { course: "plain", left: 5, channel: "ordinaryLetter" },
  { course: "extended", left: 8, days: 20 },
  { course: "asking", with: "thirdParty", used: 11, since: 6 },
  { course: "asking", with: "otherOrgan", used: 6, since: 3 },
  { course: "correcting", since: 4 },
  { course: "agreed", left: 12 },
  { course: "unconfirmed" },
];

/** Day of receipt and what happened since. */
function toLog(situation: Situation, today: string): { effectiveOn: string | null; events: ApplicationEvent[] } {
  const before = (count: number) => workingDaysBefore(today, count);
  switch (situation.course) {
    case "plain":
      return { effectiveOn: before(20 - situation.left), events: [] };
    case "extended": {
      const { left, days } = situation;
      const effectiveOn = before(20 + days - left);
      const on = DEMO_DAYS.after(effectiveOn, Math.min(17, 20 + days - left));
      return { effectiveOn, events: [{ kind: "extended", on, days, approver: APPROVER }] };
    }
    case "asking": {
      const on = before(situation.since);
      const effectiveOn = workingDaysBefore(on, situation.used);
      return { effectiveOn, events: [{ kind: "consultation", on, with: situation.with, answeredOn: null }] };
    }
    case "asked": {
      const effectiveOn = before(20 - situation.left + 7);
      const on = DEMO_DAYS.after(effectiveOn, 4);
      const answeredOn = DEMO_DAYS.after(on, 7);
      return { effectiveOn, events: [{ kind: "consultation", on, with: "thirdParty", answeredOn }] };
    }
    case "correcting": {
      const on = before(situation.since);
      const deadline = DEMO_DAYS.after(on, 10);
      return { effectiveOn: workingDaysBefore(on, 5), events: [{ kind: "correctionRequested", on, deadline }] };
    }
    case "corrected": {
      const from = before(20 - situation.left);
      const on = workingDaysBefore(from, 6);
      const asked: ApplicationEvent = { kind: "correctionRequested", on, deadline: DEMO_DAYS.after(on, 10) };
      return { effectiveOn: workingDaysBefore(on, 4), events: [asked, { kind: "corrected", on: from }] };
    }
    case "agreed": {
      const effectiveOn = before(12);
      const dueOn = DEMO_DAYS.after(today, situation.left);
      const reason = "一次提交申请 36 件，理由合理";
      return { effectiveOn, events: [{ kind: "agreed", on: DEMO_DAYS.after(effectiveOn, 3), dueOn, reason }] };
    }
    case "unconfirmed":
      return { effectiveOn: null, events: [] };
  }
}

/**
 * Open applications around their due days as they stand today, numbered from `first` on; those that would reach into
 * last year are left out.
 */
export function openApplications(today: string, units: readonly DemoUnit[], first: number): Application[] {
  const year = today.slice(0, 4);
  const unitAt = drawer(units, ({ applications }) => applications);
  return SITUATIONS.flatMap((situation, at) => {
    const random = randomFor(`open application|${at}`);
    const { effectiveOn, events } = toLog(situation, today);
    const unitId = unitAt(random.next())?.unit.id ?? "";
    const isConfirmed = situation.course !== "plain" || situation.channel === undefined;
    const channel = situation.course === "plain" ? (situation.channel ?? "electronic") : "electronic";
    const receivedOn = effectiveOn ?? addDays(today, -1);
    if (receivedOn < `${year}-01-01`) return [];
    const application: Application = {
      id: `SQ${year}-${String(first + at).padStart(4, "0")}`,
      unitId,
      applicantKind: random.next() < 0.75 ? "naturalPerson" : (APPLICANT_KINDS[random.int(1, 5)] ?? "otherOrg"),
      channel,
      receivedOn,
      confirmedOn: isConfirmed || channel === "ordinaryLetter" ? effectiveOn : null,
      events,
    };
    return [application];
  });
}
