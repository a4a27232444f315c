import { Link } from "react-router";
import { isEscalation, isFromCase } from "#domain/escalation.ts";
import { FINDING_STATUS_LABEL, type Finding } from "#domain/finding.ts";
import { formatPoints } from "#domain/points.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { ScoreExplanation } from "#domain/score-explanation.ts";
import { CAP_LEVEL_LABEL, describeSteps, exact } from "#domain/scoring-words.ts";
import { Button } from "#ui/button.tsx";
import styles from "./finding-list.module.css";
import { findingOfStep } from "./finding-step.ts";

interface FindingListProps {
  explanation: ScoreExplanation;
  findings: readonly Finding[];
  /** Of the unit and quarter, shown or not. */
  total: number;
  step: string | null;
  showAll: () => void;
  openFinding: (id: string) => void;
}

/** The ledger lines behind a score, or behind one step of it. */
export function FindingList({ explanation, findings, total, step, showAll, openFinding }: FindingListProps) {
  if (total === 0) return <p>本季度没有扣分记录。</p>;
  const { scheme, score, range } = explanation;
  const label = describeSteps(scheme, score, range?.upheld ?? null).find((line) => line.key === step)?.label;
  return (
    <section className={styles["list"]} aria-label="扣分明细">
      {step === null ? null : (
        <p className={styles["narrowed"]}>
          <span>
            只看{findingOfStep(step) === null ? `“${label ?? step}”` : "这一条"}：{findings.length} / {total} 条
          </span>
          <Button size="small" onClick={showAll}>
            显示全部 {total} 条
          </Button>
        </p>
      )}
      <FindingTable explanation={explanation} findings={findings} openFinding={openFinding} />
    </section>
  );
}

type FindingTableProps = Pick<FindingListProps, "explanation" | "findings" | "openFinding">;

function FindingTable({ explanation, findings, openFinding }: FindingTableProps) {
  const { scheme, score } = explanation;
  const capped = new Map(
    score.indicators.filter((entry) => entry.capped).map((entry) => [entry.indicatorId, entry.caps]),
  );
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
          <FindingRow
            key={finding.id}
            finding={finding}
            scheme={scheme}
            open={openFinding}
            caps={capped.get(finding.indicatorId)?.map((level) => CAP_LEVEL_LABEL[level]) ?? []}
          />
        ))}
      </tbody>
    </table>
  );
}

interface FindingRowProps {
  finding: Finding;
  scheme: Scheme;
  caps: readonly string[];
  open: (id: string) => void;
}

function FindingRow({ finding, scheme, caps, open }: FindingRowProps) {
  const indicator = scheme.indicators.find((entry) => entry.id === finding.indicatorId);
  return (
    <tr>
      <td className={styles["date"]}>{finding.occurredOn}</td>
      <td>
        {indicator?.name ?? finding.indicatorId}
        {caps.length > 0 ? `（${caps.join("、")}）` : ""}
        <small className={styles["clause"]}>{indicator?.clause}</small>
      </td>
      <td>
        {finding.problem}
        <Cause finding={finding} />
        <Evidence url={finding.evidenceUrl} />
      </td>
      <td className={styles["number"]}>{finding.count}</td>
      <td className={styles["number"]}>{costOf(finding, indicator?.effect)}</td>
      <td className={styles["date"]}>
        <StatusButton finding={finding} open={open} />
      </td>
    </tr>
  );
}

/** What a further deduction follows from: another line, or a case of error rectification. */
function Cause({ finding }: { finding: Finding }) {
  if (finding.parentId === null) return null;
  return (
    <small className={styles["clause"]}>
      加重扣分，起因于{" "}
      {isFromCase(finding) ? (
        <Link to={`/rectifications?case=${encodeURIComponent(finding.parentId)}`}>整改件 {finding.parentId}</Link>
      ) : (
        finding.parentId
      )}
    </small>
  );
}

/** Leads to the log. A computed line has none of its own: it follows the line that caused it. */
function StatusButton({ finding, open }: { finding: Finding; open: (id: string) => void }) {
  const status = FINDING_STATUS_LABEL[finding.status];
  if (isFromCase(finding)) return status;
  const id = isEscalation(finding) ? (finding.parentId ?? finding.id) : finding.id;
  return (
    <Button
      look="quiet"
      size="small"
      aria-label={`${finding.problem}：${status}，查看办理记录`}
      onClick={() => open(id)}
    >
      {status}
    </Button>
  );
}

/** Addresses come from imported ledgers: only web addresses become links. */
function Evidence({ url }: { url: string | null }) {
  if (url === null) return null;
  if (!/^https?:\/\//i.test(url)) return <small className={styles["clause"]}>佐证：{url}</small>;
  return (
    <a className={styles["evidence"]} href={url} target="_blank" rel="noreferrer">
      佐证
    </a>
  );
}

function costOf(finding: Finding, effect: Scheme["indicators"][number]["effect"] | undefined): string {
  if (effect === "veto") return "否决";
  const points = finding.points % 1000 === 0 ? formatPoints(finding.points) : exact(finding.points);
  return effect === "bonus" ? `+${points}` : `−${points}`;
}
