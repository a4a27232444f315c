import type { Ledger } from "./ledger.ts";
import type { RectificationLogs } from "./rectification-logs.ts";

type Part = "rectificationCases" | "rectificationEvents";
type Placed<P extends Part> = { row: Ledger[P][number]; at: number };
type Refuse = (part: Part, at: number, column: string, value: string, reason: string) => void;

/** Cases and entries of a ledger in JSON that may be taken: known units, and entries that the logs could have taken. */
export function checkRectifications(
  rows: { cases: readonly Placed<"rectificationCases">[]; events: readonly Placed<"rectificationEvents">[] },
  known: { units: ReadonlySet<string>; logs: RectificationLogs },
  refuse: Refuse,
): Pick<Ledger, Part> {
  const { units, logs } = known;
  const rectificationCases = rows.cases.flatMap(({ row, at }) => {
    const severity = logs.faultOfSeverity(row);
    if (!units.has(row.unitId)) refuse("rectificationCases", at, "unitId", row.unitId, "没有这个单位");
    else if (severity !== null) refuse("rectificationCases", at, "severity", row.severity, severity);
    else {
      logs.put(row);
      return [row];
    }
    return [];
  });
  const ordered = [...rows.events].sort(
    (a, b) => Date.parse(a.row.event.at) - Date.parse(b.row.event.at) || a.row.event.sequence - b.row.event.sequence,
  );
  const rectificationEvents = ordered.flatMap(({ row: { caseId, event }, at }) => {
    const held = logs.find(caseId);
    const addition = held === undefined ? null : logs.add(held.row, event);
    if (addition?.added) return [{ caseId, event: addition.event }];
    const [column, value] = addition === null ? ["caseId", caseId] : ["event.id", event.id];
    refuse("rectificationEvents", at, column, value, addition?.reason ?? "没有这个编号的错敏信息");
    return [];
  });
  return { rectificationCases, rectificationEvents };
}
