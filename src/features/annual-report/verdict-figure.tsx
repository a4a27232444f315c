import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { registerContract } from "#api/register-contract.ts";
import { reportContract } from "#api/report-contract.ts";
import { Figure } from "#charts/figure.tsx";
import { VerdictMatrixChart, verdictMatrixChartHeight } from "#charts/verdict-matrix-chart.tsx";
import type { UnitSort } from "#domain/filters.ts";
import type { ReportVerdict } from "#domain/report-verdict.ts";
import type { Unit } from "#domain/unit.ts";
import { Segmented } from "#ui/segmented.tsx";
import { bodyLink } from "./body-link.tsx";
import type { ReportView } from "./report-view.ts";
import {
  describeVerdicts,
  groupVerdicts,
  type LinkTo,
  toVerdictMatrix,
  toVerdictTable,
  type VerdictGroup,
} from "./to-verdict-matrix.ts";

interface VerdictFigureProps {
  view: ReportView;
  sort: UnitSort;
  onSort: (sort: UnitSort) => void;
  onOpen: (body: string) => void;
  linkTo: LinkTo;
  stale: boolean;
}

const NO_LEGEND = [] as const;

/** Every body of the year side by side: who passes, who fails which rule. Each row leads to that body's form. */
export function VerdictFigure({ view, sort, onSort, onOpen, linkTo, stale }: VerdictFigureProps) {
  const { year, bodyId } = view.report;
  const [verdicts, units] = useSuspenseQueries({
    queries: [
      endpointQuery(reportContract.annualReportVerdicts, { year: [String(year)] }),
      endpointQuery(registerContract.units, {}),
    ],
  });
  const shown = useMemo(
    () => toShown({ verdicts: verdicts.data, units: units.data, sort, bodyId, linkTo }),
    [verdicts.data, units.data, sort, bodyId, linkTo],
  );
  return (
    <Figure
      chartKey="annual-report-verdicts"
      title={`${year} 年各机关勾稽关系`}
      finding={describeVerdicts(verdicts.data)}
      caption={`${year} 年 · 有年度报告的 ${verdicts.data.length} 家 · ${SORT_LABEL[sort]}`}
      legend={NO_LEGEND}
      note="✓ 全部相符；✓ 未2 可判定的相符，另有 2 处未判；差 2 有 2 处不平；未判 空白、“——”或缺上年、缺单位，不算对也不算错；—— 该机关没有这条规则（R7 只判汇总）。R6、R8 为提示。"
      source={view.provenance.source}
      marks={view.provenance.marks}
      series={shown.series}
      Chart={VerdictMatrixChart}
      chartHeight={verdictMatrixChartHeight}
      table={shown.table}
      fileStem={{ quarters: `${year}`, subject: "年度报告勾稽关系", scope: "各机关", asOf: view.provenance.asOf }}
      pictures={shown.pictures}
      stale={stale}
      onPick={onOpen}
      linkRow={bodyLink}
      actions={
        <Segmented<UnitSort>
          label="排序"
          choices={[
            { value: "points", label: SORT_LABEL.points },
            { value: "register", label: SORT_LABEL.register },
          ]}
          value={sort}
          onChange={onSort}
        />
      }
    />
  );
}

export const SORT_LABEL = { points: "不平多的在前", register: "固定顺序" } satisfies Record<UnitSort, string>;

interface ShownInput {
  verdicts: readonly ReportVerdict[];
  units: readonly Unit[];
  sort: UnitSort;
  bodyId: string;
  linkTo: LinkTo;
}

function toShown({ verdicts, units, sort, bodyId, linkTo }: ShownInput) {
  const shortName = new Map(units.map((unit) => [unit.id, unit.shortName]));
  const nameOf = (verdict: ReportVerdict) => shortName.get(verdict.bodyId) ?? verdict.bodyName;
  const groups = groupVerdicts(verdicts, units, sort);
  const matrixOf = (some: readonly VerdictGroup[]) => toVerdictMatrix(some, nameOf, bodyId);
  const pictures = groups.map((group) => ({
    suffix: group.label,
    title: `${verdicts[0]?.year ?? ""} 年${group.label}勾稽关系`,
    finding: describeVerdicts(group.bodies),
    caption: `${group.label} ${group.bodies.length} 家 · ${SORT_LABEL[sort]}`,
    series: matrixOf([group]),
  }));
  return {
    series: matrixOf(groups),
    table: toVerdictTable(groups, nameOf, linkTo),
    pictures: groups.length < 2 ? [] : pictures,
  };
}
