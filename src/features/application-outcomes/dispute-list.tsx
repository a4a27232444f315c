import { useSuspenseQuery } from "@tanstack/react-query";
import { applicationContract } from "#api/application-contract.ts";
import type { ReplyOf } from "#api/endpoint.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { DISPUTE_CAUSE_LABEL } from "#domain/dispute.ts";
import { type DataColumn, DataTable } from "#ui/data-table.tsx";
import { DISPUTE_KIND_LABEL, DISPUTE_RESULT_LABEL, PENDING_LABEL } from "./dispute-words.ts";
import type { ViewProps } from "./use-ledger-view.ts";

type DisputeRow = ReplyOf<typeof applicationContract.disputes>[number];

const LIST_HEIGHT = 168;

/** The cases behind the bars: number, unit, cause and result; pending ones first. */
export function DisputeList({ register, filters: { quarters, units, side, unitClass } }: ViewProps) {
  const query = { quarter: quarters, unit: units, side: side ?? undefined, unitClass: unitClass ?? undefined };
  const rows = useSuspenseQuery(endpointQuery(applicationContract.disputes, query)).data;
  if (rows.length === 0) return null;
  const names = new Map(register.units.map((unit) => [unit.id, unit.shortName]));
  const resultOf = ({ result }: DisputeRow) => (result === null ? PENDING_LABEL : DISPUTE_RESULT_LABEL[result]);
  const columns: DataColumn<DisputeRow>[] = [
    { id: "id", head: "编号", cell: (row) => row.id, sortBy: (row) => row.id },
    { id: "unit", head: "单位", cell: (row) => names.get(row.unitId) ?? row.unitId, sortBy: (row) => row.unitId },
    { id: "kind", head: "类别", cell: (row) => DISPUTE_KIND_LABEL[row.kind], sortBy: (row) => row.kind },
    { id: "cause", head: "事由", cell: (row) => DISPUTE_CAUSE_LABEL[row.cause], sortBy: (row) => row.cause },
    { id: "result", head: "结果", cell: resultOf, sortBy: resultOf },
  ];
  return (
    <DataTable
      caption="所选季度立案、审结或未结的案件"
      columns={columns}
      rows={[...rows].sort((a, b) => Number(a.result !== null) - Number(b.result !== null))}
      rowKey={(row) => row.id}
      dense
      maxHeight={LIST_HEIGHT}
    />
  );
}
