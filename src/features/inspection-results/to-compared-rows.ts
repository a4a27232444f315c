import { formatPoints, formatPointsChange, roundPoints } from "#domain/points.ts";
import type { Period } from "./use-inspection-view.ts";

/** One figure in both periods, as printed. */
export interface ComparedRow {
  id: string;
  label: string;
  /** A part stands under its whole: a tier under the units, an indicator group under the deduction. */
  level: "whole" | "part";
  before: string;
  now: string;
  change: number | null;
  changeText: string;
  /** Which direction is good news; null where neither is. */
  better: "less" | "more" | null;
}

type Side = Pick<Period, "summary" | "groups">;

/** Counts, mean, deduction, tiers and groups of two periods; a figure that one of them lacks has no change. */
export function toComparedRows(now: Side, before: Side): ComparedRow[] {
  const count = (
    id: string,
    label: string,
    read: (side: Side) => number,
    better: ComparedRow["better"],
    level: ComparedRow["level"] = "whole",
  ) => toCountRow({ id, label, level, better }, read(before), read(now));
  const points = (id: string, label: string, read: (side: Side) => number | null, better: Head["better"]) =>
    toPointsRow({ id, label, level: "whole", better }, read(before), read(now));
  // The sum of another number of units is neither better nor worse; the mean above it is.
  const lessSum = now.summary.inspected === before.summary.inspected ? ("less" as const) : null;
  const levels = [...new Set([...now.summary.tiers, ...before.summary.tiers].map(({ tier }) => tier.level))].sort();
  const groups = new Map([...before.groups, ...now.groups].map((group) => [group.groupId, group.name]));
  return [
    count("due", "应检单位", ({ summary }) => summary.due, null),
    count("inspected", "实检单位", ({ summary }) => summary.inspected, "more"),
    ...levels.map((level) => {
      const tier = [...now.summary.tiers, ...before.summary.tiers].find((entry) => entry.tier.level === level)?.tier;
      return count(`tier${level}`, tier?.name ?? "", (side) => tierCount(side, level), null, "part");
    }),
    count("vetoed", "单项否决", ({ summary }) => summary.vetoed, lessSum, "part"),
    points("score", "平均得分", ({ summary }) => summary.averageScore, "more"),
    points("mean", "每家均扣", ({ summary }) => summary.averageDeduction, "less"),
    points("deduction", "合计扣分", (side) => ifInspected(side, side.summary.deduction), lessSum),
    ...[...groups].map(([id, name]) =>
      toPointsRow({ id, label: name, level: "part", better: lessSum }, lossOf(before, id), lossOf(now, id)),
    ),
    toCountRow(
      { id: "findings", label: "发现问题（已确认）", level: "whole", better: lessSum },
      ifInspected(before, before.summary.findings),
      ifInspected(now, now.summary.findings),
    ),
  ];
}

function tierCount({ summary }: Side, level: number): number {
  return summary.tiers.find((entry) => entry.tier.level === level)?.count ?? 0;
}

function lossOf(side: Side, groupId: string): number | null {
  return ifInspected(side, side.groups.find((group) => group.groupId === groupId)?.deduction ?? null);
}

/** A period in which nobody was inspected found nothing, which is no 0. */
function ifInspected({ summary }: Side, value: number | null): number | null {
  return summary.inspected === 0 ? null : value;
}

type Head = Pick<ComparedRow, "id" | "label" | "level" | "better">;

function toCountRow(head: Head, before: number | null, now: number | null): ComparedRow {
  if (before === null || now === null)
    return { ...head, before: String(before ?? "——"), now: String(now ?? "——"), change: null, changeText: "——" };
  const change = now - before;
  const sign = change > 0 ? "+" : "−";
  return {
    ...head,
    before: String(before),
    now: String(now),
    change,
    changeText: change === 0 ? "0" : `${sign}${Math.abs(change)}`,
  };
}

function toPointsRow(head: Head, before: number | null, now: number | null): ComparedRow {
  const change = before === null || now === null ? null : roundPoints(now, 1) - roundPoints(before, 1);
  return {
    ...head,
    before: before === null ? "——" : formatPoints(before),
    now: now === null ? "——" : formatPoints(now),
    change,
    changeText: change === null ? "——" : formatPointsChange(change),
  };
}
