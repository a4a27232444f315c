import { describeForm } from "#domain/annual-report.ts";
import { failuresOf } from "#domain/rule-result.ts";
import { describeChecks } from "#domain/rule-words.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { CardWords } from "./card-words.tsx";
import { CarryOverTable } from "./carry-over-table.tsx";
import { describeChain } from "./describe-chain.ts";
import { EquationList } from "./equation-list.tsx";
import type { ReportView } from "./report-view.ts";
import { StatutoryTable } from "./statutory-table.tsx";
import { targetCellOf, toEquations, toStatutoryTable } from "./to-statutory-table.ts";

/** Table 三 with every equation that holds or fails. */
export function StatutoryCard({ view }: { view: ReportView }) {
  const table = toStatutoryTable(view.report, view.results);
  if (table === null) return <EmptyState sentence="这一年的格式没有表三。" />;
  const targets = failuresOf(view.results).flatMap((result) => targetCellOf(result) ?? []);
  return (
    <CardWords
      title="表三　收到和处理政府信息公开申请情况"
      finding={describeChecks(view.results)}
      note="（三）至（六）各类小计由本页加总，表式不印。R3：每行六类申请人之和＝总计。涉及空白或“——”的等式不判定。"
      source={`${view.provenance.source} · ${describeForm(view.report)}`}
      marks={view.provenance.marks}
    >
      <StatutoryTable table={table} subject={view.subject} marked={new Set(targets)} />
      <EquationList results={toEquations(view.results)} />
    </CardWords>
  );
}

/** 结转下年度 of one year is 上年结转 of the next. */
export function CarryOverCard({ view }: { view: ReportView }) {
  return (
    <CardWords
      title="跨年结转链（R5）"
      finding={describeChain(view.chain)}
      note="单位：件。R5：上年结转＝上一年“结转下年度继续办理”；缺上一年报告时不判定。"
      source={view.provenance.source}
      marks={view.provenance.marks}
    >
      <CarryOverTable chain={view.chain} subject={view.report.bodyName} />
    </CardWords>
  );
}
