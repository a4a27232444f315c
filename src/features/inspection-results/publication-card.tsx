import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { endpointQuery } from "#api/endpoint-query.ts";
import { publicationContract } from "#api/publication-contract.ts";
import type { Inspection } from "#domain/inspection.ts";
import type { Publication } from "#domain/publication.ts";
import { describeQuarter, type Quarter } from "#domain/quarter.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { Button } from "#ui/button.tsx";
import { Mark } from "#ui/mark.tsx";
import styles from "./publication-card.module.css";
import { PublicationDialog } from "./publication-dialog.tsx";
import type { ViewProps } from "./use-inspection-view.ts";

/** 发布状态: whether each chosen quarter is frozen, since when, and whether the ledger has moved on. */
export function PublicationCard({ register, filters }: ViewProps) {
  const { quarters } = filters;
  const { data } = useSuspenseQuery(endpointQuery(publicationContract.publications, { quarter: quarters }));
  const [asked, setAsked] = useState<Quarter | null>(null);
  const [done, setDone] = useState("");
  return (
    <section className={styles["card"]} aria-label="发布状态">
      <h2 className={styles["title"]}>发布状态</h2>
      <ul className={styles["list"]}>
        {quarters.map((quarter) => (
          <QuarterState
            key={quarter}
            quarter={quarter}
            inspection={register.inspections.find((entry) => entry.quarter === quarter)}
            revisions={data.filter((entry) => entry.quarter === quarter)}
            onAsk={() => {
              setDone("");
              setAsked(quarter);
            }}
          />
        ))}
      </ul>
      <p role="status" className={styles["done"]}>
        {done}
      </p>
      {asked === null ? null : (
        <PublicationDialog
          register={register}
          quarter={asked}
          onClose={() => setAsked(null)}
          onDone={(sentence) => {
            setAsked(null);
            setDone(sentence);
          }}
        />
      )}
    </section>
  );
}

interface QuarterStateProps {
  quarter: Quarter;
  inspection: Inspection | undefined;
  revisions: readonly Publication[];
  onAsk: () => void;
}

function QuarterState({ quarter, inspection, revisions, onAsk }: QuarterStateProps) {
  const current = revisions[revisions.length - 1];
  const name = describeQuarter(quarter);
  if (current === undefined)
    return (
      <li className={styles["row"]}>
        <strong>{name}</strong>
        <Mark word="草稿" explanation="尚未发布，数字可能变动" />
        <span>
          {inspection?.status === "published" ? "台账记为已发布，但还没有锁定" : "尚未发布"}
          ：数字随台账变动，图表和文件都标草稿。
        </span>
        <Button size="small" look="strong" onClick={onAsk}>
          发布{name}
        </Button>
      </li>
    );
  return (
    <li className={styles["row"]}>
      <strong>{name}</strong>
      <span>
        已发布，第 {current.revision} 版 · {formatShanghai(current.publishedAt)} · {current.by} · 锁定 {current.units}{" "}
        家{current.reason === null ? "" : ` · 更正理由：${current.reason}`}
      </span>
      {current.differs ? (
        <>
          <span className={styles["differs"]}>台账或规则已有改动，不计入已发布数字。</span>
          <Button size="small" onClick={onAsk}>
            发布更正
          </Button>
        </>
      ) : (
        <span className={styles["same"]}>台账与已发布的一致。</span>
      )}
      {revisions.length > 1 ? <EarlierRevisions revisions={revisions.slice(0, -1)} /> : null}
    </li>
  );
}

function EarlierRevisions({ revisions }: { revisions: readonly Publication[] }) {
  return (
    <details className={styles["earlier"]}>
      <summary>以前的版本 {revisions.length} 个</summary>
      <ol>
        {revisions.map((entry) => (
          <li key={entry.revision} value={entry.revision}>
            {formatShanghai(entry.publishedAt)} · {entry.by}
            {entry.reason === null ? " · 首次发布" : ` · ${entry.reason}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
