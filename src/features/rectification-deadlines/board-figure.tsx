import { useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import type { FigurePicture } from "#charts/figure-spec.ts";
import { ERROR_SEVERITY_LABEL, rulesAt } from "#domain/rectification.ts";
import { describeCaseProvenance } from "#domain/rectification-provenance.ts";
import { formatShanghai, shanghaiDate } from "#domain/shanghai-time.ts";
import { describeFilters, describeScope } from "#filters/describe-filters.ts";
import { BoardChart, boardChartHeight } from "./board-chart.tsx";
import { versionsOfCases } from "./case-versions.ts";
import { describeBoard, describeLane } from "./describe-board.ts";
import { describeCasePicks } from "./describe-case-picks.ts";
import { describeLaterRule } from "./describe-later-rule.ts";
import { CopyChaseList } from "./due-soon-strip.tsx";
import { type BoardLane, type BoardSeries, countBoard, toBoardSeries } from "./to-board-series.ts";
import { toBoardTable } from "./to-board-table.ts";
import { type LiveBoard, usePassedToday } from "./use-live-board.ts";
import { useRuleVersions } from "./use-rectification-rules.ts";
import type { PanelProps } from "./use-rectification-view.ts";

interface BoardFigureProps extends PanelProps {
  board: LiveBoard;
}

/** The open cases in their two lanes; as a table for files and as a list for pictures. */
export function BoardFigure({ register, filters, openCase, board }: BoardFigureProps) {
  const { items, counts, now, total } = board;
  const passed = usePassedToday(filters, shanghaiDate(now));
  const versions = useRuleVersions();
  const { limits } = rulesAt(versions, now);
  const series = useMemo(
    () => toBoardSeries(items, passed, { now, total, limits }),
    [items, passed, now, total, limits],
  );
  const laterRule = useMemo(
    () =>
      describeLaterRule(
        items.map(({ entry }) => entry),
        versions,
        now,
      ),
    [items, versions, now],
  );
  const table = useMemo(() => {
    const names = new Map(register.units.map((unit) => [unit.id, unit.name]));
    return toBoardTable(items, (unitId) => names.get(unitId) ?? unitId);
  }, [items, register.units]);
  const caption = `${formatShanghai(now)} 在办 · ${describeFilters(filters, register.units, { parts: ["units"] })}${describeCasePicks(filters)}`;
  const pictures = series.lanes.map((lane) => toLanePicture(series, lane, caption));
  const overdue = items.filter((item) => item.reading.mode !== "stopped" && item.reading.secondsLeft < 0);
  const provenance = describeCaseProvenance(
    register.sources,
    versionsOfCases(
      items.map(({ entry }) => entry),
      versions,
      now,
    ),
  );
  return (
    <Figure
      chartKey="deadline-board"
      title="时限看板"
      finding={describeBoard(counts, items, total)}
      caption={caption}
      legend={[]}
      note={`时限从交办时刻起按当时的规则计算，默认连续计算，含夜间和周末；暂停须经批准。余时向下取整到分，最后一小时到秒。待复核的计时停在报结时刻。${laterRule}`}
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      pictures={pictures}
      Chart={BoardChart}
      chartHeight={boardChartHeight}
      table={table}
      fileStem={{
        quarters: "在办",
        subject: "错误整改时限看板",
        scope: describeScope(filters, register.units),
        asOf: now,
      }}
      actions={overdue.length === 0 ? null : <CopyChaseList items={overdue} now={now} word="复制超期名单" />}
      onPick={openCase}
    />
  );
}

/** One lane for a page of its own: both together are longer than the page of a document. */
function toLanePicture(series: BoardSeries, lane: BoardLane, caption: string): FigurePicture<BoardSeries> {
  const label = ERROR_SEVERITY_LABEL[lane.severity];
  const items = series.items.filter((item) => item.entry.progress.severity === lane.severity);
  const isCut = series.total > series.items.length;
  return {
    suffix: label,
    title: `在办${label}时限`,
    finding: describeLane(countBoard(items), isCut),
    caption,
    series: { ...series, lanes: [lane], items, total: items.length },
  };
}
