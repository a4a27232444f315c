import { screenPalette } from "./palette.ts";
import { crossPath, tierColour, tierShape } from "./shapes.ts";

/** Shape and colour of a tier beside its word in a table; a missed unit has no shape. */
export function TierMark({ mark }: { mark: { level: number } | "vetoed" | "missed" }) {
  if (mark === "missed") return null;
  return (
    <svg width={12} height={12} aria-hidden="true" focusable="false">
      {mark === "vetoed" ? (
        <path d={crossPath(6, 6)} stroke={screenPalette.overdue} strokeWidth={2} fill="none" />
      ) : (
        <path d={tierShape(mark.level, 6, 6)} fill={tierColour(mark.level, screenPalette)} />
      )}
    </svg>
  );
}
