import { memo, useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import { HeatmapChart, heatmapChartHeight } from "#charts/heatmap-chart.tsx";
import { describeQuarters, nameQuarters } from "#domain/quarter.ts";
import { RECTIFICATION_STATE_LABEL } from "#domain/rectification.ts";
import { describeClock } from "#domain/rectification-clock.ts";
import { recheckPassRate, toRecheckTable } from "#domain/rectification-facts.ts";
import { describeCaseProvenance, versionsInQuarters } from "#domain/rectification-provenance.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { ERROR_TYPE_SHORT } from "./case-words.ts";
import { toCountLegend } from "./count-ramp.ts";
import { describeCasePicks } from "./describe-case-picks.ts";
import type { BoardItem } from "./to-board-series.ts";
import { describeRecheck, failedItems, toBacklog, toRecheckFigureTable, toRecheckSeries } from "./to-recheck-series.ts";
import { useLiveBoard } from "./use-live-board.ts";
import { useRuleVersions } from "./use-rectification-rules.ts";
import { type PanelProps, useRectificationFacts } from "./use-rectification-view.ts";

/** What the unit says against what the third party says, and what has yet to be put right or looked at. */
export const RecheckTable = memo(function RecheckTable({ register, filters, openCase }: PanelProps) {
  const facts = useRectificationFacts(filters, filters.quarters);
  const { items, now } = useLiveBoard(register, filters);
  const versions = useRuleVersions();
  const counts = useMemo(() => toRecheckTable(facts), [facts]);
  const series = useMemo(() => toRecheckSeries(counts), [counts]);
  const table = useMemo(() => toRecheckFigureTable(counts), [counts]);
  const failed = useMemo(() => failedItems(items), [items]);
  const backlog = toBacklog(items, now);
  const provenance = describeCaseProvenance(register.sources, versionsInQuarters(filters.quarters, versions));
  const waiting = backlog.longest === null ? "" : `，最久已等 ${backlog.longest}`;
  return (
    <Figure
      chartKey="rectification-recheck"
      title={`单位报告与第三方复核（${describeQuarters(filters.quarters)}）`}
      finding={describeRecheck(counts, recheckPassRate(facts))}
      caption={`${describeFilters(filters, register.units, { parts: ["quarters", "units"] })}${describeCasePicks({ ...filters, caseStates: [] })}`}
      legend={toCountLegend(series.rampLabels)}
      note={`单位：条，按到期日在所选季度的件计；复核未过含已再次报告、等待再复核的件。目前在办的件中待复核 ${backlog.cases} 条${waiting}。`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={HeatmapChart}
      chartHeight={heatmapChartHeight}
      table={table}
      fileStem={{
        quarters: nameQuarters(filters.quarters),
        subject: "单位报告与第三方复核",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
    >
      {failed.length === 0 ? null : <FailedTable items={failed} openCase={openCase} />}
    </Figure>
  );
});

interface FailedTableProps {
  items: readonly BoardItem[];
  openCase: (caseId: string) => void;
}

/** Open cases with a failed re-check, the least time left first. */
function FailedTable({ items, openCase }: FailedTableProps) {
  return (
    <DataTable
      caption="复核未过的在办件"
      dense
      maxHeight={240}
      rows={items}
      rowKey={({ entry }) => entry.id}
      columns={[
        {
          id: "unit",
          head: `复核未过 ${items.length} 条`,
          cell: ({ entry, unitName }) => (
            <Button look="quiet" size="small" onClick={() => openCase(entry.id)}>
              {unitName}
            </Button>
          ),
        },
        { id: "type", head: "错误", cell: ({ entry }) => ERROR_TYPE_SHORT[entry.errorType] },
        { id: "state", head: "状态", cell: ({ entry }) => RECTIFICATION_STATE_LABEL[entry.progress.state] },
        {
          id: "attempt",
          head: "次数",
          explanation: "第几次整改",
          align: "right",
          cell: ({ entry }) => entry.progress.attempt,
          sortBy: ({ entry }) => entry.progress.attempt,
        },
        {
          id: "left",
          head: "计时",
          cell: ({ reading }) => describeClock(reading),
          sortBy: ({ reading }) => reading.secondsLeft,
        },
      ]}
    />
  );
}
