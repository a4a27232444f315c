import type { Filters } from "#domain/filters.ts";

/** One thing that may need acting on: how many, what, and the page that shows them with the same picks. */
export interface AttentionLine {
  id: string;
  count: number;
  /** 条, 件, 处, 家, 个 */
  unit: string;
  label: string;
  /** Names, or what the count leaves out. */
  detail: string;
  /** Red is for what is overdue, amber for what is about to be. */
  tone: "overdue" | "soon" | "worse" | null;
  path: string;
  /** Part of the page that the line speaks of. */
  anchor?: string;
  picks: Partial<Filters>;
}

/** The picks of the overview that other pages understand as well. */
export type SharedPicks = Pick<Filters, "quarters" | "side" | "unitClass" | "units">;

const NAMED = 3;

/** 云溪镇、归雁镇、霜叶镇等 5 家 */
export function nameSome(names: readonly string[]): string {
  const unique = [...new Set(names)];
  return unique.length <= NAMED ? unique.join("、") : `${unique.slice(0, NAMED).join("、")}等 ${unique.length} 家`;
}
