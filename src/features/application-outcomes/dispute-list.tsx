import { useSuspenseQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { TableContent } from "#charts/export-table.ts";
import { DISPUTE_CAUSE_LABEL } from "#domain/dispute.ts";
import { nameQuarters } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { type DataColumn, DataTable } from "#ui/data-table.tsx";
import { DISPUTE_KIND_LABEL } from "./dispute-words.ts";
import { applicationProvenance } from "./ledger-view.ts";
import { ListHead } from "./list-head.tsx";
import { type DisputeRow, describeResult, inListOrder, toDisputeListTable } from "./to-list-tables.ts";
import type { PanelProps, ViewProps } from "./use-ledger-view.ts";
import { useSteady } from "./use-steady.ts";

const LIST_HEIGHT = 168;

/** The cases behind the bars: number, unit, cause and result; pending ones first. */
export function DisputeList({ register, filters, stale }: PanelProps) {
  const { quarters, units, side, unitClass } = filters;
  const query = { quarter: quarters, unit: units, side: side ?? undefined, unitClass: unitClass ?? undefined };
  const rows = useSteady(useSuspenseQuery(endpointQuery(applicationContract.disputes, query)).data);
  const listed = useMemo(() => inListOrder(rows), [rows]);
  if (listed.length === 0) return null;
  return (
    <>
      <ListHead
        title={`复议、诉讼案件 ${listed.length} 件`}
        content={() => toContent(listed, { register, filters })}
        stale={stale}
      />
      <DisputeRows rows={listed} units={register.units} />
    </>
  );
}

function toContent(rows: readonly DisputeRow[], { register, filters }: ViewProps): TableContent {
  const names = new Map(register.units.map((unit) => [unit.id, unit.name]));
  const { source, marks, asOf } = applicationProvenance(register);
  return {
    title: "复议、诉讼案件清单",
    finding: `所选季度立案、审结或未结的案件 ${rows.length} 件，其中${describeResult({ result: null })} ${rows.filter(({ result }) => result === null).length} 件。`,
    caption: describeFilters(filters, register.units, { parts: ["quarters", "units"] }),
    note: "申请编号为空的案件，台账里没有对应的申请；尚未审结的没有审结日期。",
    source,
    marks,
    table: toDisputeListTable(rows, (id) => names.get(id) ?? id),
    fileStem: {
      quarters: nameQuarters(filters.quarters),
      subject: "复议诉讼案件清单",
      scope: describeScope(filters, register.units),
      asOf,
    },
  };
}

/** Rests while another choice gives the same cases. */
const DisputeRows = memo(function DisputeRows({
  rows,
  units,
}: {
  rows: readonly DisputeRow[];
  units: readonly Unit[];
}) {
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]));
  const columns: DataColumn<DisputeRow>[] = [
    { id: "id", head: "编号", cell: (row) => row.id, sortBy: (row) => row.id },
    { id: "unit", head: "单位", cell: (row) => names.get(row.unitId) ?? row.unitId, sortBy: (row) => row.unitId },
    { id: "kind", head: "类别", cell: (row) => DISPUTE_KIND_LABEL[row.kind], sortBy: (row) => row.kind },
    { id: "cause", head: "事由", cell: (row) => DISPUTE_CAUSE_LABEL[row.cause], sortBy: (row) => row.cause },
    { id: "result", head: "结果", cell: describeResult, sortBy: describeResult },
  ];
  return (
    <DataTable
      caption="所选季度立案、审结或未结的案件"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      dense
      maxHeight={LIST_HEIGHT}
    />
  );
});
