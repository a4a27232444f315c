import type { applicationContract } from "#api/application-contract.ts";
import type { ReplyOf } from "#api/endpoint.ts";
import { sundayOf } from "#domain/shanghai-time.ts";
import { type AttentionLine, nameSome, type SharedPicks } from "./attention-line.ts";

type OpenApplication = ReplyOf<typeof applicationContract.applicationsDue>["rows"][number];

/** Applications whose last day to reply is today or later in this week, and those past it. */
export function toApplicationLines(
  open: readonly OpenApplication[],
  today: string,
  nameOf: (unitId: string) => string,
  picks: SharedPicks,
): AttentionLine[] {
  const sunday = sundayOf(today);
  const due = open.filter(({ clock }) => clock.dueOn !== null && clock.dueOn >= today && clock.dueOn <= sunday);
  const late = open.filter(({ clock }) => clock.timeliness === "openOverdue");
  const base = { unit: "件", path: "/applications", picks };
  return [
    {
      ...base,
      id: "applicationsOverdue",
      count: late.length,
      label: "申请已超期未答复",
      detail: describe(late, nameOf),
      tone: late.length > 0 ? "overdue" : null,
    },
    {
      ...base,
      id: "applicationsDue",
      count: due.length,
      label: "申请本周到期",
      detail: describe(due, nameOf),
      tone: due.length > 0 ? "soon" : null,
    },
  ];
}

/** "区大数据局、远帆镇等 6 家，最早 11-16": the list comes with the least time left first. */
function describe(list: readonly OpenApplication[], nameOf: (unitId: string) => string): string {
  const first = list[0]?.clock.dueOn;
  if (first === undefined || first === null) return "";
  return `${nameSome(list.map(({ unitId }) => nameOf(unitId)))}，最早 ${first.slice(5)}`;
}
