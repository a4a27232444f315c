import { GROUP_ROW, type HeatmapPartProps, placeGroups, totalRight } from "./heatmap-layout.ts";
import { rectPath } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";

/** Group names over a rule in the series colour, indicator names over the columns. */
export function HeatmapHead({ series, panel, layout, place, palette, print }: HeatmapPartProps) {
  const groups = placeGroups(series, layout);
  const right = totalRight(layout, series.columns.length, place.width);
  const base = layout.rowsTop - 9;
  const heads = layout.heads.flatMap((lines, column) =>
    lines.map((text, line) => ({
      x: layout.cellsX + (column + 0.5) * layout.pitch,
      y: base - (lines.length - 1 - line) * 15,
      text,
    })),
  );
  return (
    <>
      <TextMarks
        marks={groups.map((group) => ({ x: group.x + group.width / 2, y: 13, text: group.text }))}
        fill={palette.ink}
        anchor="middle"
        bold
        print={print}
      />
      {groups.map((group) => (
        <path
          key={group.id}
          d={rectPath(group.x, GROUP_ROW - 4, group.width, 3)}
          fill={group.slot === null ? palette["line-strong"] : palette[`s${group.slot}`]}
        />
      ))}
      <TextMarks marks={heads} fill={palette["ink-3"]} anchor="middle" print={print} />
      <TextMarks marks={[{ x: 0, y: base, text: panel.title }]} fill={palette["ink-3"]} print={print} />
      <TextMarks
        marks={[{ x: right, y: base, text: series.totalHead ?? "合计" }]}
        fill={palette["ink-3"]}
        anchor="end"
        print={print}
      />
      <path d={`M0 ${layout.rowsTop - 1}H${right}`} stroke={palette["line-strong"]} />
    </>
  );
}
