import { HEAD_ROW, type RankedBarPartProps, TITLE_ROW } from "./ranked-bar-layout.ts";
import type { RankedBarPanel } from "./ranked-bar-series.ts";
import { tierColour, tierShape } from "./shapes.ts";
import { TextMarks } from "./text-marks.tsx";
import { measureText } from "./text-measure.ts";

const HEAD_BASE = TITLE_ROW + 14;
const SHAPE = 14;
const INDENT = 18;

/** Title of the panel, heads of its columns, and the tiers with their counts between the edges. */
export function RankedBarPanelHead({ series, panel, layout, place, palette, print }: RankedBarPartProps) {
  const { columns } = layout;
  const tiers = placeTiers(
    panel,
    columns.plotX,
    columns.scale,
    Math.min(columns.changeLeft, columns.plotX + series.maximum * columns.scale + 24),
  );
  const heads = [
    { x: 0, y: HEAD_BASE, text: "位次" },
    { x: columns.nameX, y: HEAD_BASE, text: "单位" },
  ];
  const change = series.changeHead === null ? [] : [{ x: place.width, y: HEAD_BASE, text: series.changeHead }];
  return (
    <>
      <text x={0} y={14} fontSize={13} fontWeight={700} fill={palette.ink}>
        {panel.title}
        <tspan dx={6} fontSize={12} fontWeight={400} fill={palette["ink-3"]}>
          {panel.subtitle}
        </tspan>
      </text>
      <TextMarks marks={heads} fill={palette["ink-3"]} print={print} />
      <TextMarks marks={change} fill={palette["ink-3"]} anchor="end" print={print} />
      {tiers.map((tier) => (
        <path
          key={tier.level}
          d={tierShape(tier.level, tier.x + 5, HEAD_BASE - 4)}
          fill={tierColour(tier.level, palette)}
        />
      ))}
      <TextMarks
        marks={tiers
          .filter((tier) => tier.text !== "")
          .map((tier) => ({ x: tier.x + SHAPE, y: HEAD_BASE, text: tier.text }))}
        fill={palette.ink}
        print={print}
      />
      <path d={`M0 ${TITLE_ROW + HEAD_ROW - 0.5}H${place.width}`} stroke={palette["line-strong"]} strokeWidth={1} />
    </>
  );
}

/** Each tier names itself between its edges; where that is too narrow the count goes first, then everything. */
function placeTiers(panel: RankedBarPanel, plotX: number, scale: number, plotEnd: number) {
  const starts = [0, ...panel.edges.map((edge) => edge.value)];
  return panel.tiers.flatMap((tier, index) => {
    const start = starts[index];
    if (start === undefined) return [];
    const left = plotX + start * scale;
    const right = Math.min(plotEnd, plotX + (starts[index + 1] ?? Number.POSITIVE_INFINITY) * scale);
    const text = [`${tier.name} ${tier.count}`, String(tier.count), ""].find(
      (candidate) => SHAPE + measureText(candidate) + 6 <= right - left,
    );
    if (text === undefined) return [];
    const slack = right - left - SHAPE - measureText(text);
    return [{ level: tier.level, text, x: left + Math.min(INDENT, slack / 2) }];
  });
}
