import type { FigureContent, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import { MarkListChart } from "#charts/mark-list-chart.tsx";
import { markListChartHeight } from "#charts/mark-list-layout.ts";
import type { MarkListRow, MarkListSeries, MarkLook } from "#charts/mark-list-series.ts";
import type { AnnualReport } from "#domain/annual-report.ts";
import type { Provenance } from "#domain/provenance.ts";
import type { TextCheck, TextFinding } from "#domain/report-text-check.ts";
import type { TextSum } from "#domain/report-text-sums.ts";
import { cellLabel } from "#domain/report-text-value.ts";
import { roundTo, TEXT_VERDICT_LABEL, type TextVerdict } from "#domain/report-text-verdict.ts";
import { type CheckLine, countVerdicts, describeTextCheck, toLines } from "./describe-text-check.ts";

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
  const lines = toLines(check);
  return {
    chartKey: "text-check",
    title: "年度报告文表对照（R8）",
    finding: describeTextCheck(check),
    caption: `${report.bodyName} · ${report.year} 年`,
    legend: [],
    note: `两可：只按字面以外的口径相符，须写明口径。与表无关的 ${counts.unrelated} 个数字只列在数据表中。`,
    source: `${provenance.source} · 正文由用户粘贴或打开，未上传、未保存`,
    marks: provenance.marks,
    series: { rows: lines.map(listRow) },
    Chart: MarkListChart,
    chartHeight: markListChartHeight,
    table: toTable(check, lines),
    fileStem: {
      quarters: String(report.year),
      subject: "年度报告文表对照",
      scope: report.bodyName,
      asOf: provenance.asOf,
    },
  };
}

function listRow(line: CheckLine): MarkListRow {
  const { verdict, message } = line.kind === "sum" ? line.sum : line.finding;
  const head = line.kind === "sum" ? `正文自列合计 ${line.sum.total.raw}` : line.finding.phrase;
  return { id: idOf(line), look: VERDICT_LOOK[verdict], word: TEXT_VERDICT_LABEL[verdict], head, text: message };
}

function idOf(line: CheckLine): string {
  return line.kind === "sum" ? `s${line.sum.total.offset}` : `n${line.finding.number.offset}`;
}

function toTable(check: TextCheck, lines: readonly CheckLine[]): FigureTable {
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
    rows: [
      ...lines.map((line) => (line.kind === "sum" ? sumTableRow(line.sum) : tableRow(line.finding))),
      ...check.findings.filter((finding) => finding.verdict === "unrelated").map(tableRow),
    ],
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
      printed: reading?.value === undefined || reading.value === null ? null : roundTo(reading.value, 6),
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
      verdict: TEXT_VERDICT_LABEL[sum.verdict],
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
