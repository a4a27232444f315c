import { useSuspenseQueries } from "@tanstack/react-query";
import { contract } from "#api/contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { FINDING_STATUS_LABEL, type Finding } from "#domain/finding.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { UnitScore } from "#domain/scoring.ts";
import type { Unit } from "#domain/unit.ts";
import { describeSteps, exact } from "./describe-steps.ts";
import styles from "./score-explanation.module.css";

interface ScoreExplanationProps {
  unit: Unit;
  result: QuarterResult;
  score: UnitScore;
}

/** The lines that made a score: the computation step by step, then every finding with its clause and evidence. */
export function ScoreExplanation({ unit, result, score }: ScoreExplanationProps) {
  const [findings] = useSuspenseQueries({
    queries: [endpointQuery(contract.findings, { quarter: [result.quarter], unit: [unit.id], limit: 500 })],
  });
  return (
    <>
      <StepTable scheme={result.scheme} score={score} />
      <FindingTable scheme={result.scheme} score={score} findings={findings.data.rows} />
    </>
  );
}

function StepTable({ scheme, score }: { scheme: Scheme; score: UnitScore }) {
  const lines = describeSteps(scheme, score);
  if (lines.length === 0) return <p>本季度未检查{score.missedReason ? `：${score.missedReason}` : ""}，没有得分。</p>;
  return (
    <table className={styles["table"]}>
      <caption className={styles["caption"]}>得分怎么来的</caption>
      <thead>
        <tr>
          <th scope="col">步骤</th>
          <th scope="col">说明</th>
          <th scope="col" className={styles["number"]}>
            增减（分）
          </th>
          <th scope="col" className={styles["number"]}>
            余（分）
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.label}</th>
            <td>{line.remark}</td>
            <td className={styles["number"]}>{line.deltaText}</td>
            <td className={styles["number"]}>{line.runningText}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FindingTableProps {
  scheme: Scheme;
  score: UnitScore;
  findings: readonly Finding[];
}

function FindingTable({ scheme, score, findings }: FindingTableProps) {
  if (findings.length === 0) return <p>本季度没有扣分记录。</p>;
  const capped = new Set(score.indicators.filter((entry) => entry.capped).map((entry) => entry.indicatorId));
  return (
    <table className={styles["table"]}>
      <caption className={styles["caption"]}>扣分明细 {findings.length} 条</caption>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">指标与条款</th>
          <th scope="col">问题</th>
          <th scope="col" className={styles["number"]}>
            处数
          </th>
          <th scope="col" className={styles["number"]}>
            扣分
          </th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} scheme={scheme} capped={capped.has(finding.indicatorId)} />
        ))}
      </tbody>
    </table>
  );
}

function FindingRow({ finding, scheme, capped }: { finding: Finding; scheme: Scheme; capped: boolean }) {
  const indicator = scheme.indicators.find((entry) => entry.id === finding.indicatorId);
  return (
    <tr>
      <td className={styles["date"]}>{finding.occurredOn}</td>
      <td>
        {indicator?.name ?? finding.indicatorId}
        {capped ? "（本项扣满）" : ""}
        <small className={styles["clause"]}>{indicator?.clause}</small>
      </td>
      <td>
        {finding.problem}
        {finding.parentId ? <small className={styles["clause"]}>加重扣分，起因于 {finding.parentId}</small> : null}
        {finding.evidenceUrl ? (
          <a className={styles["evidence"]} href={finding.evidenceUrl} target="_blank" rel="noreferrer">
            佐证
          </a>
        ) : null}
      </td>
      <td className={styles["number"]}>{finding.count}</td>
      <td className={styles["number"]}>{costOf(finding, indicator?.effect)}</td>
      <td className={styles["date"]}>{FINDING_STATUS_LABEL[finding.status]}</td>
    </tr>
  );
}

function costOf(finding: Finding, effect: Scheme["indicators"][number]["effect"] | undefined): string {
  if (effect === "veto") return "否决";
  return effect === "bonus" ? `+${exact(finding.points)}` : `−${exact(finding.points)}`;
}
