import type { contract } from "#api/contract.ts";
import type { ReplyOf } from "#api/endpoint.ts";
import { sundayOf } from "#domain/shanghai-time.ts";
import { type AttentionLine, nameSome, type SharedPicks } from "./attention-line.ts";

type OpenApplication = ReplyOf<typeof contract.applicationsDue>["rows"][number];

/** Applications whose last day to reply is today or later in this week; what is past it is told beside. */
export function toApplicationLine(
  open: readonly OpenApplication[],
  today: string,
  nameOf: (unitId: string) => string,
  picks: SharedPicks,
): AttentionLine {
  const sunday = sundayOf(today);
  const due = open.filter(({ clock }) => clock.dueOn !== null && clock.dueOn >= today && clock.dueOn <= sunday);
  const late = open.filter(({ clock }) => clock.timeliness === "openOverdue");
  const first = due[0]?.clock.dueOn ?? null;
  const parts = [
    due.length === 0
      ? ""
      : `${nameSome(due.map(({ unitId }) => nameOf(unitId)))}${first === null ? "" : `，最早 ${first.slice(5)}`}`,
    late.length === 0 ? "" : `另有 ${late.length} 件已超期`,
  ];
  return {
    id: "applications",
    count: due.length,
    unit: "件",
    label: "申请本周到期",
    detail: parts.filter((part) => part !== "").join("；"),
    tone: toneOf(due.length, late.length),
    path: "/applications",
    picks,
  };
}

function toneOf(due: number, late: number): AttentionLine["tone"] {
  if (late > 0) return "overdue";
  return due > 0 ? "soon" : null;
}
