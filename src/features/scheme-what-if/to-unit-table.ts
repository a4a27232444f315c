import type { FigureRow, FigureTable } from "#charts/figure-spec.ts";
import { rankChange } from "#domain/ranking.ts";
import { nearestFlip } from "#domain/tier-flip.ts";
import { byOrder, UNIT_SIDE_LABEL } from "#domain/unit.ts";
import { nameStandpoint, standpointOf, type UnitChange, type WhatIf } from "#domain/what-if.ts";
import { describeFlip } from "./describe-what-if.ts";

/** Every unit in numbers, in the fixed order: what a spreadsheet needs to check the draft. */
export function toUnitTable({ draft }: WhatIf, rows: readonly UnitChange[]): FigureTable {
  const { decimals } = draft;
  return {
    columns: [
      { key: "unit", head: "单位", align: "left", kind: "text" },
      { key: "side", head: "类别", align: "left", kind: "text" },
      { key: "before", head: "现行扣分", align: "right", kind: "points", decimals: 2 },
      { key: "after", head: "推演扣分", align: "right", kind: "points", decimals: 2 },
      { key: "scoreBefore", head: "现行得分", align: "right", kind: "points", decimals },
      { key: "scoreAfter", head: "推演得分", align: "right", kind: "points", decimals },
      { key: "change", head: "得分变化", align: "right", kind: "change", decimals: 2 },
      { key: "tierBefore", head: "现行档次", align: "left", kind: "text" },
      { key: "tierAfter", head: "推演档次", align: "left", kind: "text" },
      { key: "rankBefore", head: "现行得分位次", align: "right", kind: "number" },
      { key: "rankAfter", head: "推演得分位次", align: "right", kind: "number" },
      { key: "rankMove", head: "位次进退", align: "right", kind: "text" },
      { key: "better", head: "距上一档", align: "right", kind: "points", decimals: 2 },
      { key: "worse", head: "距下一档", align: "right", kind: "points", decimals: 2 },
      { key: "flip", head: "最小变动", align: "left", kind: "text" },
      { key: "near", head: "临界", align: "left", kind: "text" },
    ],
    rows: [...rows].sort((a, b) => byOrder(a.unit, b.unit)).map((row) => toRow(draft, row)),
  };
}

function toRow(draft: WhatIf["draft"], row: UnitChange): FigureRow {
  const { unit, group, before, after, rankBefore, rankAfter, flips } = row;
  const isMissed = after.state === "missed";
  return {
    id: unit.id,
    cells: {
      unit: unit.name,
      side: `${UNIT_SIDE_LABEL[group.side]} · ${unit.class}`,
      before: isMissed ? null : before.countedDeduction,
      after: isMissed ? null : after.countedDeduction,
      scoreBefore: before.score,
      scoreAfter: after.score,
      change: before.score === null || after.score === null ? null : after.score - before.score,
      tierBefore: nameStandpoint(standpointOf(before)),
      tierAfter: nameStandpoint(standpointOf(after)),
      rankBefore,
      rankAfter,
      rankMove: moveText(rankChange(rankAfter, rankBefore)),
      better: flips.better?.distance ?? null,
      worse: flips.worse?.distance ?? null,
      flip: describeFlip(draft, nearestFlip(flips), after.tier?.level ?? null),
      near: row.isNear ? "临界" : "",
    },
  };
}

/** 进 3, 退 2, 不变; —— without a rank. */
function moveText(move: number | null): string | null {
  if (move === null) return null;
  if (move === 0) return "不变";
  return move > 0 ? `进 ${move}` : `退 ${-move}`;
}
