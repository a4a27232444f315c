import { memo } from "react";
import { describeDuration } from "#domain/duration-text.ts";
import {
  describeLimit,
  ERROR_SEVERITY_LABEL,
  ERROR_TYPE_LABEL,
  RECTIFICATION_STATE_LABEL,
} from "#domain/rectification.ts";
import styles from "./board.module.css";
import { ERROR_TYPE_SHORT } from "./case-words.ts";
import { describeItem } from "./item-words.ts";
import { LiveTime } from "./live-time.tsx";
import { type BoardItem, type BoardLane, type BoardSeries, isWithinHour, OPEN_COLUMNS } from "./to-board-series.ts";

interface BoardTableProps {
  series: BoardSeries;
  onPick: ((caseId: string) => void) | undefined;
}

/** Items drawn in a cell; the rest is a number, and every case stands in the table of the figure. */
const MOST_ITEMS = { awaitingReceipt: 20, rectifying: 40, awaitingRecheck: 20, failed: 20 };

/** Two lanes by the columns of the way from dispatch to passed; each cell sorted by time left. */
export function BoardTable({ series, onPick }: BoardTableProps) {
  const isCut = series.total > series.items.length;
  const countOf = (column: (typeof OPEN_COLUMNS)[number]) =>
    series.lanes.reduce((sum, lane) => sum + lane.columns[column].length, 0);
  return (
    <table className={styles["board"]}>
      <caption className="visually-hidden">时限看板</caption>
      <thead>
        <tr>
          <th scope="col" className={styles["laneHead"]}>
            <span className="visually-hidden">级别</span>
          </th>
          {OPEN_COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {RECTIFICATION_STATE_LABEL[column]}
              <span className={styles["meaning"]}> · {column === "awaitingRecheck" ? "报结" : "到期"}</span>
              <b className={styles["columnCount"]}>{`${countOf(column)}${isCut ? "+" : ""}`}</b>
            </th>
          ))}
          <th scope="col" className={styles["today"]}>
            今日通过
          </th>
        </tr>
      </thead>
      <tbody>
        {series.lanes.map((lane) => (
          <Lane key={lane.severity} lane={lane} series={series} isCut={isCut} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

interface LaneProps extends BoardTableProps {
  lane: BoardLane;
  isCut: boolean;
}

function Lane({ lane, series, isCut, onPick }: LaneProps) {
  const passed = series.passed.find((entry) => entry.severity === lane.severity);
  return (
    <tr>
      <th scope="row" className={styles["lane"]}>
        <b className={styles["laneName"]}>{ERROR_SEVERITY_LABEL[lane.severity]}</b>
        <span>限 {limitOf(lane, series.limits)}</span>
        <span>{`${lane.count}${isCut ? "+" : ""} 条在办`}</span>
        <Scale />
      </th>
      {OPEN_COLUMNS.map((column) => (
        <td key={column}>
          <Cell items={lane.columns[column]} most={MOST_ITEMS[column]} now={series.now} onPick={onPick} />
        </td>
      ))}
      <td className={styles["today"]}>
        <b className={styles["passed"]}>{passed?.cases ?? 0}</b> 条
        {passed === undefined || passed.medianSeconds === null ? null : (
          <span className={styles["median"]}>中位 {describeDuration(passed.medianSeconds)}</span>
        )}
      </td>
    </tr>
  );
}

/** The one limit that all cases of the lane were dispatched with; the rules' own where the lane is empty. */
function limitOf({ severity, columns }: BoardLane, inForce: BoardSeries["limits"]): string {
  const items = OPEN_COLUMNS.flatMap((column) => columns[column]);
  const limits = new Set(items.map(({ entry }) => describeLimit((entry.progress.terms?.limits ?? inForce)[severity])));
  const [only = describeLimit(inForce[severity]), ...others] = limits;
  // How hours are counted stands in the note under the board.
  return others.length === 0 ? only.replace(/（.*）$/, "") : "各件不同";
}

interface CellProps {
  items: readonly BoardItem[];
  most: number;
  now: string;
  onPick: BoardTableProps["onPick"];
}

function Cell({ items, most, now, onPick }: CellProps) {
  if (items.length === 0) return null;
  return (
    <>
      <ul className={styles["items"]}>
        {items.slice(0, most).map((item) => (
          <li key={item.entry.id}>
            <Item item={item} {...describeItem(item, now)} onPick={onPick} />
          </li>
        ))}
      </ul>
      {items.length > most ? <p className={styles["more"]}>另有 {items.length - most} 条，见“表”</p> : null}
    </>
  );
}

interface ItemProps {
  item: BoardItem;
  time: string;
  moment: string;
  tag: string;
  onPick: BoardTableProps["onPick"];
}

/** One case: whose, what, how long still. A minute in which nothing of it changed draws nothing. */
const Item = memo(
  function Item({ item, time, moment, tag, onPick }: ItemProps) {
    const { entry, unitName, reading } = item;
    const { attempt } = entry.progress;
    return (
      <button
        type="button"
        className={styles["item"]}
        data-step={reading.mode === "stopped" ? "stopped" : reading.step}
        data-case={entry.id}
        title={`${unitName}：${ERROR_TYPE_LABEL[entry.errorType]}${attempt > 1 ? `，第 ${attempt} 次整改` : ""}`}
        onClick={() => onPick?.(entry.id)}
      >
        <span className={styles["line"]}>
          <b className={styles["unit"]}>{unitName}</b>
          <span className={styles["kind"]}>
            {ERROR_TYPE_SHORT[entry.errorType]}
            {attempt > 1 ? ` 第${attempt}次` : ""}
          </span>
          {tag === "" ? null : <span className={styles["tag"]}>{tag}</span>}
        </span>
        <span className={styles["line"]}>
          <span className={styles["time"]}>{isWithinHour(reading) ? <LiveTime dueAt={reading.dueAt} /> : time}</span>
          <span className={styles["moment"]}>{moment}</span>
        </span>
        <UsedBar share={reading.usedShare} />
      </button>
    );
  },
  (before, after) =>
    before.item.entry === after.item.entry &&
    before.time === after.time &&
    before.moment === after.moment &&
    before.tag === after.tag &&
    before.onPick === after.onPick &&
    isWithinHour(before.item.reading) === isWithinHour(after.item.reading),
);

/** Used part of the limit with notches at 50 % and 80 %; the words beside it say the same. */
function UsedBar({ share }: { share: number }) {
  return (
    <svg className={styles["bar"]} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path className={styles["track"]} d="M0 0H100V4H0Z" />
      <path className={styles["used"]} d={`M0 0H${Math.min(100, Math.round(share * 100))}V4H0Z`} />
      <path className={styles["notch"]} d="M50 0V4M80 0V4" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** Says what the notches mean, once a lane. */
function Scale() {
  return (
    <span className={styles["scale"]} aria-hidden="true">
      <UsedBar share={0} />
      50%、80%
    </span>
  );
}
