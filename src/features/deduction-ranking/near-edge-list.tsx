import { memo } from "react";
import { formatPoints } from "#domain/points.ts";
import { deductionEdges, NEAR_BAND } from "#domain/tier-edge.ts";
import styles from "./near-edge-list.module.css";
import type { DeductionView } from "./use-deduction-view.ts";

interface EdgeUnits {
  key: string;
  label: string;
  units: { id: string; name: string; text: string }[];
}

/** Units that one finding more or less may move into another tier: worth a second look before the circular. */
export const NearEdgeList = memo(function NearEdgeList({ view }: { view: DeductionView }) {
  const edges = toEdgeUnits(view).filter((edge) => edge.units.length > 0);
  const count = new Set(edges.flatMap((edge) => edge.units.map((unit) => unit.id))).size;
  if (count === 0) return null;
  return (
    <section className={styles["list"]} aria-label="临界单位">
      <p className={styles["head"]}>
        <strong>临界单位 {count} 家</strong> 距档线不超过 {formatPoints(NEAR_BAND)} 分，复核一条即可能换档
      </p>
      <dl>
        {edges.map((edge) => (
          <div key={edge.key} className={styles["edge"]}>
            <dt>
              {edge.label} {edge.units.length} 家
            </dt>
            <dd>
              {edge.units.map((unit) => (
                <span key={unit.id} className={styles["unit"]}>
                  {unit.name} <b>{unit.text}</b>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
});

function toEdgeUnits({ standings, ranked }: DeductionView): EdgeUnits[] {
  const found = new Map<string, EdgeUnits>();
  for (const panel of ranked) {
    for (const edge of deductionEdges(standings.scheme, panel.group.unitClass)) {
      const key = `${edge.value}${edge.label}`;
      const entry = found.get(key) ?? { key, label: `${edge.label}（${formatPoints(edge.value)} 分）`, units: [] };
      const near = panel.rows
        .map((row) => row.standing)
        .filter(
          (standing) => standing.state === "scored" && Math.abs(standing.countedDeduction - edge.value) <= NEAR_BAND,
        );
      entry.units.push(
        ...near.map(({ unit, countedDeduction }) => ({
          id: unit.id,
          name: unit.shortName,
          text: formatPoints(countedDeduction),
        })),
      );
      found.set(key, entry);
    }
  }
  return [...found.values()];
}
