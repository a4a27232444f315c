import type { Palette } from "#charts/palette.ts";
import { ERROR_SEVERITY_LABEL, RECTIFICATION_STATE_LABEL } from "#domain/rectification.ts";
import { ERROR_TYPE_SHORT } from "./case-words.ts";
import { describeItem } from "./item-words.ts";
import type { BoardItem, BoardLane, BoardSeries } from "./to-board-series.ts";

interface BoardPictureProps {
  series: BoardSeries;
  width: number;
  palette: Palette;
}

/** Rows of one lane that fit a page of an official document: the most urgent; the rest is a number. */
const MOST_ROWS = 34;
const ROW = 17;
const HEAD = 22;
const BAR = { width: 60, height: 6 };
/** From this width on the lanes stand beside each other. */
const ABREAST = 1000;
const LANE_GAP = 40;

interface PictureRow {
  item: BoardItem;
  y: number;
}

interface PictureLane {
  lane: BoardLane;
  x: number;
  y: number;
  rows: readonly PictureRow[];
}

interface PictureLayout {
  lanes: readonly PictureLane[];
  /** Of one lane. */
  width: number;
  /** Where the heads of the columns begin. */
  heads: readonly number[];
  height: number;
  left: number;
}

/** The lanes under each other, or abreast where each has the width of a page. */
function layOut(series: BoardSeries, width: number): PictureLayout {
  const count = width >= ABREAST ? series.lanes.length : 1;
  const laneWidth = Math.floor((width - (count - 1) * LANE_GAP) / count);
  let left = series.total - series.items.length;
  let y = HEAD;
  let bottom = HEAD;
  const lanes = series.lanes.map((lane, column) => {
    if (count > 1) y = HEAD;
    const top = y;
    const own = series.items.filter((item) => item.entry.progress.severity === lane.severity);
    const rows = own.slice(0, MOST_ROWS).map((item, index) => ({ item, y: top + HEAD + index * ROW }));
    left += own.length - rows.length;
    y += HEAD + Math.max(1, rows.length) * ROW + 4;
    bottom = Math.max(bottom, y);
    return { lane, x: count > 1 ? column * (laneWidth + LANE_GAP) : 0, y: top, rows };
  });
  const heads = Array.from({ length: count }, (_, column) => column * (laneWidth + LANE_GAP));
  return { lanes, width: laneWidth, heads, height: bottom + (left > 0 ? HEAD : 0), left };
}

export function boardPictureHeight(series: BoardSeries, width: number): number {
  return layOut(series, width).height;
}

/** Left edges: unit, kind, state, word of the colour, time left (right edge), moment, bar. */
function columnsOf(width: number) {
  const bar = width - BAR.width;
  const moment = bar - 90;
  return { unit: 4, kind: width * 0.18, state: width * 0.31, tag: width * 0.41, time: moment - 18, moment, bar };
}

/** The open cases as a list, most urgent first in either lane: what a circular or a message takes along. */
export function BoardPicture({ series, width, palette }: BoardPictureProps) {
  const { lanes, width: laneWidth, heads: lefts, height, left } = layOut(series, width);
  const x = columnsOf(laneWidth);
  const heads: [number, string, "start" | "end"][] = [
    [x.unit, "单位", "start"],
    [x.kind, "类型", "start"],
    [x.state, "状态", "start"],
    [x.tag, "提示", "start"],
    [x.time, "余时", "end"],
    [x.moment, "到期（报结）", "start"],
    [x.bar, "已用时限", "start"],
  ];
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} fontSize={12} aria-hidden="true">
      {lefts.map((from) => (
        <g key={from} transform={`translate(${from} 0)`}>
          {heads.map(([at, word, anchor]) => (
            <text key={word} x={at} y={14} fill={palette["ink-3"]} textAnchor={anchor}>
              {word}
            </text>
          ))}
          <path d={`M0 ${HEAD - 1.5}H${laneWidth}`} stroke={palette["line-strong"]} />
        </g>
      ))}
      {lanes.map(({ lane, x: from, y, rows }) => (
        <g key={lane.severity} transform={`translate(${from} 0)`}>
          <text x={0} y={y + 15} fill={palette.ink} fontWeight={700}>
            {`${ERROR_SEVERITY_LABEL[lane.severity]}　${lane.count} 条在办`}
          </text>
          <path d={`M0 ${y + HEAD - 1.5}H${laneWidth}`} stroke={palette.line} />
          {rows.map((row) => (
            <PictureLine key={row.item.entry.id} row={row} now={series.now} width={laneWidth} palette={palette} />
          ))}
        </g>
      ))}
      {left > 0 ? (
        <text x={0} y={height - 6} fill={palette["ink-2"]}>{`另有 ${left} 条未列出，见数据文件。`}</text>
      ) : null}
    </svg>
  );
}

interface PictureLineProps {
  row: PictureRow;
  now: string;
  width: number;
  palette: Palette;
}

function PictureLine({ row: { item, y }, now, width, palette }: PictureLineProps) {
  const x = columnsOf(width);
  const words = describeItem(item, now);
  const { progress, errorType } = item.entry;
  const colour = colourOf(item, palette);
  const base = y + 12.5;
  const used = Math.min(1, item.reading.usedShare) * BAR.width;
  return (
    <>
      <text x={x.unit} y={base} fill={palette.ink} fontWeight={700}>
        {item.unitName}
      </text>
      <text x={x.kind} y={base} fill={palette["ink-2"]}>
        {ERROR_TYPE_SHORT[errorType]}
      </text>
      <text x={x.state} y={base} fill={palette["ink-2"]}>
        {RECTIFICATION_STATE_LABEL[progress.state]}
      </text>
      {words.tag === "" ? null : (
        <text x={x.tag} y={base} fill={colour.text}>
          {words.tag}
        </text>
      )}
      <text x={x.time} y={base} fill={colour.text} fontWeight={700} textAnchor="end">
        {words.time}
      </text>
      <text x={x.moment} y={base} fill={palette["ink-2"]}>
        {words.moment}
      </text>
      <path d={`M${x.bar} ${y + 5}h${BAR.width}v${BAR.height}h${-BAR.width}z`} fill={palette.track} />
      <path d={`M${x.bar} ${y + 5}h${used}v${BAR.height}h${-used}z`} fill={colour.mark} />
    </>
  );
}

function colourOf({ reading: { mode, step } }: BoardItem, palette: Palette): { text: string; mark: string } {
  if (mode === "stopped") return { text: palette["ink-2"], mark: palette.nodata };
  if (step === "overdue") return { text: palette.overdue, mark: palette.overdue };
  if (step === "soon") return { text: palette.soon, mark: palette["soon-mark"] };
  return { text: palette.ink, mark: step === "half" ? palette["ink-2"] : palette.nodata };
}
