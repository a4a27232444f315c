import { emOf, measureText } from "./text-measure.ts";

export interface TextMark {
  x: number;
  /** Baseline. */
  y: number;
  text: string;
}

type Anchor = "start" | "middle" | "end";

interface TextMarksProps {
  marks: readonly TextMark[];
  fill: string;
  anchor?: Anchor;
  bold?: boolean;
  /**
   * Surface colour painted round the letters, so that a line behind does not read as part of a number. Not in files:
   * a program that ignores paint-order would paint it over the letters.
   */
  halo?: string;
  /** One node per text, for files that others open; the page merges them into one node. */
  print: boolean | undefined;
}

const SIZE = 12;

/**
 * Short texts of one look. On the page all of them share a single `<text>` with a position per character: fourteen
 * columns of 54 units cost one node instead of 756, and half the layout time. Characters are centred in their slots,
 * so a font with other digit widths stays aligned.
 */
export function TextMarks({ marks, fill, anchor = "start", bold = false, halo, print }: TextMarksProps) {
  if (marks.length === 0) return null;
  const look = {
    fill,
    fontWeight: bold ? 700 : undefined,
    ...(halo === undefined || print
      ? {}
      : { stroke: halo, strokeWidth: 3, strokeLinejoin: "round" as const, paintOrder: "stroke" }),
  };
  if (print) {
    return (
      <g {...look} textAnchor={anchor === "start" ? undefined : anchor}>
        {marks.map((mark) => (
          <text key={`${mark.x},${mark.y}`} x={round(mark.x)} y={round(mark.y)}>
            {mark.text}
          </text>
        ))}
      </g>
    );
  }
  const merged = mergeMarks(
    marks.filter((mark) => mark.text !== NOT_APPLICABLE),
    anchor,
    bold,
  );
  const dashes = marks.filter((mark) => mark.text === NOT_APPLICABLE);
  return (
    <>
      {merged.text !== "" && (
        <text {...look} textAnchor="middle" x={merged.x} y={merged.y}>
          {merged.text}
        </text>
      )}
      {dashes.length > 0 && (
        <path d={dashes.map((mark) => dashPath(mark, anchor)).join("")} stroke={fill} fill="none" />
      )}
    </>
  );
}

/** Two characters that must join into one rule, which letters in slots of their own do not. */
const NOT_APPLICABLE = "——";
const DASH = 16;

function dashPath(mark: TextMark, anchor: Anchor): string {
  const left = mark.x - { start: 0, middle: DASH / 2, end: DASH }[anchor];
  return `M${round(left)} ${round(mark.y - 4)}h${DASH}`;
}

function mergeMarks(marks: readonly TextMark[], anchor: Anchor, bold: boolean) {
  const xs: number[] = [];
  const ys: number[] = [];
  let text = "";
  for (const mark of marks) {
    const width = measureText(mark.text, SIZE, bold);
    const shift = { start: 0, middle: width / 2, end: width }[anchor];
    const slack = bold ? width / measureText(mark.text, SIZE) : 1;
    let x = mark.x - shift;
    for (const character of mark.text) {
      const advance = emOf(character) * SIZE * slack;
      if (character !== " ") {
        xs.push(round(x + advance / 2));
        ys.push(round(mark.y));
        text += character;
      }
      x += advance;
    }
  }
  return { x: xs.join(" "), y: ys.join(" "), text };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
