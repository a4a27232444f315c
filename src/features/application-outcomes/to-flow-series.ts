import type { FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { FlowLink, FlowNode, FlowSeries } from "#charts/flow-series.ts";
import { OUTCOME_GROUP } from "#domain/outcome.ts";
import type { OutcomeTotals } from "#domain/outcome-totals.ts";
import type { ReportFigure } from "#domain/report-cell.ts";
import { formatShare, outcomeShares } from "./outcome-shares.ts";
import type { PeriodWords } from "./period-words.ts";

/**
 * 新收 and 结转 into 应办, out of it into the six groups in legal order and 结转, and from groups into their rows. A
 * group is always there; a row of 0 has no ribbon and is left to the table.
 */
export function toFlowSeries(totals: OutcomeTotals, base: OutcomeTotals | null, words: PeriodWords): FlowSeries {
  const shares = outcomeShares(totals);
  const toNode = (
    place: Pick<FlowNode, "id" | "stage" | "label" | "fill">,
    pick: (of: OutcomeTotals) => ReportFigure | undefined,
    shareText = "",
  ): FlowNode => {
    const figure = pick(totals);
    return {
      ...place,
      value: Math.max(0, figure?.value ?? 0),
      valueText: figure?.text ?? "",
      shareText,
      lines: linesOf(figure, base === null ? undefined : pick(base), shareText),
    };
  };
  const groups = totals.groups.map(({ key }) =>
    toNode(
      { id: key, stage: 2, label: OUTCOME_GROUP[key].label, fill: { kind: "series", slot: OUTCOME_GROUP[key].slot } },
      (of) => of.groups.find((group) => group.key === key)?.figure,
      formatShare(shares?.groups.get(key)),
    ),
  );
  const leaves = leavesOf(totals).map(({ key, group, label }) =>
    toNode(
      { id: key, stage: 3, label, fill: { kind: "series", slot: OUTCOME_GROUP[group].slot } },
      (of) => of.rows.find((row) => row.key === key)?.figure,
    ),
  );
  const nodes = [
    toNode(
      { id: "received", stage: 0, label: words.received, fill: { kind: "plain", weight: 1 } },
      (of) => of.newReceived,
    ),
    toNode(
      { id: "carriedOver", stage: 0, label: words.carriedOver, fill: { kind: "plain", weight: 2 } },
      (of) => of.carriedOver,
    ),
    {
      ...toNode({ id: "due", stage: 1, label: "", fill: { kind: "plain", weight: 1 } }, (of) => of.due),
      valueText: "",
    },
    ...groups,
    toNode(
      { id: "carriedForward", stage: 2, label: words.carriedForward, fill: { kind: "nodata" } },
      (of) => of.carriedForward,
    ),
    ...leaves,
  ];
  return { stages: ["来源", `应办 ${totals.due.text} 件`, "结果", "情形"], nodes, links: toLinks(nodes, totals) };
}

/** Rows under a group of several; a group of one row is its own end. */
function leavesOf(totals: OutcomeTotals) {
  return totals.rows.filter(
    ({ group, figure }) => (figure.value ?? 0) > 0 && totals.rows.filter((row) => row.group === group).length > 1,
  );
}

function toLinks(nodes: readonly FlowNode[], totals: OutcomeTotals): FlowLink[] {
  const groupOf = new Map<string, string>(totals.rows.map(({ key, group }) => [key, group]));
  return nodes.flatMap(({ id, stage, value }): FlowLink[] => {
    if (value === 0 || stage === 1) return [];
    if (stage === 0) return [{ from: id, to: "due", value }];
    return [{ from: stage === 2 ? "due" : (groupOf.get(id) ?? ""), to: id, value }];
  });
}

function linesOf(
  figure: ReportFigure | undefined,
  base: ReportFigure | undefined,
  shareText: string,
): [string, string][] {
  return [
    ["件数", `${figure?.text ?? "——"} 件`],
    ...(shareText === "" ? [] : [["占已办结", shareText] satisfies [string, string]]),
    ...(base === undefined ? [] : [["上年同期", `${base.text} 件`] satisfies [string, string]]),
  ];
}

/** All rows in legal order between what was due and what is handed on, with groups as sums. */
export function toFlowTable(
  totals: OutcomeTotals,
  base: OutcomeTotals | null,
  baseName: string,
  words: PeriodWords,
): FigureTable {
  const shares = outcomeShares(totals);
  const toRow = (
    id: string,
    part: string,
    item: string,
    pick: (of: OutcomeTotals) => ReportFigure | undefined,
    share = "",
    isTotal = false,
  ): FigureRow => ({
    id,
    isTotal,
    cells: {
      part,
      item,
      count: pick(totals)?.value ?? null,
      share,
      ...(base === null ? {} : { base: pick(base)?.value ?? null }),
    },
  });
  const groups = totals.groups.flatMap(({ key }) => {
    const { label } = OUTCOME_GROUP[key];
    const rows = totals.rows.filter((row) => row.group === key);
    const group = toRow(
      key,
      label,
      "小计",
      (of) => of.groups.find((entry) => entry.key === key)?.figure,
      formatShare(shares?.groups.get(key)),
      true,
    );
    if (rows.length === 1) return [{ ...group, cells: { ...group.cells, item: "" } }];
    return [
      group,
      ...rows.map((row) =>
        toRow(
          row.key,
          label,
          row.label,
          (of) => of.rows.find((entry) => entry.key === row.key)?.figure,
          formatShare(shares?.rows.get(row.key)),
        ),
      ),
    ];
  });
  return {
    columns: [
      { key: "part", head: "部分", align: "left", kind: "text" },
      { key: "item", head: "情形", align: "left", kind: "text" },
      { key: "count", head: "件数", align: "right", kind: "number" },
      { key: "share", head: "占已办结", align: "right", kind: "text" },
      ...(base === null ? [] : [{ key: "base", head: baseName, align: "right", kind: "number" } as const]),
    ],
    rows: [
      toRow("received", words.received, "", (of) => of.newReceived),
      toRow("carriedOver", words.carriedOver, "", (of) => of.carriedOver),
      toRow("due", "应办", "合计", (of) => of.due, "", true),
      ...groups,
      toRow("closed", "办结", "合计", (of) => of.classified, shares === null ? "" : "100.0%", true),
      toRow("carriedForward", words.carriedForward, "", (of) => of.carriedForward),
    ],
  };
}
