import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import { FINDING_STATUS_LABEL, type Finding } from "#domain/finding.ts";
import { FINDING_EVENT_LABEL, type FindingEvent } from "#domain/finding-event.ts";
import { ACTOR_ROLE_LABEL } from "#domain/rectification-event.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { FindingActions } from "./finding-actions.tsx";
import styles from "./finding-file.module.css";

interface FindingFileProps {
  finding: Finding;
  unitName: string;
  /** Its figures were frozen: what is recorded now does not move them. */
  isPublished: boolean;
}

/** What became of one finding, in the order of recording, and what may be recorded next. */
export function FindingFile({ finding, unitName, isPublished }: FindingFileProps) {
  const { data: log } = useSuspenseQuery(endpointQuery(findingContract.findingLog, { id: finding.id }));
  return (
    <section className={styles["file"]} aria-label="办理记录">
      <h3 className={styles["title"]}>
        办理记录 <span className={styles["status"]}>现为{FINDING_STATUS_LABEL[log.status]}</span>
      </h3>
      {isPublished ? (
        <p className={styles["frozen"]}>
          本季度已发布：以下登记只改变台账，已发布的得分和图表不变；需要改动时请发布更正。
        </p>
      ) : null}
      <FindingActions id={finding.id} log={log} unitName={unitName} />
      <LogTable importedStatus={FINDING_STATUS_LABEL[log.importedStatus]} events={log.events} />
    </section>
  );
}

function LogTable({ importedStatus, events }: { importedStatus: string; events: readonly FindingEvent[] }) {
  return (
    <table className={styles["log"]}>
      <caption className="visually-hidden">办理记录 {events.length} 条</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">事项</th>
          <th scope="col">登记方</th>
          <th scope="col">理由与佐证</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>——</td>
          <th scope="row">台账导入</th>
          <td>——</td>
          <td>导入时为{importedStatus}</td>
        </tr>
        {events.map((event) => (
          <tr key={event.id}>
            <td className={styles["moment"]}>{formatShanghai(event.at)}</td>
            <th scope="row">{FINDING_EVENT_LABEL[event.kind]}</th>
            <td>
              {event.by.organisation}
              {event.by.organisation === ACTOR_ROLE_LABEL[event.by.role] ? null : (
                <small className={styles["role"]}>{ACTOR_ROLE_LABEL[event.by.role]}</small>
              )}
            </td>
            <td>
              {event.reason}
              <Evidence url={event.evidenceUrl} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Only web addresses become links. */
function Evidence({ url }: { url: string | null }) {
  if (url === null) return null;
  if (!/^https?:\/\//i.test(url)) return <small className={styles["role"]}>佐证：{url}</small>;
  return (
    <a className={styles["evidence"]} href={url} target="_blank" rel="noreferrer">
      佐证
    </a>
  );
}
