import { useMemo } from "react";
import type { ChartProps, MarkFill } from "./chart.ts";
import { ChartSurface } from "./chart-surface.tsx";
import { FLOW_BAR, type FlowLayout, flowNodeText, layOutFlow, type PlacedFlowLink } from "./flow-layout.ts";
import type { FlowSeries } from "./flow-series.ts";
import type { HitModel } from "./hit-model.ts";
import type { Palette } from "./palette.ts";
import { fillColour, hatchPath, linePath, rectPath } from "./shapes.ts";
import { round, TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

/** Words stand on ribbons: ink on a tint of any series colour keeps more than 4.5 : 1 in both themes. */
const TINT = 0.24;

export function flowChartHeight(series: FlowSeries, width: number): number {
  return layOutFlow(series, width).height;
}

/** Bars of each stage with ribbons between them, in the order given: every bar has its words and number beside it. */
export function FlowChart({ series, width, palette, print, onPick }: ChartProps<FlowSeries>) {
  const layout = useMemo(() => layOutFlow(series, width), [series, width]);
  const model = useMemo(() => flowHits(layout), [layout]);
  const marks = useMemo(() => <FlowMarks layout={layout} palette={palette} print={print} />, [layout, palette, print]);
  return (
    <ChartSurface width={layout.width} height={layout.height} print={print} model={model} onPick={onPick}>
      {marks}
    </ChartSurface>
  );
}

interface PartProps {
  layout: FlowLayout;
  palette: Palette;
  print: boolean | undefined;
}

function FlowMarks({ layout, palette, print }: PartProps) {
  const words = layout.nodes.map(({ node, textX, anchor, baseline }) => ({
    anchor,
    mark: { x: textX, y: baseline, text: flowNodeText(node) },
  }));
  const side = (anchor: "start" | "end") => words.filter((word) => word.anchor === anchor).map(({ mark }) => mark);
  return (
    <>
      <Ribbons layout={layout} palette={palette} />
      <Bars layout={layout} palette={palette} />
      {(["start", "end"] as const).map((anchor) => (
        <TextMarks
          key={anchor}
          marks={layout.heads.filter((head) => head.anchor === anchor).map(({ x, text }) => ({ x, y: 12, text }))}
          fill={palette["ink-3"]}
          anchor={anchor}
          print={print}
        />
      ))}
      <TextMarks marks={side("start")} fill={palette.ink} print={print} />
      <TextMarks marks={side("end")} fill={palette.ink} anchor="end" print={print} />
    </>
  );
}

/** A ribbon has the colour of the end where it fans out, so an outcome keeps its colour as far as its last row. */
function Ribbons({ layout, palette }: Omit<PartProps, "print">) {
  const paths = new Map<string, string>();
  const fills = new Map(layout.nodes.map(({ node }) => [node.id, node.fill]));
  for (const placed of layout.links) {
    const fill = fills.get(placed.link.to) ?? fills.get(placed.link.from);
    if (fill === undefined) continue;
    const colour = fillColour(tintOf(fill, fills.get(placed.link.from)), palette);
    paths.set(colour, (paths.get(colour) ?? "") + ribbonPath(placed));
  }
  return [...paths].map(([colour, path]) => <path key={colour} d={path} fill={colour} fillOpacity={TINT} />);
}

/** Into a plain bar (the sum) a ribbon keeps the colour it comes from. */
function tintOf(to: MarkFill, from: MarkFill | undefined): MarkFill {
  return to.kind === "plain" && from !== undefined ? from : to;
}

function ribbonPath({ fromX, fromY, toX, toY, height, bendX }: PlacedFlowLink): string {
  const middle = (bendX + toX) / 2;
  const [top, end, low, lowEnd] = [fromY, toY, fromY + height, toY + height].map(round);
  const [x, bend, half, last] = [fromX, bendX, middle, toX].map(round);
  return `M${x} ${top}H${bend}C${half} ${top} ${half} ${end} ${last} ${end}V${lowEnd}C${half} ${lowEnd} ${half} ${low} ${bend} ${low}H${x}z`;
}

/** One path per colour; what was carried forward is hatched, because it is not there yet. */
function Bars({ layout, palette }: Omit<PartProps, "print">) {
  const paths = new Map<string, string>();
  let hatch = "";
  let frame = "";
  let gaps = "";
  for (const { node, x, y, height } of layout.nodes) {
    const bar = rectPath(x, y, FLOW_BAR, height);
    if (node.fill.kind === "nodata") {
      hatch += hatchPath(x, y, FLOW_BAR, height);
      frame += rectPath(x + 0.5, y + 0.5, FLOW_BAR - 1, Math.max(1, height - 1));
    } else if (node.fill.kind === "gap") gaps += rectPath(x + 0.5, y + 0.5, FLOW_BAR - 1, Math.max(1, height - 1));
    else {
      const colour = fillColour(node.fill, palette);
      paths.set(colour, (paths.get(colour) ?? "") + bar);
    }
  }
  return (
    <>
      {[...paths].map(([colour, path]) => (
        <path key={colour} d={path} fill={colour} />
      ))}
      {frame !== "" && <path d={frame} fill={palette.surface} stroke={palette.nodata} />}
      {hatch !== "" && <path d={hatch} stroke={palette.nodata} strokeWidth={1.2} fill="none" />}
      {gaps !== "" && <path d={gaps} fill={palette.surface} stroke={palette.worse} strokeDasharray="3 2" />}
      <Base layout={layout} palette={palette} />
    </>
  );
}

/** A hairline under the heads. */
function Base({ layout, palette }: Omit<PartProps, "print">) {
  return <path d={linePath(0, 18.5, layout.width, 18.5)} stroke={palette.line} />;
}

/** Each bar with its words is one row to pointer and keyboard; up and down go through all of them in reading order. */
function flowHits(layout: FlowLayout): HitModel {
  return {
    label: "流向图，上下键逐项查看",
    hint: "点击查看",
    panels: layout.nodes.map(({ node, x, y, height, textX, anchor, baseline }) => {
      const words = measureText(flowNodeText(node), 12, true);
      const left = anchor === "end" ? textX - words : x;
      const right = anchor === "end" ? x + FLOW_BAR : textX + words;
      const columns = [{ x: left - 2, width: right - left + 4 }];
      const top = Math.min(y, baseline - 13);
      return {
        x: 0,
        y: top,
        rowHeight: Math.max(y + height, baseline + 5) - top,
        rowCount: 1,
        columns: () => columns,
      };
    }),
    describe: ({ panel }) => {
      const placed = layout.nodes[panel];
      return placed === undefined
        ? null
        : { id: placed.node.id, title: placed.node.label, lines: placed.node.lines, picked: false };
    },
  };
}
