import { CardWords } from "./card-words.tsx";
import styles from "./chain-card.module.css";
import type { ReportView } from "./report-view.ts";
import { describeChain, toChain } from "./to-chain.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** 结转下年度 of one year is 上年结转 of the next, in each of the seven applicant columns. */
export function ChainCard({ view }: { view: ReportView }) {
  const chain = toChain(view.reports);
  const years = chain[0]?.links.map(({ year }) => year) ?? [];
  return (
    <CardWords
      title="跨年结转链（R5）"
      finding={describeChain(chain)}
      note="单位：件。每两年一组：上一年“结转下年度继续办理”→ 本年“上年结转”；有说明的断链仍列出。"
      source={view.provenance.source}
      marks={view.provenance.marks}
    >
      {years.length === 0 ? null : (
        <div className={styles["scroll"]}>
          <table className={styles["table"]}>
            <caption className="visually-hidden">{`${view.report.bodyName}：跨年结转链（单位：件）`}</caption>
            <thead>
              <tr>
                <th scope="col">申请人</th>
                {years.map((year) => (
                  <ChainHead key={year} year={year} />
                ))}
              </tr>
            </thead>
            <tbody>
              {chain.map((row) => (
                <tr key={row.column} data-total={row.column === "total" || undefined}>
                  <th scope="row">{row.label}</th>
                  {row.links.map((link) => (
                    <td key={link.year}>
                      {link.left.text} → {link.taken.text} <VerdictMark result={link.result} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </CardWords>
  );
}

function ChainHead({ year }: { year: number }) {
  return (
    <th scope="col">
      {year - 1}→{year}
    </th>
  );
}
