import type { SeriesSlot } from "./chart.ts";

const SLOTS = [1, 2, 3, 4, 5, 6] as const;

/** Position in a scheme's or form's fixed order (0-based) → slot 1–6. A seventh group shares the neutral last slot. */
export function toSlot(index: number): SeriesSlot {
  return SLOTS[index] ?? 6;
}
