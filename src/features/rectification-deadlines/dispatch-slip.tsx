import { createPortal } from "react-dom";
import { serverNow } from "#api/call-endpoint.ts";
import { describeLimit, ERROR_SEVERITY_LABEL, ERROR_SOURCE_LABEL, ERROR_TYPE_LABEL } from "#domain/rectification.ts";
import type { ExplanationStep } from "#domain/rectification-explanation.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import styles from "./dispatch-slip.module.css";
import type { CaseDetail } from "./use-rectification-view.ts";

interface DispatchSlipProps {
  detail: CaseDetail;
  unitName: string;
  steps: readonly ExplanationStep[];
  isDemo: boolean;
}

/**
 * 交办单: one case on A4, black on white. It stands outside the page, unseen, and is all that prints while a case is
 * open.
 */
export function DispatchSlip({ detail, unitName, steps, isDemo }: DispatchSlipProps) {
  const { progress } = detail;
  const limit = progress.terms?.limits[progress.severity];
  const rows: [string, string][] = [
    ["责任单位", unitName],
    ["错误级别", ERROR_SEVERITY_LABEL[progress.severity]],
    ["错误类型", ERROR_TYPE_LABEL[detail.errorType]],
    ["发现来源", `${ERROR_SOURCE_LABEL[detail.source]}，${formatShanghai(detail.foundAt)} 发现`],
    ["错敏字", detail.wrongText],
    ["建议修改", detail.suggestedText ?? "——"],
    ["所在片段", detail.excerpt ?? "——"],
    ["网址", detail.url ?? "——"],
    ["交办时间", progress.dispatchedAt === null ? "尚未交办" : formatShanghai(progress.dispatchedAt)],
    ["整改时限", limit === undefined ? "——" : describeLimit(limit)],
    ["到期时间", progress.dueAt === null ? "——" : formatShanghai(progress.dueAt)],
  ];
  return createPortal(
    <article className={styles["slip"]} aria-hidden="true">
      <h1 className={styles["title"]}>政府网站错敏信息整改交办单</h1>
      <p className={styles["number"]}>
        编号：{detail.id}
        {isDemo ? <span className={styles["demo"]}>演示数据，不得用于交办</span> : null}
      </p>
      <table className={styles["table"]}>
        <tbody>
          {rows.map(([head, text]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td className={head === "到期时间" ? styles["due"] : undefined}>{text}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">时限怎么算的</th>
            <td>
              <ol className={styles["steps"]}>
                {steps.map((step) => (
                  <li key={`${step.kind} ${step.text}`}>{step.text}</li>
                ))}
              </ol>
            </td>
          </tr>
          <tr>
            <th scope="row">整改情况</th>
            <td className={styles["blank"]}>
              <p className={styles["sign"]}>责任单位（盖章）　　　　　　　年　　月　　日　　时　　分</p>
            </td>
          </tr>
          <tr>
            <th scope="row">复核结果</th>
            <td className={styles["blank"]}>
              <p>□ 通过　　□ 不通过，原因：</p>
              <p className={styles["sign"]}>复核方（盖章）　　　　　　　年　　月　　日　　时　　分</p>
            </td>
          </tr>
        </tbody>
      </table>
      <p className={styles["foot"]}>
        请在到期时间前完成整改并报告；报告整改完成不等于办结，复核通过才办结。打印时间：
        {formatShanghai(serverNow().toISOString())}
      </p>
    </article>,
    document.body,
  );
}
