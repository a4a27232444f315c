import type { Application, ApplicationEvent, Channel } from "#domain/application.ts";
import { type DaySpan, dueAfter } from "#domain/application-limit.ts";
import type { OutcomeLeaf } from "#domain/outcome-leaf.ts";
import { addDays } from "./demo-inspections.ts";
import type { Random } from "./demo-random.ts";
import { DEMO_DAYS } from "./demo-working-days.ts";

export const APPROVER = "政府信息公开工作机构负责人";

const CHANNELS: readonly (readonly [channel: Channel, share: number])[] = [
  ["electronic", 56],
  ["signedMail", 24],
  ["inPerson", 13],
  ["ordinaryLetter", 7],
];
/** Share of applications that have to be corrected, about which others are asked, that are extended, and that are late. */
const CORRECTED = 0.08;
const ASKED = 0.07;
const EXTENDED = 0.07;
const LATE = 0.025;
const SAME_DAY = 0.06;

/** What an application goes through on the way to its outcome, drawn before its days are. */
export interface DemoCourse {
  channel: Channel;
  /** Days between arrival and confirmation. */
  confirmedAfter: number;
  correction: { after: number; answeredAfter: number | null } | null;
  consultation: { with: "thirdParty" | "otherOrgan"; after: number; answeredAfter: number } | null;
  extension: number | null;
  /** Counted working days until the reply. */
  used: number;
}

/** Draws a course that can end in the outcome. */
export function drawCourse(outcome: OutcomeLeaf, random: Random): DemoCourse {
  const channel = random.draw(CHANNELS, ([, share]) => share)?.[0] ?? "electronic";
  const isAbandoned = outcome === "other.correctionOverdue";
  const isCorrected = isAbandoned || outcome === "unavailable.stillUnclear" || random.next() < CORRECTED;
  const isAsked = outcome === "refused.thirdPartyRights" || (!isAbandoned && random.next() < ASKED);
  const asked = outcome === "refused.thirdPartyRights" || random.next() < 0.7 ? "thirdParty" : "otherOrgan";
  const extension = !isAbandoned && random.next() < EXTENDED ? random.int(5, 20) : null;
  return {
    channel,
    confirmedAfter: random.int(0, 2),
    correction: isCorrected ? { after: random.int(2, 6), answeredAfter: isAbandoned ? null : random.int(2, 9) } : null,
    consultation: isAsked ? { with: asked, after: random.int(1, 4), answeredAfter: random.int(4, 15) } : null,
    extension,
    used: drawUsed(extension, isCorrected || isAsked, random),
  };
}

function drawUsed(extension: number | null, isLong: boolean, random: Random): number {
  if (extension !== null) return random.int(19, 20 + extension);
  const draw = random.next();
  if (draw < LATE) return random.int(21, 29);
  if (!isLong && draw < LATE + SAME_DAY) return 0;
  return Math.max(5, Math.min(20, 5 + Math.round(8 * (random.next() + random.next()))));
}

/** The application that goes this course from its day of receipt, up to and including its reply. */
export function runCourse(
  base: Pick<Application, "id" | "unitId" | "applicantKind">,
  course: DemoCourse,
  effectiveOn: string,
  outcome: OutcomeLeaf,
): Application & { closedOn: string } {
  const { channel, confirmedAfter, correction } = course;
  const isConfirmed = channel === "electronic" || channel === "ordinaryLetter";
  const events: ApplicationEvent[] = [];
  let from = effectiveOn;
  let closedOn: string | null = null;
  if (correction !== null) {
    const on = DEMO_DAYS.after(effectiveOn, correction.after);
    const deadline = DEMO_DAYS.after(on, 10);
    events.push({ kind: "correctionRequested", on, deadline });
    if (correction.answeredAfter === null) closedOn = DEMO_DAYS.after(deadline, 2);
    else {
      from = DEMO_DAYS.after(on, correction.answeredAfter);
      events.push({ kind: "corrected", on: from });
    }
  }
  closedOn ??= workOn(events, course, from);
  events.push({ kind: "replied", on: closedOn, outcome });
  return {
    ...base,
    channel,
    receivedOn: isConfirmed ? addDays(effectiveOn, -confirmedAfter) : effectiveOn,
    confirmedOn: isConfirmed ? effectiveOn : null,
    events,
    closedOn,
  };
}

/** Consultation, extension and the counted days; returns the day of the reply. */
function workOn(events: ApplicationEvent[], { consultation, extension, used }: DemoCourse, from: string): string {
  const stops: DaySpan[] = [];
  if (consultation !== null) {
    const on = DEMO_DAYS.after(from, consultation.after);
    const answeredOn = DEMO_DAYS.after(on, consultation.answeredAfter);
    events.push({ kind: "consultation", on, with: consultation.with, answeredOn });
    stops.push({ from: on, to: answeredOn });
  }
  if (extension !== null) {
    const on = dueAfter(from, 18, stops, DEMO_DAYS);
    events.push({ kind: "extended", on, days: extension, approver: APPROVER });
  }
  return used === 0 ? from : dueAfter(from, used, stops, DEMO_DAYS);
}

/** The application as a ledger has it on `today`: what lies ahead has not happened; null when it has not come yet. */
export function asOfToday({ events, confirmedOn, ...rest }: Application, today: string): Application | null {
  if (rest.receivedOn > today) return null;
  const known = events
    .filter(({ on }) => on <= today)
    .map((event) =>
      event.kind === "consultation" && event.answeredOn !== null && event.answeredOn > today
        ? { ...event, answeredOn: null }
        : event,
    );
  return { ...rest, confirmedOn: confirmedOn !== null && confirmedOn <= today ? confirmedOn : null, events: known };
}
