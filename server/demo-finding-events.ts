import type { Finding } from "#domain/finding.ts";
import type { FindingEntry, FindingEvent, FindingEventKind } from "#domain/finding-event.ts";
import type { Ledger } from "#domain/ledger.ts";
import { calendarPeriod } from "#domain/quarter.ts";
import type { Actor } from "#domain/rectification-event.ts";
import { addDays } from "./demo-inspections.ts";
import type { DemoUnit } from "./demo-units.ts";

const OFFICE: Actor = { role: "office", organisation: "区政府办公室" };

/** Who says what how many days after the quarter. */
type Story = readonly (readonly [kind: FindingEventKind, day: number, reason: string])[];

/** A finding that is in dispute was proposed first; one that is exempted has been argued about. */
const STORIES: Partial<Record<Finding["status"], Story>> = {
  appealed: [["appealed", 3, "检查当日栏目正在改版，已于次日补齐，附更新记录。"]],
  exempted: [
    ["reinstated", 2, "免除依据不足，恢复为拟扣，请单位说明。"],
    ["appealed", 4, "该事项不属于本单位职责，附职责清单。"],
    ["exempted", 6, "核对职责清单，情况属实。"],
  ],
};

/** The lines of the district with a log for those that somebody argued about; what they cost stays the same. */
export function withFindingLogs(
  findings: readonly Finding[],
  demos: readonly DemoUnit[],
  now: Date,
): Pick<Ledger, "findings" | "findingEvents"> {
  const names = new Map(demos.map(({ unit }) => [unit.id, unit.shortName]));
  const findingEvents: FindingEntry[] = [];
  const rows = findings.map((finding) => {
    const story = STORIES[finding.status] ?? [];
    const { end } = calendarPeriod(finding.quarter);
    const atOf = (day: number) => new Date(`${addDays(end, day)}T10:00:00+08:00`).toISOString();
    if (story.length === 0 || story.some(([, day]) => atOf(day) > now.toISOString())) return finding;
    const unit: Actor = { role: "unit", organisation: names.get(finding.unitId) ?? finding.unitId };
    for (const [sequence, [kind, day, reason]] of story.entries()) {
      const id = `${finding.id}-${sequence + 1}`;
      const by = kind === "appealed" ? unit : OFFICE;
      const evidenceUrl = kind === "appealed" ? `https://gov.example/${finding.unitId}/${id}.pdf` : null;
      const event: FindingEvent = { id, sequence, at: atOf(day), kind, by, reason, evidenceUrl };
      findingEvents.push({ findingId: finding.id, event });
    }
    return finding.status === "appealed" ? { ...finding, status: "proposed" as const } : finding;
  });
  return { findings: rows, findingEvents };
}
