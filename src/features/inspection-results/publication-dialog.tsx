import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { newClientKey } from "#api/client-key.ts";
import type { ReplyOf } from "#api/endpoint.ts";
import { useEndpointMutation } from "#api/endpoint-mutation.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import { publicationContract, publicationWrites } from "#api/publication-contract.ts";
import { type Register, useQuarterResults } from "#api/quarter-results.ts";
import { registerContract } from "#api/register-contract.ts";
import { describeQuarter, type Quarter } from "#domain/quarter.ts";
import type { QuarterResult } from "#domain/quarter-result.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Panel } from "#ui/panel.tsx";
import { CorrectionFigure } from "./correction-figure.tsx";
import styles from "./publication-card.module.css";
import { correctedUnits, describeCorrection, describeLock, scorePreview } from "./publication-consequences.ts";

interface PublicationDialogProps {
  register: Register;
  quarter: Quarter;
  onClose: () => void;
  onDone: (sentence: string) => void;
}

/** Asks with the consequences in numbers before anything is frozen. */
export function PublicationDialog(props: PublicationDialogProps) {
  return (
    <Dialog title={`发布${describeQuarter(props.quarter)}`} onClose={props.onClose}>
      <Panel bare minHeight={320} label="发布内容">
        <PublicationSheet {...props} />
      </Panel>
    </Dialog>
  );
}

type Preview = NonNullable<ReplyOf<typeof publicationContract.publicationPreview>>;

function PublicationSheet(props: PublicationDialogProps) {
  // Always asked anew: what is looked at here is what will be frozen.
  const { data: preview } = useSuspenseQuery({
    ...endpointQuery(publicationContract.publicationPreview, { quarter: props.quarter }),
    staleTime: 0,
    gcTime: 0,
  });
  const result = useMemo(() => (preview === null ? null : scorePreview(preview.content)), [preview]);
  if (preview === null || result === null) return <EmptyState named={false} sentence="该季度没有可以发布的检查。" />;
  return (
    <div className={styles["sheet"]}>
      <p className={styles["sentence"]}>{describeLock(result)}。</p>
      <p>
        锁定后，台账导入、规则修改、扣分免除等改动都不再影响已发布的数字、图表和文件；需要改时只能发布更正，并写明理由。
      </p>
      {preview.revision > 0 ? <Correction {...props} after={result} /> : null}
      <PublicationForm {...props} preview={preview} />
    </div>
  );
}

function Correction({ register, quarter, after }: PublicationDialogProps & { after: QuarterResult }) {
  const [before] = useQuarterResults(register, [quarter]);
  if (before === undefined) return null;
  const units = correctedUnits(before, after);
  return (
    <>
      <p className={styles["sentence"]}>{describeCorrection(units)}。</p>
      {units.length === 0 ? null : <CorrectionFigure register={register} units={units} before={before} after={after} />}
    </>
  );
}

/** Every read that stands on what is published. */
const STALE = [
  publicationContract.publications,
  publicationContract.publicationPreview,
  registerContract.inspections,
  registerContract.schemes,
  findingContract.coverage,
  findingContract.deductionTotals,
  findingContract.findings,
];

function PublicationForm({ quarter, preview, onClose, onDone }: PublicationDialogProps & { preview: Preview }) {
  const publish = useEndpointMutation(publicationWrites.publish, STALE);
  // The same for every try of this form, so that a lost reply publishes nothing twice.
  const [key] = useState(newClientKey);
  const isCorrection = preview.revision > 0;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const body = {
      key,
      quarter,
      digest: preview.digest,
      units: preview.content.units.length,
      by: text("by"),
      reason: isCorrection ? text("reason") : null,
    };
    publish.mutate(
      { query: {}, body },
      {
        onSuccess: ({ revision, units }) =>
          onDone(`已发布：${describeQuarter(quarter)}第 ${revision} 版，锁定 ${units} 家。`),
      },
    );
  };
  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={isCorrection ? "发布更正" : "发布"}>
      <label className={styles["field"]}>
        <span>发布单位</span>
        <input name="by" required maxLength={60} defaultValue="区政府办公室" />
      </label>
      {isCorrection ? (
        <label className={styles["field"]}>
          <span>更正理由（必填，随版本保存）</span>
          <textarea name="reason" required rows={3} maxLength={500} />
        </label>
      ) : null}
      {publish.error === null ? null : (
        <p role="alert" className={styles["refused"]}>
          没有发布：{publish.error.message}
        </p>
      )}
      <div className={styles["buttons"]}>
        <Button type="submit" look="strong" disabled={publish.isPending}>
          {isCorrection ? "确认发布更正" : "确认发布"}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
