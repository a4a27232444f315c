import { memo, useMemo } from "react";
import { BarListChart, barListChartHeight } from "#charts/bar-list-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { Button } from "#ui/button.tsx";
import { type DataColumn, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { applicationProvenance } from "./ledger-view.ts";
import type { OpenApplication } from "./open-application.ts";
import styles from "./open-figure.module.css";
import { describeDue, describeLeft, describeOpen, SOON_DAYS, toOpenLists } from "./to-open-lists.ts";
import { MOST_ROWS, toOpenSeries, toOpenTable } from "./to-open-series.ts";
import type { PanelProps } from "./use-ledger-view.ts";
import { useOpenApplications } from "./use-open-applications.ts";

interface OpenFigureProps extends PanelProps {
  openApplication: (id: string) => void;
}

const LEGEND = [
  { kind: "fill", label: "已用工作日", fill: { kind: "plain", weight: 2 } },
  { kind: "fill", label: "已超期", fill: { kind: "overdue" } },
] as const;

/** What is open now: who is late, what falls due next, what has waited longest. It does not follow the quarter. */
export const OpenFigure = memo(function OpenFigure({ register, filters, stale, openApplication }: OpenFigureProps) {
  const { rows, total } = useOpenApplications(filters);
  const names = useMemo(() => new Map(register.units.map((unit) => [unit.id, unit.shortName])), [register.units]);
  const shown = useMemo(() => {
    const nameOf = (unitId: string) => names.get(unitId) ?? unitId;
    const lists = toOpenLists(rows);
    return {
      nameOf,
      lists,
      urgent: [...lists.overdue, ...lists.soon],
      series: toOpenSeries(rows, nameOf),
      table: toOpenTable(rows, nameOf),
    };
  }, [rows, names]);
  if (total === 0) return <EmptyState sentence="所选单位没有在办的申请。" advice="可放宽类别或单位。" height={200} />;
  const provenance = applicationProvenance(register);
  const { lists, nameOf } = shown;
  return (
    <Figure
      chartKey="application-open"
      title="在办申请时限"
      finding={describeOpen(lists, total, nameOf)}
      caption={`目前在办 · ${describeFilters(filters, register.units, { parts: ["units"] })}`}
      legend={LEGEND}
      note={`目前在办，不随季度筛选；条为已用工作日，余时从少到多${rows.length > MOST_ROWS ? `，图只画前 ${MOST_ROWS} 件，全部见表` : ""}。收到之日不计，征求意见期间暂停，待补正、待缴费的不计时；当日到期的仍算按期。没有公布日历的年度只按周末推算，仅供参考。`}
      source={provenance.source}
      marks={provenance.marks}
      series={shown.series}
      Chart={BarListChart}
      chartHeight={barListChartHeight}
      table={shown.table}
      fileStem={{
        quarters: "目前",
        subject: "在办申请时限",
        scope: describeScope(filters, register.units),
        asOf: provenance.asOf,
      }}
      stale={stale}
      onPick={openApplication}
    >
      <div className={styles["lists"]}>
        <OpenList
          title={`已超期和 ${SOON_DAYS} 个工作日内到期（${lists.overdue.length + lists.soon.length} 件）`}
          rows={shown.urgent}
          empty={`没有已超期或 ${SOON_DAYS} 个工作日内到期的申请。`}
          nameOf={nameOf}
          openApplication={openApplication}
        />
        <OpenList
          title={`收到最早的 ${lists.oldest.length} 件`}
          rows={lists.oldest}
          empty=""
          nameOf={nameOf}
          openApplication={openApplication}
        />
      </div>
    </Figure>
  );
});

interface OpenListProps {
  title: string;
  rows: readonly OpenApplication[];
  empty: string;
  nameOf: (unitId: string) => string;
  openApplication: (id: string) => void;
}

/** Ten rows with their head. */
const LIST_HEIGHT = 368;

/** Rests while another quarter is chosen: what is open now does not follow it. */
const OpenList = memo(function OpenList({ title, rows, empty, nameOf, openApplication }: OpenListProps) {
  const columns: DataColumn<OpenApplication>[] = [
    { id: "id", head: "编号", cell: (row) => row.id, sortBy: (row) => row.id },
    { id: "unit", head: "单位", cell: (row) => <Day text={nameOf(row.unitId)} />, sortBy: (row) => nameOf(row.unitId) },
    {
      id: "received",
      head: "收到日",
      cell: (row) => <Day text={row.effectiveOn ?? "未确认"} />,
      sortBy: (row) => row.effectiveOn,
    },
    {
      id: "due",
      head: "到期日",
      cell: (row) => <Day text={describeDue(row.clock)} />,
      sortBy: (row) => row.clock.dueOn,
    },
    { id: "left", head: "余时", cell: (row) => <Left row={row} />, sortBy: (row) => row.clock.remainingDays },
    {
      id: "why",
      head: <span className="visually-hidden">说明</span>,
      cell: (row) => (
        <Button look="quiet" size="small" onClick={() => openApplication(row.id)}>
          时限怎么算的
          <span className="visually-hidden">（{row.id}）</span>
        </Button>
      ),
    },
  ];
  return (
    <section className={styles["list"]}>
      <h3 className={styles["title"]}>{title}</h3>
      {rows.length === 0 ? (
        <p className={styles["empty"]}>{empty}</p>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          dense
          maxHeight={LIST_HEIGHT}
        />
      )}
    </section>
  );
});

/** A date or a name never breaks. */
function Day({ text }: { text: string }) {
  return <span className={styles["day"]}>{text}</span>;
}

function Left({ row }: { row: OpenApplication }) {
  const { text, look } = describeLeft(row.clock);
  // A line may break before the bracket, never inside a number of days.
  return (
    <span className={styles["left"]} data-look={look}>
      {text.split(/(?=（)/).map((part) => (
        <span key={part} className={styles["day"]}>
          {part}
        </span>
      ))}
    </span>
  );
}
