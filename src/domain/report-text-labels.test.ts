import { describe, expect, it } from "vitest";
import { LABELLED_TEXTS, type LabelledText, placeOf } from "./fixtures/report-texts.ts";
import { checkReportText } from "./report-text-check.ts";

interface Score {
  /** Numbers matched with cells and a verdict, as labelled. */
  right: number;
  /** Matched, but with another cell, another verdict, or where no table applies. */
  wrong: number;
  /** Labelled matches that were not made. */
  missed: number;
  /** Numbers of the narrative that were not found, or found where no number is labelled. */
  unfound: number;
  unlabelled: number;
  notes: string[];
}

const sameCells = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();

function score({ text, report, labels, unrelated }: LabelledText): Score {
  const { findings } = checkReportText(text, report);
  const expected = new Map(labels.map((label) => [placeOf(text, label.at), label]));
  const foreign = new Set(unrelated.map((at) => placeOf(text, at)));
  const places = new Set(findings.map((finding) => finding.number.offset));
  const made = findings.filter((finding) => finding.verdict !== "unrelated");
  const isRight = (finding: (typeof findings)[number]) => {
    const label = expected.get(finding.number.offset);
    return label?.verdict === finding.verdict && sameCells(label.cells, finding.cells);
  };
  const right = made.filter(isRight);
  const stray = findings.filter(({ number }) => !expected.has(number.offset) && !foreign.has(number.offset));
  const lost = [...expected.keys(), ...foreign].filter((place) => !places.has(place));
  return {
    right: right.length,
    wrong: made.length - right.length,
    missed: labels.length - right.length,
    unfound: lost.length,
    unlabelled: stray.length,
    notes: [
      ...made.filter((f) => !isRight(f)).map((f) => `WRONG ${f.phrase} ${f.verdict} ${f.cells.join()} ${f.message}`),
      ...findings
        .filter((f) => f.verdict === "unrelated" && expected.has(f.number.offset))
        .map((f) => `MISSED ${f.phrase}`),
      ...stray.map((f) => `STRAY ${f.phrase} @${f.number.offset}`),
      ...lost.map((place) => `LOST ${text.slice(place - 8, place + 8)}`),
    ],
  };
}

type Kind = LabelledText["kind"];

function total(kind: Kind) {
  const scores = LABELLED_TEXTS.filter((text) => text.kind === kind).map(score);
  const sum = (key: "right" | "wrong" | "missed") => scores.reduce((all, one) => all + one[key], 0);
  const [right, wrong, missed] = [sum("right"), sum("wrong"), sum("missed")];
  return { labels: right + missed, precision: right / (right + wrong), recall: right / (right + missed) };
}

describe("matches of labelled report texts", () => {
  it.each(LABELLED_TEXTS.map((text) => [text.id, text] as const))(
    "%s: every number is found and read as labelled",
    (_id, text) => {
      expect(score(text)).toEqual({
        right: text.labels.length,
        wrong: 0,
        missed: 0,
        unfound: 0,
        unlabelled: 0,
        notes: [],
      });
    },
  );

  it.each(LABELLED_TEXTS.map((text) => [text.id, text] as const))(
    "%s: totals of the text against their parts",
    (_id, { text, report, sums }) => {
      const found = checkReportText(text, report).sums;
      expect(found.map((sum) => [sum.total.offset, sum.verdict, sum.difference])).toEqual(
        sums.map((sum) => [placeOf(text, sum.total), sum.verdict, sum.difference]),
      );
    },
  );

  /*
   * On first sight: precision 0.980 and recall 0.990 over the published and reworded texts, which the rules were written
   * for; 21 of 25 matches right (0.84 and 0.84) over the first unseen set; 14 of 14 over the second one, looked up after
   * a general rule had been added for each miss. So 35 of 39 (0.90) is what a new text may be expected to reach; the
   * figures below say that nothing was lost since.
   */
  it.each([
    ["published", 59],
    ["reworded", 39],
    ["unseen", 25],
    ["unseenAgain", 14],
  ] as const)("%s texts: precision and recall are 1 over %i labels", (kind, labels) => {
    expect(total(kind)).toEqual({ labels, precision: 1, recall: 1 });
  });
});
