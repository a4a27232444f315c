import { useState } from "react";
import { ExportMenu } from "#charts/export-menu.tsx";
import type { FigureContent } from "#charts/figure-spec.ts";
import { GridChart, gridChartHeight } from "#charts/grid-chart.tsx";
import type { MergedGrid } from "#charts/merged-grid.ts";
import { describeForm } from "#domain/annual-report.ts";
import { type FormTableId, REPORT_FORM } from "#domain/report-form.ts";
import { failuresOf, type RuleResult } from "#domain/rule-result.ts";
import { describeChecks } from "#domain/rule-words.ts";
import { Button } from "#ui/button.tsx";
import styles from "./card-words.module.css";
import { CardWords } from "./card-words.tsx";
import { copyTable } from "./copy-table.ts";
import { EquationList } from "./equation-list.tsx";
import { equationGroups, equationKey, type ReportPick, targetCellOf } from "./equations.ts";
import { FormTable } from "./form-table.tsx";
import { groupSubtotals, nameOfCell, noteWords } from "./form-words.ts";
import type { ReportView } from "./report-view.ts";
import { describeShown, type ShownForm } from "./shown-form.ts";
import { toFormGrid } from "./to-form-grid.ts";

/** What is chosen on the page, and how to choose something else. */
export interface Choice {
  pick: ReportPick;
  /** The text for the address; null lets go. */
  choose: (text: string | null) => void;
}

interface FormCardProps {
  view: ReportView;
  shown: ShownForm;
  table: FormTableId;
  choice: Choice;
  stale: boolean;
}

/** One statutory table: the form, its equations, and the ways out of the page. */
export function FormCard({ view, shown, table, choice, stale }: FormCardProps) {
  const form = REPORT_FORM[view.report.form][table];
  const grid = toFormGrid(form, shown.read);
  const own = equationGroups(table, shown.results).flatMap(({ results }) => results);
  const content = toContent(view, shown, { table, grid, finding: describeChecks(own) });
  return (
    <CardWords
      title={form.title}
      finding={content.finding}
      note={content.note}
      source={content.source}
      marks={content.marks}
      actions={<CardActions content={content} grid={grid} stale={stale} />}
    >
      <CheckedTable view={view} shown={shown} table={table} grid={grid} choice={choice} own={own} />
      <EquationList
        table={table}
        results={shown.results}
        chosen={choice.pick?.kind === "equation" ? equationKey(choice.pick.result) : null}
        onChoose={(result) => choice.choose(isChosen(choice.pick, result) ? null : equationKey(result))}
      />
    </CardWords>
  );
}

function isChosen(pick: ReportPick, result: RuleResult): boolean {
  return pick?.kind === "equation" && equationKey(pick.result) === equationKey(result);
}

interface CheckedTableProps extends Omit<FormCardProps, "stale"> {
  grid: MergedGrid;
  own: readonly RuleResult[];
}

function CheckedTable({ view, shown, table, grid, choice, own }: CheckedTableProps) {
  const { pick } = choice;
  const picked = pick?.kind === "cell" ? pick.id : null;
  const inColumn = (ruleId: string) => own.filter((result) => result.ruleId === ruleId);
  return (
    <FormTable
      grid={grid}
      caption={`${view.subject}：${REPORT_FORM[view.report.form][table].title}`}
      picked={picked}
      lit={new Set(pick?.kind === "equation" ? pick.result.cells : [])}
      marked={
        new Set(failuresOf(own).flatMap((result) => (result.ruleId === "R7" ? [] : (targetCellOf(result) ?? []))))
      }
      onPick={(id) => choice.choose(id === picked ? null : id)}
      nameOf={(id) => nameOfCell(view.report, id)}
      {...(table === "t3"
        ? {
            subtotals: groupSubtotals(shown.report),
            rowChecks: { head: "横向 R3", byRow: new Map(inColumn("R3").map((result) => [result.item, result])) },
            columnChecks: [
              { label: "R1　一 + 二 = 三（七）+ 四", results: inColumn("R1") },
              { label: "R2　各项结果之和 = 三（七）", results: inColumn("R2") },
            ],
          }
        : {})}
    />
  );
}

const TABLE_NAME = { t2: "表二", t3: "表三", t4: "表四" } satisfies Record<FormTableId, string>;

const TABLE_NOTE = {
  t2: "“——”为不适用，“未报”为空白，与 0 不同；涉及二者的等式不判定。",
  t3: "单位：件。R3：每行六类申请人之和＝总计；小计由本页加总，表式不印。涉及空白或“——”的等式不判定。",
  t4: "单位：件。R4：每一块四种结果之和＝总计。",
} satisfies Record<FormTableId, string>;

function toContent(
  view: ReportView,
  shown: ShownForm,
  { table, grid, finding }: { table: FormTableId; grid: MergedGrid; finding: string },
): FigureContent<MergedGrid> {
  const { report, provenance } = view;
  const words = shown.wordsOf(table);
  // Table 二 is not in the ledger, so held against it all its figures are the report's.
  const isReportOnly = table === "t2" && shown.mode === "compare";
  const notes = table === "t2" ? view.notes.map((note) => noteWords(report, note)) : [];
  return {
    chartKey: `annual-report-${table}`,
    title: `${report.bodyName}${report.year}年${TABLE_NAME[table]}　${REPORT_FORM[report.form][table].title.slice(2)}`,
    finding: words.finding + finding,
    caption: `${view.subject} · ${describeShown(shown)}`,
    legend: [],
    note: [TABLE_NOTE[table], words.note, ...notes].filter((part) => part !== "").join(""),
    source: `${isReportOnly ? provenance.source : shown.source} · ${describeForm(report)}`,
    marks: provenance.marks,
    series: grid,
    Chart: GridChart,
    chartHeight: gridChartHeight,
    table: { columns: [], rows: [], grid },
    fileStem: {
      quarters: `${report.year}`,
      subject: `年度报告${TABLE_NAME[table]}${shown.mode === "printed" ? "" : describeShown(shown)}`,
      scope: report.bodyName,
      asOf: shown.asOf,
    },
  };
}

/** 复制表格, 打印 and the export menu of every figure. */
function CardActions({
  content,
  grid,
  stale,
}: {
  content: FigureContent<MergedGrid>;
  grid: MergedGrid;
  stale: boolean;
}) {
  const [message, setMessage] = useState("");
  const copy = async () => {
    if (stale) {
      setMessage("数据更新中，暂不能复制。");
      return;
    }
    const foot = [content.caption, content.note, `来源：${content.source}`, ...content.marks].join(" · ");
    setMessage(await copyTable(grid, { title: content.title, foot }));
  };
  return (
    <>
      <span role="status" className={styles["status"]}>
        {message}
      </span>
      <Button size="small" onClick={() => void copy()} aria-disabled={stale}>
        复制表格
      </Button>
      <Button size="small" onClick={() => window.print()} aria-disabled={stale}>
        打印
      </Button>
      <ExportMenu content={content} stale={stale} />
    </>
  );
}
