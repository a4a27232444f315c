import styles from "./conclusion-strip.module.css";

/** One figure: label, value with unit, what it is taken over, and its changes with their base named. */
export interface StripFigure {
  id: string;
  label: string;
  /** What the figure means, on hover and for screen readers. */
  definition?: string;
  value: string;
  unit: string;
  basis: string;
  changes: readonly { text: string; meaning: "good" | "worse" | "same" }[];
  /** Overdue or veto, and only when it is not zero: red means nothing else. */
  isAlarm?: boolean;
  /** Set when the value itself tells of a fault, such as sums that do not balance. */
  isFault?: boolean;
}

interface ConclusionStripProps {
  /** A line may break between clauses, never inside one. */
  clauses: readonly string[];
  caption: string;
  figures: readonly StripFigure[];
  /** A second row of smaller figures under the first, such as the units in each tier. */
  more?: readonly StripFigure[];
}

/** The page's answer before its figures: a computed sentence, then four or five numbers, in one card. */
export function ConclusionStrip({ clauses, caption, figures, more = [] }: ConclusionStripProps) {
  return (
    <section className={styles["strip"]} aria-label="结论">
      <div className={styles["row"]}>
        <div className={styles["words"]}>
          <h2 className={styles["sentence"]}>
            {clauses.map((clause) => (
              <span key={clause} className={styles["clause"]}>
                {clause}
              </span>
            ))}
          </h2>
          <p className={styles["caption"]}>{caption}</p>
        </div>
        <dl className={styles["figures"]}>
          {figures.map((figure) => (
            <StripCell key={figure.id} figure={figure} />
          ))}
        </dl>
      </div>
      {more.length === 0 ? null : (
        <dl className={styles["more"]}>
          {more.map((figure) => (
            <StripCell key={figure.id} figure={figure} />
          ))}
        </dl>
      )}
    </section>
  );
}

function StripCell({ figure }: { figure: StripFigure }) {
  return (
    <div className={styles["cell"]}>
      <dt className={styles["note"]}>
        {figure.definition === undefined ? (
          figure.label
        ) : (
          <span className={styles["defined"]} title={figure.definition}>
            {figure.label}
            <span className="visually-hidden">（{figure.definition}）</span>
          </span>
        )}
      </dt>
      <dd className={styles["value"]} data-fault={figure.isFault || undefined} data-alarm={figure.isAlarm || undefined}>
        {figure.value}
        {figure.unit === "" ? null : <span className={styles["unit"]}> {figure.unit}</span>}
      </dd>
      {figure.basis === "" ? null : <dd className={styles["note"]}>{figure.basis}</dd>}
      {figure.changes.map((change) => (
        <dd key={change.text} className={styles["note"]} data-meaning={change.meaning}>
          {change.text}
        </dd>
      ))}
    </div>
  );
}
