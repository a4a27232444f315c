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

interface PictureRow {
  item: BoardItem;
  y: number;
}

interface PictureLane {
  lane: BoardLane;
  y: number;
  rows: readonly PictureRow[];
}

function layOut(series: BoardSeries): { lanes: PictureLane[]; height: number; left: number } {
  let left = series.total - series.items.length;
  let y = HEAD;
  const lanes = series.lanes.map((lane) => {
    const top = y;
    y += HEAD;
    const own = series.items.filter((item) => item.entry.progress.severity === lane.severity);
    const rows = own.slice(0, MOST_ROWS).map((item, index) => ({ item, y: top + HEAD + index * ROW }));
    left += own.length - rows.length;
    y += Math.max(1, rows.length) * ROW + 4;
    return { lane, y: top, rows };
  });
  return { lanes, height: y + (left > 0 ? HEAD : 0), left };
}

export function boardPictureHeight(series: BoardSeries): number {
  return layOut(series).height;
}

/** Left edges: unit, kind, state, time left (right edge), moment, bar. */
function columnsOf(width: number) {
  const bar = width - BAR.width;
  const moment = bar - 90;
  const time = moment - 12;
  return { unit: 4, kind: width * 0.18, state: width * 0.31, time, moment, bar };
}

/** The open cases as a list, most urgent first in either lane: what a circular or a message takes along. */
export function BoardPicture({ series, width, palette }: BoardPictureProps) {
  const { lanes, height, left } = layOut(series);
  const x = columnsOf(width);
  const heads: [number, string, "start" | "end"][] = [
    [x.unit, "单位", "start"],
    [x.kind, "类型", "start"],
    [x.state, "状态", "start"],
    [x.time, "余时", "end"],
    [x.moment, "到期（报结）", "start"],
    [x.bar, "已用时限", "start"],
  ];
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} fontSize={12} aria-hidden="true">
      {heads.map(([at, word, anchor]) => (
        <text key={word} x={at} y={14} fill={palette["ink-3"]} textAnchor={anchor}>
          {word}
        </text>
      ))}
      <path d={`M0 ${HEAD - 1.5}H${width}`} stroke={palette["line-strong"]} />
      {lanes.map(({ lane, y, rows }) => (
        <g key={lane.severity}>
          <text x={0} y={y + 15} fill={palette.ink} fontWeight={700}>
            {`${ERROR_SEVERITY_LABEL[lane.severity]}　${lane.count} 条在办`}
          </text>
          <path d={`M0 ${y + HEAD - 1.5}H${width}`} stroke={palette.line} />
          {rows.map((row) => (
            <PictureLine key={row.item.entry.id} row={row} now={series.now} width={width} palette={palette} />
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
  const tag = words.tag === "" ? "" : `（${words.tag}）`;
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
      <text x={x.time} y={base} fill={colour.text} fontWeight={700} textAnchor="end">
        {`${words.time}${tag}`}
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
