import { useSuspenseQueries } from "@tanstack/react-query";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { registerContract } from "#api/register-contract.ts";
import type { TableContent } from "#charts/export-table.ts";
import { TableExport } from "#charts/table-export.tsx";
import type { CellEntry } from "#domain/computed-report.ts";
import type { Unit } from "#domain/unit.ts";
import { nameOfCell } from "./form-words.ts";
import styles from "./pick-panel.module.css";
import { readEntries } from "./read-entries.ts";
import type { ReportView } from "./report-view.ts";
import { toEntryTable } from "./to-entry-table.ts";

/** Numbers and days of the applications or disputes behind a computed cell: nothing that tells of a person. */
export function CellEntries({ view, cell }: { view: ReportView; cell: string }) {
  const { bodyId, year, level } = view.report;
  const picks = { body: bodyId, year: String(year), cell };
  const [entries, units] = useSuspenseQueries({
    queries: [
      endpointQuery(applicationContract.computedReportCell, { ...picks, limit: 100 }),
      endpointQuery(registerContract.units, {}),
    ],
  });
  const { rows, total } = entries.data;
  if (total === 0) return <p className={styles["hint"]}>台账里没有计入这一格的件。</p>;
  const content = async () => toContent(view, cell, { entries: await readEntries(picks), units: units.data });
  return (
    <div className={styles["entries"]}>
      <div className={styles["line"]}>
        <p className={styles["hint"]}>
          台账里计入这一格的 {total} 件{total > rows.length ? `（列出前 ${rows.length} 件，文件列全部）` : ""}：
        </p>
        <TableExport title="计入这一格的件" collect={content} stale={false} />
      </div>
      <EntryTable rows={rows} nameOf={level === "rollUp" ? nameIn(units.data) : null} />
    </div>
  );
}

function nameIn(units: readonly Unit[]): (unitId: string) => string {
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]));
  return (unitId) => names.get(unitId) ?? unitId;
}

interface EntryTableProps {
  rows: readonly CellEntry[];
  /** Set where the entries are of several units. */
  nameOf: ((unitId: string) => string) | null;
}

function EntryTable({ rows, nameOf }: EntryTableProps) {
  return (
    <table className={styles["table"]}>
      <caption className="visually-hidden">计入这一格的件</caption>
      <thead>
        <tr>
          <th scope="col">编号</th>
          {nameOf === null ? null : <th scope="col">单位</th>}
          <th scope="col">收到</th>
          <th scope="col">答复或审结</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.kind} ${row.id}`}>
            <th scope="row">{row.id}</th>
            {nameOf === null ? null : <td>{nameOf(row.unitId)}</td>}
            <td>{row.from}</td>
            <td>{row.to ?? "——"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toContent(
  view: ReportView,
  cell: string,
  { entries, units }: { entries: readonly CellEntry[]; units: readonly Unit[] },
): TableContent {
  const name = nameOfCell(view.report, cell);
  return {
    title: `${view.subject}台账清单：${name}`,
    finding: `台账里计入这一格的 ${entries.length} 件。`,
    caption: `${view.subject} · ${name}`,
    note: "只列编号和日期，不含申请人信息；未答复、未审结的没有后一个日期。",
    source: view.ledgerProvenance.source,
    marks: view.ledgerProvenance.marks,
    table: toEntryTable(entries, nameIn(units)),
    fileStem: {
      quarters: String(view.report.year),
      subject: `台账清单${name.replaceAll(" ", "")}`,
      scope: view.report.bodyName,
      asOf: view.ledgerProvenance.asOf,
    },
  };
}
