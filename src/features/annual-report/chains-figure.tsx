import { useSuspenseQueries } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { registerContract } from "#api/register-contract.ts";
import { reportContract } from "#api/report-contract.ts";
import { ChainMatrixChart, chainMatrixChartHeight } from "#charts/chain-matrix-chart.tsx";
import { Figure } from "#charts/figure.tsx";
import { type BodyChain, CHAIN_ROWS, carryOverChains } from "#domain/carry-over-chain.ts";
import type { UnitSort } from "#domain/filters.ts";
import type { Unit } from "#domain/unit.ts";
import { bodyLink } from "./body-link.tsx";
import { describeChains } from "./describe-chains.ts";
import type { ReportView } from "./report-view.ts";
import {
  type ChainGroup,
  groupChains,
  HEADS_EXPLAINED,
  toChainMatrix,
  toChainTable,
  yearsShown,
} from "./to-chain-matrix.ts";
import type { LinkTo } from "./to-verdict-matrix.ts";
import { SORT_LABEL } from "./verdict-figure.tsx";

interface ChainsFigureProps {
  view: ReportView;
  sort: UnitSort;
  onOpen: (body: string) => void;
  linkTo: LinkTo;
  stale: boolean;
}

const LEGEND = [
  { kind: "text", label: "✓ 相接" },
  { kind: "text", label: "框内 差＝结转下年度−上年结转" },
  { kind: "dashed", label: "不等，已附说明" },
  { kind: "text", label: "未 有一格没有数字" },
] as const;

/** R5 of every body over its years: whose 结转下年度 is not next year's 上年结转, in which column, by how much. */
export const ChainsFigure = memo(function ChainsFigure({ view, sort, onOpen, linkTo, stale }: ChainsFigureProps) {
  const { year, bodyId } = view.report;
  const [reports, notes, units] = useSuspenseQueries({
    queries: [
      endpointQuery(reportContract.annualReports, { row: [...CHAIN_ROWS] }),
      endpointQuery(reportContract.annualReportNotes, {}),
      endpointQuery(registerContract.units, {}),
    ],
  });
  const chains = useMemo(() => carryOverChains(reports.data, notes.data), [reports.data, notes.data]);
  const shown = useMemo(
    () => toShown({ chains, units: units.data, sort, year, bodyId, linkTo }),
    [chains, units.data, sort, year, bodyId, linkTo],
  );
  return (
    <Figure
      chartKey="annual-report-chains"
      title="各机关跨年结转链（R5）"
      finding={shown.finding}
      caption={`${shown.span} · 有年度报告的 ${chains.length} 家 · ${SORT_LABEL[sort]}`}
      legend={LEGEND}
      note={`单位：件。每两年一组，按申请人七列核对上一年“结转下年度继续办理”与本年“上年结转”；缺相邻年度报告的无法核对，不算相接。断链家数不计已附说明的。${HEADS_EXPLAINED}`}
      source={view.provenance.source}
      marks={view.provenance.marks}
      series={shown.series}
      Chart={ChainMatrixChart}
      chartHeight={chainMatrixChartHeight}
      table={shown.table}
      fileStem={{ quarters: shown.quarters, subject: "跨年结转链", scope: "各机关", asOf: view.provenance.asOf }}
      pictures={shown.pictures}
      stale={stale}
      onPick={onOpen}
      linkRow={bodyLink}
    />
  );
});

interface ShownInput {
  chains: readonly BodyChain[];
  units: readonly Unit[];
  sort: UnitSort;
  year: number;
  bodyId: string;
  linkTo: LinkTo;
}

function toShown({ chains, units, sort, year, bodyId, linkTo }: ShownInput) {
  const shortName = new Map(units.map((unit) => [unit.id, unit.shortName]));
  const nameOf = (chain: BodyChain) => shortName.get(chain.bodyId) ?? chain.bodyName;
  const years = yearsShown(chains, year);
  const groups = groupChains(chains, units, sort);
  const seriesOf = (some: readonly ChainGroup[]) => toChainMatrix(some, { years, nameOf, shownBody: bodyId });
  const span = describeSpan(years, chains[0]?.steps.length ?? 0);
  const pictures = groups.map((group) => ({
    suffix: group.label,
    title: `${group.label}跨年结转链（R5）`,
    finding: describeChains(group.bodies, nameOf),
    caption: `${span} · ${group.label} ${group.bodies.length} 家 · ${SORT_LABEL[sort]}`,
    series: seriesOf([group]),
  }));
  return {
    series: seriesOf(groups),
    finding: describeChains(
      groups.flatMap(({ bodies }) => bodies),
      nameOf,
    ),
    table: toChainTable(groups, nameOf, linkTo),
    pictures: groups.length < 2 ? [] : pictures,
    span,
    quarters: years.length === 0 ? `${year}` : `${(years[0] ?? year) - 1}-${years[years.length - 1] ?? year}`,
  };
}

/** What of the years the chart draws; the finding and the table hold all of them. */
function describeSpan(years: readonly number[], all: number): string {
  const [first] = years;
  if (first === undefined) return "只有一个年度";
  const shown = `${first - 1} 年至 ${years[years.length - 1]} 年`;
  return years.length === all ? shown : `图列 ${shown}，其余年度见表`;
}
