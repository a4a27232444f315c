import { ERROR_SEVERITY_LABEL } from "#domain/rectification.ts";
import {
  ACTOR_ROLE_LABEL,
  EVENT_LABEL,
  inOrder,
  PAUSE_REASON_LABEL,
  type RectificationEvent,
} from "#domain/rectification-event.ts";
import { type Progress, REFUSAL_TEXT } from "#domain/rectification-progress.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import styles from "./case-drawer.module.css";

interface CaseLogTableProps {
  events: readonly RectificationEvent[];
  notCounted: Progress["notCounted"];
}

/** Who did what when, in the order in which it happened; entries are added, never changed. */
export function CaseLogTable({ events, notCounted }: CaseLogTableProps) {
  const ignored = new Map(notCounted.map((entry) => [entry.eventId, entry.code]));
  return (
    <table className={styles["log"]}>
      <caption className={styles["caption"]}>办理记录 {events.length} 条</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">事项</th>
          <th scope="col">登记方</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(events).map((event) => {
          const code = ignored.get(event.id);
          return (
            <tr key={event.id}>
              <td className={styles["moment"]}>{formatShanghai(event.at)}</td>
              <th scope="row">{EVENT_LABEL[event.kind]}</th>
              <td>
                {event.by.organisation}
                {event.by.organisation === ACTOR_ROLE_LABEL[event.by.role] ? null : (
                  <small className={styles["role"]}>{ACTOR_ROLE_LABEL[event.by.role]}</small>
                )}
              </td>
              <td>
                {[...detailsOf(event), event.note].filter((text) => text !== "").join("；")}
                {code === undefined ? null : <p>未计入：{REFUSAL_TEXT[code]}</p>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function detailsOf(event: RectificationEvent): string[] {
  switch (event.kind) {
    case "paused":
      return [PAUSE_REASON_LABEL[event.reason], `${event.approver.organisation}批准`];
    case "reportedFixed":
      return event.evidenceUrl === null ? [] : [`佐证 ${event.evidenceUrl}`];
    case "severityChanged":
      return [`改为${ERROR_SEVERITY_LABEL[event.severity]}`];
    case "dispatched":
      return [`按规则 ${event.terms.ruleVersion}`];
    default:
      return [];
  }
}
