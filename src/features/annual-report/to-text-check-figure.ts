import type { FigureContent, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import { MarkListChart } from "#charts/mark-list-chart.tsx";
import { markListChartHeight } from "#charts/mark-list-layout.ts";
import type { MarkListRow, MarkListSeries, MarkLook } from "#charts/mark-list-series.ts";
import type { AnnualReport } from "#domain/annual-report.ts";
import type { Provenance } from "#domain/provenance.ts";
import type { TextCheck, TextFinding } from "#domain/report-text-check.ts";
import type { TextSum } from "#domain/report-text-sums.ts";
import { cellLabel } from "#domain/report-text-value.ts";
import { TEXT_VERDICT_LABEL, type TextVerdict } from "#domain/report-text-verdict.ts";
import { countVerdicts, describeTextCheck, inOrder, sumWord } from "./describe-text-check.ts";

/** Shape of each verdict; the colour goes with the shape. */
export const VERDICT_LOOK = {
  differing: "square",
  ambiguous: "diamond",
  agreed: "circle",
  notAssessable: "triangle",
  unrelated: "ring",
} as const satisfies Record<TextVerdict, MarkLook>;

/** The comparison as it leaves the page: the list as a picture, every number as a table. */
export function toTextCheckFigure(
  check: TextCheck,
  report: AnnualReport,
  provenance: Provenance,
): FigureContent<MarkListSeries> {
  const counts = countVerdicts(check.findings);
  const named = inOrder(check.findings).filter((finding) => finding.verdict !== "unrelated");
  return {
    chartKey: "text-check",
    title: "年度报告文表对照（R8）",
    finding: describeTextCheck(check),
    caption: `${report.bodyName} · ${report.year} 年`,
    legend: [],
    note: `两可：只按字面以外的口径相符，须写明口径。与表无关的 ${counts.unrelated} 个数字只列在数据表中。`,
    source: `${provenance.source} · 正文由用户粘贴或打开，未上传、未保存`,
    marks: provenance.marks,
    series: { rows: [...check.sums.map(sumRow), ...named.map(findingRow)] },
    Chart: MarkListChart,
    chartHeight: markListChartHeight,
    table: toTable(check),
    fileStem: {
      quarters: String(report.year),
      subject: "年度报告文表对照",
      scope: report.bodyName,
      asOf: provenance.asOf,
    },
  };
}

function findingRow({ number, verdict, phrase, message }: TextFinding): MarkListRow {
  const look = VERDICT_LOOK[verdict];
  return { id: `n${number.offset}`, look, word: TEXT_VERDICT_LABEL[verdict], head: phrase, text: message };
}

function sumRow(sum: TextSum): MarkListRow {
  const look = VERDICT_LOOK[sum.verdict];
  return { id: `s${sum.total.offset}`, look, word: sumWord(sum), head: "正文自列合计", text: sum.message };
}

function toTable(check: TextCheck): FigureTable {
  const text = (key: string, head: string) => ({ key, head, align: "left", kind: "text" }) as const;
  const number = (key: string, head: string) => ({ key, head, align: "right", kind: "number", decimals: 2 }) as const;
  return {
    columns: [
      text("verdict", "结论"),
      text("phrase", "正文"),
      { key: "place", head: "位置（第几字）", align: "right", kind: "number" },
      number("written", "正文数"),
      number("printed", "表内数"),
      number("difference", "差"),
      text("reading", "口径"),
      text("cells", "表内单元格"),
      text("message", "说明"),
    ],
    rows: [...inOrder(check.findings).map(tableRow), ...check.sums.map(sumTableRow)],
  };
}

function tableRow(finding: TextFinding): FigureRow {
  const { number, verdict, phrase, written, difference, readings, cells, message } = finding;
  const reading = readings[0];
  return {
    id: `n${number.offset}`,
    cells: {
      verdict: TEXT_VERDICT_LABEL[verdict],
      phrase,
      place: number.offset + 1,
      written,
      printed: reading?.value ?? null,
      difference: verdict === "unrelated" ? null : difference,
      reading: reading?.name ?? null,
      cells: cells.length === 0 ? null : cells.map(cellLabel).join("；"),
      message,
    },
  };
}

function sumTableRow(sum: TextSum): FigureRow {
  return {
    id: `s${sum.total.offset}`,
    cells: {
      verdict: sumWord(sum),
      phrase: `正文自列合计 ${sum.total.raw}`,
      place: sum.total.offset + 1,
      written: sum.total.value,
      printed: null,
      difference: sum.difference,
      reading: "分项之和",
      cells: null,
      message: sum.message,
    },
  };
}
