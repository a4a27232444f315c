import type { ChartProps } from "#charts/chart.ts";
import { BoardPicture, boardPictureHeight } from "./board-picture.tsx";
import { BoardTable } from "./board-table.tsx";
import type { BoardSeries } from "./to-board-series.ts";

/** On the page a board whose items are buttons; on paper the same cases as a list. */
export function BoardChart({ series, width, palette, print, onPick }: ChartProps<BoardSeries>) {
  if (print) return <BoardPicture series={series} width={width} palette={palette} />;
  return <BoardTable series={series} onPick={onPick} />;
}

/** The page's board is as high as its content. */
export function boardChartHeight(series: BoardSeries, width: number, print?: boolean): number {
  return print ? boardPictureHeight(series, width) : 0;
}
