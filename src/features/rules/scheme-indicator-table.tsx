import type { Indicator, Scheme } from "#domain/scheme.ts";
import { describeCap, describeMeasure, plainNumber, VERIFICATION_LABEL } from "#domain/scheme-words.ts";
import { RuleTable } from "./rule-table.tsx";

interface IndicatorRow {
  indicator: Indicator;
  /** 主动公开（40 分） in the first row of its group, empty below it. */
  group: string;
}

/** Groups and indicators with their points, what one finding costs and where the loss ends. */
export function SchemeIndicatorTable({ scheme }: { scheme: Scheme }) {
  return (
    <RuleTable
      caption={`${scheme.name}的指标`}
      rows={toRows(scheme)}
      rowId={({ indicator }) => `${scheme.id}-${indicator.id}`}
      columns={[
        { head: "指标", width: "12%", cell: ({ indicator }) => indicator.name },
        { head: "类别", width: "14%", cell: ({ group }) => group },
        { head: "分值", width: "6%", align: "right", cell: ({ indicator }) => pointsOf(indicator) },
        { head: "计法", width: "13%", cell: ({ indicator }) => describeMeasure(indicator) },
        { head: "封顶", width: "12%", cell: ({ indicator }) => describeCap(indicator) },
        { head: "核查", width: "8%", cell: ({ indicator }) => VERIFICATION_LABEL[indicator.verification] },
        { head: "条款", cell: ({ indicator }) => indicator.clause },
      ]}
    />
  );
}

function toRows(scheme: Scheme): IndicatorRow[] {
  return scheme.groups.flatMap((group) =>
    scheme.indicators
      .filter((indicator) => indicator.groupId === group.id)
      .map((indicator, index) => ({
        indicator,
        group: index === 0 ? `${group.name}（${plainNumber(group.weight)} 分）` : "",
      })),
  );
}

function pointsOf({ effect, points }: Indicator): string {
  if (effect === "veto") return "——";
  return `${effect === "bonus" ? "+" : ""}${plainNumber(points)}`;
}
