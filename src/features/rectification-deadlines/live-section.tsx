import { memo } from "react";
import { describeDuration } from "#domain/duration-text.ts";
import { toSeconds } from "#domain/rectification-limit.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { Button } from "#ui/button.tsx";
import { Panel } from "#ui/panel.tsx";
import { BoardFigure } from "./board-figure.tsx";
import { ConclusionPanel } from "./conclusion-panel.tsx";
import { DueSoonStrip } from "./due-soon-strip.tsx";
import styles from "./live-section.module.css";
import { RectificationConclusion } from "./rectification-conclusion.tsx";
import { UndispatchedStrip } from "./undispatched-strip.tsx";
import { type LiveBoard, useLiveBoard } from "./use-live-board.ts";
import type { PanelProps } from "./use-rectification-view.ts";

/** What changes by the minute: the conclusion, the strip of the last hour and the board, all from one list. */
export const LiveSection = memo(function LiveSection(props: PanelProps) {
  const { register, filters, openCase } = props;
  const board = useLiveBoard(register, filters);
  return (
    <div className={styles["stack"]}>
      <ConclusionPanel>
        <RectificationConclusion register={register} filters={filters} board={board} />
      </ConclusionPanel>
      <DueSoonStrip items={board.counts.withinHour} now={board.now} openCase={openCase} />
      <UndispatchedStrip register={register} filters={filters} now={board.now} openCase={openCase} />
      <Panel minHeight={420} label="时限看板">
        <BoardFigure {...props} board={board} />
        <Freshness board={board} />
      </Panel>
    </div>
  );
});

/** When the list was read; a list that can no longer be read stays, with its age and the reason. */
function Freshness({ board }: { board: LiveBoard }) {
  const { readAt, now, failure, retry } = board;
  if (failure === null)
    return <p className={styles["fresh"]}>清单读取于 {formatShanghai(readAt)}，每 30 秒更新一次。</p>;
  const age = describeDuration(toSeconds(now) - toSeconds(readAt));
  return (
    <p className={styles["failed"]} role="alert">
      更新失败：{failure.message}。以上为 {formatShanghai(readAt)} 读到的清单（{age}前），余时仍按服务器时间计算。
      <Button look="quiet" size="small" onClick={retry}>
        立即更新
      </Button>
    </p>
  );
}
