import { useCallback, useMemo } from "react";
import { type Filters, REPORT_VIEW_LABEL, type ReportViewName, reportViewSchema } from "#domain/filters.ts";
import type { FormTableId } from "#domain/report-form.ts";
import { filterSearch } from "#filters/filter-search.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { useSteadyChange } from "#filters/use-steady-change.ts";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { Segmented } from "#ui/segmented.tsx";
import styles from "./annual-report-page.module.css";
import { ChainCard } from "./chain-card.tsx";
import { ChainsFigure } from "./chains-figure.tsx";
import { readPick } from "./equations.ts";
import { type Choice, FormCard } from "./form-card.tsx";
import { NoteCard } from "./note-card.tsx";
import { PickPanel } from "./pick-panel.tsx";
import { PlausibilityPanel } from "./plausibility-panel.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import { ReportConclusion } from "./report-conclusion.tsx";
import { ReportFilterBar } from "./report-filter-bar.tsx";
import { ReportGate, type ReportPicks } from "./report-gate.tsx";
import type { ReportView } from "./report-view.ts";
import { RollUpCard } from "./roll-up-card.tsx";
import { ShownGate } from "./shown-gate.tsx";
import { TextCheckPanel } from "./text-check-panel.tsx";
import { VerdictFigure } from "./verdict-figure.tsx";

const TABLES: readonly { id: FormTableId; label: string; height: number }[] = [
  { id: "t2", label: "表二", height: 420 },
  { id: "t3", label: "表三", height: 1180 },
  { id: "t4", label: "表四", height: 360 },
];

/** The statutory tables of one body and year, and whether they reconcile. */
export function AnnualReportPage() {
  const control = useFilters();
  const { body, year, reportForm, reportView, pick, sort } = control.filters;
  const {
    filters: picks,
    busy,
    stale,
  } = useDeferredFilters(useMemo((): ReportPicks => ({ body, year, reportForm }), [body, year, reportForm]));
  const { changeFilters } = control;
  const choose = useCallback((text: string | null) => changeFilters({ pick: text }), [changeFilters]);
  const choiceIn = ({ report }: ReportView, { results }: Pick<ReportView, "results">): Choice => ({
    pick: readPick(pick, report, results),
    choose,
  });
  const others = { sort, stale, onOpen: useOpenBody(changeFilters), linkTo: useLinkTo(control.filters) };
  const bar = (
    <Panel bare minHeight={48} label="筛选">
      <ReportFilterBar control={control} />
    </Panel>
  );
  return (
    <Page bar={bar} busy={busy}>
      <Panel bare stale={stale} minHeight={102} label="结论">
        <ReportGate picks={picks}>{(view) => <ReportConclusion view={view} />}</ReportGate>
      </Panel>
      <div className={styles["main"]}>
        <ViewSwitch view={reportView} onChange={(name) => changeFilters({ reportView: name })} />
        {TABLES.map(({ id, label, height }) => (
          <Panel key={id} stale={stale} minHeight={height} label={label}>
            <ReportGate picks={picks}>
              {(view) => (
                <ShownGate view={view} mode={reportView}>
                  {(shown) => (
                    <FormCard view={view} shown={shown} table={id} choice={choiceIn(view, shown)} stale={stale} />
                  )}
                </ShownGate>
              )}
            </ReportGate>
          </Panel>
        ))}
      </div>
      <div className={styles["side"]}>
        <Panel stale={stale} minHeight={320} label="跨年结转链">
          <ReportGate picks={picks}>{(view) => <ChainCard view={view} />}</ReportGate>
        </Panel>
        <div className={styles["pick"]}>
          <Panel stale={stale} minHeight={120} label="选中项">
            <ReportGate picks={picks}>
              {(view) => (
                <ShownGate view={view} mode={reportView}>
                  {(shown) => (
                    <>
                      <PickPanel view={view} shown={shown} choice={choiceIn(view, shown)} />
                      <PrintSheet view={view} shown={shown} />
                    </>
                  )}
                </ShownGate>
              )}
            </ReportGate>
          </Panel>
        </div>
      </div>
      <Panel span={6} stale={stale} minHeight={160} label="须附说明的差异">
        <ReportGate picks={picks}>{(view) => <NoteCard view={view} />}</ReportGate>
      </Panel>
      <Panel span={6} stale={stale} minHeight={160} label="区级汇总">
        <ReportGate picks={picks}>{(view) => <RollUpCard view={view} choice={choiceIn(view, view)} />}</ReportGate>
      </Panel>
      <Panel span={8} stale={stale} minHeight={400} label="文表对照">
        <ReportGate picks={picks}>{(view) => <TextCheckPanel view={view} />}</ReportGate>
      </Panel>
      <Panel span={4} stale={stale} minHeight={200} label="合理性提示">
        <ReportGate picks={picks}>{(view) => <PlausibilityPanel view={view} />}</ReportGate>
      </Panel>
      <Panel stale={stale} minHeight={900} label="各机关勾稽关系">
        <ReportGate picks={picks}>
          {(view) => <VerdictFigure {...others} view={view} onSort={(order) => changeFilters({ sort: order })} />}
        </ReportGate>
      </Panel>
      <Panel stale={stale} minHeight={900} label="各机关跨年结转链">
        <ReportGate picks={picks}>{(view) => <ChainsFigure {...others} view={view} />}</ReportGate>
      </Panel>
    </Page>
  );
}

/** Another body's form in place of the one shown, from the top. */
function useOpenBody(change: (patch: Partial<Filters>) => void) {
  const steady = useSteadyChange(change);
  return useCallback(
    (body: string) => {
      steady({ body, pick: null });
      window.scrollTo({ top: 0 });
    },
    [steady],
  );
}

/** The same as an address that can be opened elsewhere, with the view and the order of this page. */
function useLinkTo({ reportView, sort }: Filters) {
  return useCallback(
    (body: string, year: number) => filterSearch({ reportView, sort, body, year }),
    [reportView, sort],
  );
}

const VIEWS = reportViewSchema.options.map((value) => ({ value, label: REPORT_VIEW_LABEL[value] }));

function ViewSwitch({ view, onChange }: { view: ReportViewName; onChange: (view: ReportViewName) => void }) {
  return (
    <div className={styles["views"]}>
      <Segmented label="视图" choices={VIEWS} value={view} onChange={onChange} />
      <span>报表＝导入的年度报告；台账计算＝由依申请公开台账算出；对照＝逐格相减。</span>
    </div>
  );
}
