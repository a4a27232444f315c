import styles from "./stat-strip.module.css";

export interface Stat {
  label: string;
  value: string;
  unit?: string;
  /** n of N, or what the figure is made of. */
  note?: string;
  /** 较二季度 −23.1: sign and base are in the words, the colour only repeats the meaning. */
  change?: { text: string; meaning: "good" | "worse" | "same" };
  /** Overdue or veto, and only when it is not zero. */
  alarm?: boolean;
}

interface StatStripProps {
  /** The conclusion, computed. A line breaks between clauses, never inside one. */
  clauses: readonly string[];
  /** Scope of the figures. */
  caption: string;
  stats: readonly Stat[];
}

/** One card: what the page concludes, and the four to six figures it rests on. */
export function StatStrip({ clauses, caption, stats }: StatStripProps) {
  return (
    <section className={styles["strip"]} aria-label="结论">
      <div className={styles["conclusion"]}>
        <p className={styles["sentence"]}>
          {clauses.map((clause) => (
            <span key={clause}>{clause}</span>
          ))}
        </p>
        <p className={styles["caption"]}>{caption}</p>
      </div>
      <dl className={styles["stats"]}>
        {stats.map((stat) => (
          <StatCell key={stat.label} stat={stat} />
        ))}
      </dl>
    </section>
  );
}

function StatCell({ stat }: { stat: Stat }) {
  return (
    <div className={styles["cell"]}>
      <dt>{stat.label}</dt>
      <dd className={styles["value"]} data-alarm={stat.alarm || undefined}>
        {stat.value}
        {stat.unit === undefined ? null : <span className={styles["unit"]}> {stat.unit}</span>}
      </dd>
      {stat.note === undefined && stat.change === undefined ? null : (
        <dd className={styles["base"]}>
          {stat.note === undefined ? null : <span>{stat.note}</span>}
          {stat.change === undefined ? null : (
            <span className={styles[stat.change.meaning]}>
              {stat.note === undefined ? "" : " · "}
              {stat.change.text}
            </span>
          )}
        </dd>
      )}
    </div>
  );
}
