import { memo, useMemo } from "react";
import { Figure } from "#charts/figure.tsx";
import type { FigurePicture, LegendItem } from "#charts/figure-spec.ts";
import { RankedBarChart, rankedBarChartHeight } from "#charts/ranked-bar-chart.tsx";
import type { RankedBarSeries } from "#charts/ranked-bar-series.ts";
import { OUTCOME_GROUP, OUTCOME_GROUPS } from "#domain/outcome.ts";
import { describeFilters } from "#filters/describe-filters.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { LedgerView } from "./ledger-view.ts";
import { describeUnits, toUnitGroups, toUnitSeries, toUnitTable, type UnitGroup } from "./to-unit-series.ts";
import { type PanelProps, useLedgerView } from "./use-ledger-view.ts";
import { useSteady } from "./use-steady.ts";

const LEGEND: readonly LegendItem[] = [
  ...OUTCOME_GROUPS.map(
    (id) =>
      ({
        kind: "fill",
        label: OUTCOME_GROUP[id].label,
        fill: { kind: "series", slot: OUTCOME_GROUP[id].slot },
      }) as const,
  ),
  { kind: "hatch", label: "在办" },
];

/** Whose applications, and how each unit answered them. */
export const UnitFigure = memo(function UnitFigure({
  register,
  filters,
  stale,
  pickUnit,
}: PanelProps & { pickUnit: (unitId: string) => void }) {
  const view = useLedgerView(register, filters);
  const grouped = useMemo(
    () => toUnitGroups(view.facts, view.units, view.quarters, filters.sort),
    [view, filters.sort],
  );
  // A pick that leaves the cases of the units as they are draws no bar again.
  const groups = useSteady(grouped);
  const picked = useSteady(filters.units);
  const series = useMemo(() => toUnitSeries(groups, picked), [groups, picked]);
  const table = useMemo(() => toUnitTable(groups), [groups]);
  if (view.units.length === 0)
    return <EmptyState sentence="没有符合所选范围的单位。" advice="可放宽类别或单位。" height={240} />;
  const { provenance } = view;
  const caption = describeFilters(filters, register.units, { parts: ["quarters", "units"] });
  return (
    <Figure
      chartKey="application-units"
      title="各单位申请办理"
      finding={describeUnits(groups)}
      caption={caption}
      legend={LEGEND}
      note="单位：件，条长为应办＝新收＋结转，从多到少，部门与镇街分开；件数多少不是好坏，只供了解工作量。右列为按期答复/到期已答复，件数少的单位只列件数不计率，在办超期另见表。"
      source={provenance.source}
      marks={provenance.marks}
      series={series}
      Chart={RankedBarChart}
      chartHeight={rankedBarChartHeight}
      table={table}
      pictures={toPictures(groups, series, view, caption)}
      fileStem={{ ...view.file, subject: "各单位申请办理", asOf: view.asOf }}
      stale={stale}
      onPick={pickUnit}
    />
  );
});

/** One picture a class: the circular prints departments and townships apart. */
function toPictures(
  groups: readonly UnitGroup[],
  series: RankedBarSeries,
  view: LedgerView,
  caption: string,
): FigurePicture<RankedBarSeries>[] {
  if (groups.length < 2) return [];
  return groups.flatMap((entry) => {
    const panel = series.panels.find(({ id }) => id === entry.group.id);
    if (panel === undefined) return [];
    const suffix = entry.group.label.replace(" · ", "");
    return [
      {
        suffix,
        title: `${view.name}各${entry.group.label}申请办理`,
        finding: describeUnits([entry]),
        caption: `${caption} · 只列${suffix} ${panel.rows.length} 家`,
        series: { ...series, panels: [panel] },
      },
    ];
  });
}
