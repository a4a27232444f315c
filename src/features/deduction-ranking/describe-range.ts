import { formatPoints } from "#domain/points.ts";
import type { Scheme } from "#domain/scheme.ts";
import { displayScore } from "#domain/scoring.ts";
import type { Standing } from "#domain/standing.ts";

/** "得 90.6 分、四档": one end of the range of a score with disputed findings. */
export function describeEnd(scheme: Scheme, standing: Standing): string {
  if (standing.state === "vetoed") return "单项否决";
  if (standing.score === null) return "不计分";
  return `${displayScore(scheme, standing.score)} 分${standing.tier === null ? "" : `、${standing.tier.name}`}`;
}

/** "若成立 90.6 分、四档；若撤销 90.9 分、四档" */
export function describeRange(scheme: Scheme, withdrawn: Standing, upheld: Standing): string {
  return `若成立 ${describeEnd(scheme, upheld)}；若撤销 ${describeEnd(scheme, withdrawn)}`;
}

/** "9.1–9.4" where the deduction is not settled, else "9.1". */
export function describeDeductionRange(withdrawn: Standing, upheld: Standing | undefined): string {
  const low = formatPoints(withdrawn.countedDeduction, 2);
  const high = upheld === undefined ? low : formatPoints(upheld.countedDeduction, 2);
  return low === high ? low : `${low}–${high}`;
}
