import { useMemo, useState } from "react";
import { ExportMenu } from "#charts/export-menu.tsx";
import type { AnnualReport } from "#domain/annual-report.ts";
import type { Provenance } from "#domain/provenance.ts";
import { checkReportText } from "#domain/report-text-check.ts";
import { Button } from "#ui/button.tsx";
import { describeTextCheck, yearWarning } from "./describe-text-check.ts";
import styles from "./text-check.module.css";
import { TextCheckInput } from "./text-check-input.tsx";
import { TextCheckList } from "./text-check-list.tsx";
import { TextCheckReader } from "./text-check-reader.tsx";
import { toTextCheckFigure } from "./to-text-check-figure.ts";

interface TextCheckCardProps {
  report: AnnualReport;
  /** The same body's report of the year before, which 同比 needs. */
  previous: AnnualReport | null;
  provenance: Provenance;
}

/** 文表对照: the report's text, number by number, against its tables. The text never leaves this page. */
export function TextCheckCard({ report, previous, provenance }: TextCheckCardProps) {
  const [draft, setDraft] = useState("");
  const [text, setText] = useState<string | null>(null);
  return (
    <section className={styles["card"]} aria-labelledby="text-check-title">
      {text === null ? (
        <>
          <Head />
          <p className={styles["finding"]}>
            {`把${report.bodyName} ${report.year} 年的报告正文粘贴进来，逐个数字与表二、表三、表四比对。`}
          </p>
          <TextCheckInput draft={draft} onDraft={setDraft} onCheck={setText} />
        </>
      ) : (
        <Result text={text} report={report} previous={previous} provenance={provenance} onEdit={() => setText(null)} />
      )}
    </section>
  );
}

function Head({ children }: { children?: React.ReactNode }) {
  return (
    <div className={styles["head"]}>
      <h2 id="text-check-title">文表对照（R8）</h2>
      {children}
    </div>
  );
}

interface ResultProps extends TextCheckCardProps {
  text: string;
  onEdit: () => void;
}

function Result({ text, report, previous, provenance, onEdit }: ResultProps) {
  const check = useMemo(() => checkReportText(text, report, previous), [text, report, previous]);
  const figure = useMemo(() => toTextCheckFigure(check, report, provenance), [check, report, provenance]);
  const warning = yearWarning(text, report);
  return (
    <>
      <Head>
        <div className={styles["controls"]}>
          <Button size="small" onClick={onEdit}>
            修改正文
          </Button>
          <ExportMenu content={figure} stale={false} />
        </div>
      </Head>
      <p className={styles["finding"]} role="status">
        {describeTextCheck(check)}
      </p>
      {warning === "" ? null : <p className={styles["warning"]}>{warning}</p>}
      <div className={styles["columns"]}>
        <TextCheckReader text={text} check={check} />
        <TextCheckList check={check} />
      </div>
      <p className={styles["note"]}>
        {figure.note}
        <br />
        {`来源：${[figure.source, ...figure.marks].join(" · ")}`}
      </p>
    </>
  );
}
