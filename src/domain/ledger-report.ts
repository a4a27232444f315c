import { type AnnualReport, formOfYear } from "./annual-report.ts";
import { type Application, effectiveReceipt, replyOf } from "./application.ts";
import type { ComputedReport } from "./computed-report.ts";
import type { Dispute } from "./dispute.ts";
import { APPLICANT_COLUMNS, type ApplicantColumn } from "./outcome.ts";
import { APPLICANT_KINDS, OUTCOME_LEAVES, type OutcomeLeaf } from "./outcome-leaf.ts";
import { CASE_BLOCK_LABEL, CASE_RESULT_LABEL, cellId, type FormTableId } from "./report-form.ts";

export const NOT_COMPUTABLE: readonly FormTableId[] = ["t2"];

/** The year of a report: from `start` to `end`, both inclusive. */
export interface ReportYear {
  start: string;
  end: string;
}

/** A year up to its end, or up to today while it lasts. */
export function reportYear(year: number, today: string): ReportYear {
  const end = `${year}-12-31`;
  return { start: `${year}-01-01`, end: today < end ? today : end };
}

/** What a table needs to know of an application: days and kinds, no clock. */
export interface CountedApplication {
  id: string;
  unitId: string;
  applicantKind: Application["applicantKind"];
  receivedOn: string;
  closedOn: string | null;
  outcome: OutcomeLeaf | null;
}

/** null while receipt is not confirmed. */
export function toCounted(application: Application): CountedApplication | null {
  const receivedOn = effectiveReceipt(application);
  if (receivedOn === null) return null;
  const reply = replyOf(application);
  const { id, unitId, applicantKind } = application;
  return { id, unitId, applicantKind, receivedOn, closedOn: reply?.on ?? null, outcome: reply?.outcome ?? null };
}

/** Rows of table 三 in which an application counts; none when it was over before the year or came after it. */
export function rowsOf(entry: CountedApplication, { start, end }: ReportYear): string[] {
  const { receivedOn, closedOn, outcome } = entry;
  if (receivedOn > end || (closedOn !== null && closedOn < start)) return [];
  const isOpen = closedOn === null || closedOn > end;
  return rowsFor(receivedOn >= start, isOpen ? null : outcome, Number(start.slice(0, 4)));
}

/** Rows of what arrived in the year or before it and was closed with an outcome or not at all (null). */
export function rowsFor(isNew: boolean, outcome: OutcomeLeaf | null, year: number): string[] {
  const arrival = isNew ? "newReceived" : "carriedOver";
  if (outcome === null) return [arrival, "carriedForward"];
  // The trial form of 2019 and 2020 has one row for 其他处理.
  const isJoined = formOfYear(year) === "2019" && outcome.startsWith("other.");
  return [arrival, isJoined ? "other.all" : outcome, "outcomeTotal"];
}

/** Result of table 四 under which a dispute counts; null when it is over before the year or comes after it. */
export function resultOf(dispute: Dispute, { start, end }: ReportYear): string | null {
  const { filedOn, concludedOn, result } = dispute;
  if (filedOn > end || (concludedOn !== null && concludedOn < start)) return null;
  return concludedOn === null || concludedOn > end || result === null ? "pending" : result;
}

/** How many applications share kind, arrival, closing and outcome: what a database adds for table 三. */
export interface ApplicationTally {
  applicantKind: CountedApplication["applicantKind"];
  rows: readonly string[];
  applications: number;
}

/** Table 三, every cell a number: nothing in it can be unreported. */
export function toTable3(tallies: readonly ApplicationTally[], year: number): Record<string, string> {
  const isTrial = formOfYear(year) === "2019";
  const leaves = isTrial
    ? [...OUTCOME_LEAVES.filter((leaf) => !leaf.startsWith("other.")), "other.all"]
    : OUTCOME_LEAVES;
  const rows = ["newReceived", "carriedOver", ...leaves, "outcomeTotal", "carriedForward"];
  const counts = new Map<string, number>();
  const add = (row: string, column: ApplicantColumn, count: number) => {
    const id = cellId("t3", row, column);
    counts.set(id, (counts.get(id) ?? 0) + count);
  };
  for (const tally of tallies)
    for (const row of tally.rows) {
      add(row, tally.applicantKind, tally.applications);
      add(row, "total", tally.applications);
    }
  return fill(rows, APPLICANT_COLUMNS, "t3", counts);
}

/** Table 四 from the number of disputes per block and result. */
export function toTable4(
  tallies: readonly { kind: string; result: string; disputes: number }[],
): Record<string, string> {
  const counts = new Map<string, number>();
  for (const { kind, result, disputes } of tallies)
    for (const column of [result, "total"]) {
      const id = cellId("t4", kind, column);
      counts.set(id, (counts.get(id) ?? 0) + disputes);
    }
  return fill(Object.keys(CASE_BLOCK_LABEL), Object.keys(CASE_RESULT_LABEL), "t4", counts);
}

function fill(
  rows: readonly string[],
  columns: readonly string[],
  table: FormTableId,
  counts: ReadonlyMap<string, number>,
): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row) =>
      columns.map((column) => {
        const id = cellId(table, row, column);
        return [id, String(counts.get(id) ?? 0)];
      }),
    ),
  );
}

/** The report of a body and year from what the tables count. */
export function toComputedReport(
  heading: Pick<AnnualReport, "bodyId" | "bodyName" | "level" | "year">,
  counts: {
    applications: readonly ApplicationTally[];
    disputes: readonly { kind: string; result: string; disputes: number }[];
    ledgerFrom: string | null;
  },
  today: string,
): ComputedReport {
  const cells = { ...toTable3(counts.applications, heading.year), ...toTable4(counts.disputes) };
  return {
    report: { ...heading, form: formOfYear(heading.year), cells },
    notComputable: [...NOT_COMPUTABLE],
    countedTo: reportYear(heading.year, today).end,
    ledgerFrom: counts.ledgerFrom,
    applications: counts.applications.reduce((sum, tally) => sum + tally.applications, 0),
    disputes: counts.disputes.reduce((sum, tally) => sum + tally.disputes, 0),
  };
}

/** Which applications or disputes a cell of tables 三 and 四 counts; null for a cell that the ledger knows nothing of. */
export type CellCounter =
  | { kind: "application"; counts: (entry: CountedApplication) => boolean }
  | { kind: "dispute"; counts: (dispute: Dispute) => boolean };

export function counterOf(cell: string, span: ReportYear): CellCounter | null {
  const table = cell.slice(0, cell.indexOf("."));
  const column = cell.slice(cell.lastIndexOf(".") + 1);
  const row = cell.slice(table.length + 1, -column.length - 1);
  if (table === "t3" && [...APPLICANT_KINDS, "total"].includes(column as ApplicantColumn))
    return {
      kind: "application",
      counts: (entry) => (column === "total" || entry.applicantKind === column) && rowsOf(entry, span).includes(row),
    };
  if (table !== "t4") return null;
  return {
    kind: "dispute",
    counts: (dispute) => {
      const result = resultOf(dispute, span);
      return dispute.kind === row && result !== null && (column === "total" || column === result);
    },
  };
}
