import { memo } from "react";
import { Panel } from "#ui/panel.tsx";
import { ArrivalsFigure } from "./arrivals-figure.tsx";
import styles from "./case-columns.module.css";
import { FixTimeFigure } from "./fix-time-figure.tsx";
import { RecheckTable } from "./recheck-table.tsx";
import { TimelineFigure } from "./timeline-figure.tsx";
import { useOpenTotal } from "./use-live-board.ts";
import type { PanelProps } from "./use-rectification-view.ts";

/** With fewer open cases the timeline leaves room under it for the next figure. */
const LONG_TIMELINE = 30;

/**
 * Two columns of figures of about the same height: the timeline grows with every open case, the others hardly. Days of
 * dispatch stand under whichever column is the shorter one: the grid moves them, so a pick never builds them again.
 */
export const CaseColumns = memo(function CaseColumns(panel: PanelProps) {
  const { register, filters } = panel;
  const open = useOpenTotal(filters);
  const isShort = open !== undefined && open < LONG_TIMELINE;
  return (
    <div className={isShort ? styles["short"] : styles["long"]}>
      <div className={styles["timeline"]}>
        <Panel minHeight={isShort ? 180 : 560} label="在办与近期报结问题的时限">
          <TimelineFigure {...panel} />
        </Panel>
      </div>
      <div className={styles["fixTimes"]}>
        <Panel minHeight={420} label="累计整改用时">
          <FixTimeFigure register={register} filters={filters} />
        </Panel>
      </div>
      <div className={styles["rechecks"]}>
        <Panel minHeight={300} label="单位报告与第三方复核">
          <RecheckTable {...panel} />
        </Panel>
      </div>
      <div className={styles["arrivals"]}>
        <Panel minHeight={300} label="每日交办">
          <ArrivalsFigure register={register} filters={filters} />
        </Panel>
      </div>
    </div>
  );
});
