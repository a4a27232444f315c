import styles from "./figure.module.css";
import type { LegendItem } from "./figure-spec.ts";
import { SWATCH, swatchPaths } from "./legend-swatch.ts";
import { screenPalette } from "./palette.ts";

/** Legend in the order of the stack; words only, for the plot itself is hidden from screen readers. */
export function FigureLegend({ items }: { items: readonly LegendItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles["legend"]} aria-label="图例">
      {items.map((item) => (
        <li key={`${item.kind}-${item.label}`}>
          <Swatch item={item} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ item }: { item: LegendItem }) {
  const paths = swatchPaths(item, screenPalette);
  if (paths.length === 0) return null;
  return (
    <svg width={SWATCH} height={SWATCH} overflow="visible" aria-hidden="true">
      {paths.map((path) => (
        <path
          key={path.d}
          d={path.d}
          fill={path.fill}
          stroke={path.stroke}
          strokeDasharray={path.dash === "" ? undefined : path.dash}
        />
      ))}
    </svg>
  );
}
