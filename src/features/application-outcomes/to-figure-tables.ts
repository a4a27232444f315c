import type { FigureColumn, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import type { AnnualReport } from "#domain/annual-report.ts";
import { APPLICANT_COLUMNS, APPLICANT_LABEL, OUTCOME_GROUP, OUTCOME_ROW } from "#domain/outcome.ts";
import { type OutcomeTotals, outcomeTotals } from "#domain/outcome-totals.ts";
import type { ReportFigure } from "#domain/report-cell.ts";
import { formatShare, outcomeShares } from "./outcome-shares.ts";

const text = (key: string, head: string): FigureColumn => ({ key, head, align: "left", kind: "text" });
const count = (key: string, head: string): FigureColumn => ({ key, head, align: "right", kind: "number" });

/** A number, null for ——, or the word that stands in its place. */
function toCell(figure: ReportFigure | undefined): number | string | null {
  if (figure === undefined || figure.text === "——") return null;
  return figure.value ?? figure.text;
}

/** 应办 and 去向 line by line, both closed by their sums. */
export function toBalanceTable(totals: OutcomeTotals, base: OutcomeTotals | null, baseName: string): FigureTable {
  const lines: [string, string, string, (of: OutcomeTotals) => ReportFigure | undefined, boolean][] = [
    ["newReceived", "应办", "本年新收", (of) => of.newReceived, false],
    ["carriedOver", "应办", "上年结转", (of) => of.carriedOver, false],
    ["due", "应办", "合计", (of) => of.due, true],
    ...totals.groups.map(({ key }): (typeof lines)[number] => [
      key,
      "去向",
      OUTCOME_GROUP[key].label,
      (of) => of.groups.find((group) => group.key === key)?.figure,
      false,
    ]),
    ["classified", "去向", "六类结果合计", (of) => of.classified, true],
    ["carriedForward", "去向", "结转下年度", (of) => of.carriedForward, false],
  ];
  const rows = lines.map(
    ([id, side, item, pick, isTotal]): FigureRow => ({
      id,
      isTotal,
      cells: { side, item, count: toCell(pick(totals)), ...(base === null ? {} : { base: toCell(pick(base)) }) },
    }),
  );
  return {
    columns: [text("side", "应办／去向"), text("item", "项目"), count("count", "件数"), ...baseColumn(base, baseName)],
    rows,
  };
}

function baseColumn(base: OutcomeTotals | null, name: string): FigureColumn[] {
  return base === null ? [] : [count("base", name)];
}

/** Every printed outcome row with its group, share and last year's figure. */
export function toOutcomeTable(totals: OutcomeTotals, base: OutcomeTotals | null, baseName: string): FigureTable {
  const shares = outcomeShares(totals);
  const rows = totals.rows.map(({ key, group, figure }): FigureRow => {
    const before = base?.rows.find((row) => row.key === key)?.figure;
    const cells = {
      group: OUTCOME_GROUP[group].label,
      item: OUTCOME_ROW[key].printed,
      count: toCell(figure),
      share: formatShare(shares?.rows.get(key)),
    };
    return { id: key, cells: base === null ? cells : { ...cells, base: toCell(before) } };
  });
  const sum = { group: "合计", item: "", count: toCell(totals.classified), share: shares === null ? "" : "100.0%" };
  return {
    columns: [
      text("group", "类别"),
      text("item", "办理结果"),
      count("count", "件数"),
      { ...count("share", "占比"), kind: "text" },
      ...baseColumn(base, baseName),
    ],
    rows: [
      ...rows,
      { id: "total", isTotal: true, cells: base === null ? sum : { ...sum, base: toCell(base.classified) } },
    ],
  };
}

/** Outcome groups by applicant, one row a kind, 总计 as printed last. */
export function toApplicantTable(report: AnnualReport): FigureTable {
  const rows = APPLICANT_COLUMNS.map((kind): FigureRow => {
    const totals = outcomeTotals(report, kind);
    const counts = totals.groups.map(({ key, figure }) => [key, toCell(figure)]);
    const cells = { kind: kind === "otherOrg" ? "其他组织" : APPLICANT_LABEL[kind], ...Object.fromEntries(counts) };
    return { id: kind, isTotal: kind === "total", cells: { ...cells, sum: toCell(totals.classified) } };
  });
  const groups = Object.entries(OUTCOME_GROUP).map(([key, { label }]) => count(key, label));
  return { columns: [text("kind", "申请人"), ...groups, count("sum", "合计")], rows };
}
