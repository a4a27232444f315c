import { useSuspenseQuery } from "@tanstack/react-query";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import styles from "./pick-panel.module.css";
import type { ReportView } from "./report-view.ts";

/** Numbers and days of the applications or disputes behind a computed cell: nothing that tells of a person. */
export function CellEntries({ view, cell }: { view: ReportView; cell: string }) {
  const { bodyId, year } = view.report;
  const { data } = useSuspenseQuery(
    endpointQuery(applicationContract.computedReportCell, { body: bodyId, year: String(year), cell, limit: 100 }),
  );
  if (data.total === 0) return <p className={styles["hint"]}>台账里没有计入这一格的件。</p>;
  return (
    <div className={styles["entries"]}>
      <p className={styles["hint"]}>
        台账里计入这一格的 {data.total} 件{data.total > data.rows.length ? `（列出前 ${data.rows.length} 件）` : ""}：
      </p>
      <table className={styles["table"]}>
        <caption className="visually-hidden">计入这一格的件</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">收到</th>
            <th scope="col">答复或审结</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={`${row.kind} ${row.id}`}>
              <th scope="row">{row.id}</th>
              <td>{row.from}</td>
              <td>{row.to ?? "——"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
