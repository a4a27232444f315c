import { useRegister } from "#api/quarter-results.ts";
import { TierMark } from "#charts/tier-mark.tsx";
import { describeScheme, type Scheme } from "#domain/scheme.ts";
import { describePeriod, schemeClauses, TIER_BASIS_LABEL } from "#domain/scheme-words.ts";
import { describeTierRange } from "#domain/tier.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import styles from "./rules-page.module.css";
import { SchemeChangeTables } from "./scheme-change-tables.tsx";
import { SchemeIndicatorTable } from "./scheme-indicator-table.tsx";
import { SectionHead } from "./section-head.tsx";

/** Every version of the scheme in plain Chinese, the newest first, and what changed between them. */
export function SchemeSection() {
  const { schemes } = useRegister();
  const newestFirst = [...schemes].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  return (
    <>
      <SectionHead id="schemes" title="考核方案">
        每个季度按当时的版本计分，以后改版不影响已发布的季度。
      </SectionHead>
      {newestFirst.length === 0 ? (
        <EmptyState sentence="还没有考核方案。" advice="导入台账的“考核方案”各表后，这里按版本列出。" />
      ) : null}
      {newestFirst.map((scheme) => (
        <SchemeVersion key={scheme.id} scheme={scheme} />
      ))}
      <SchemeChangeTables schemes={newestFirst} />
    </>
  );
}

function SchemeVersion({ scheme }: { scheme: Scheme }) {
  return (
    <section className={styles["part"]} aria-labelledby={`scheme-${scheme.id}`}>
      <h3 id={`scheme-${scheme.id}`} tabIndex={-1} className={styles["subtitle"]}>
        {describeScheme(scheme)} · 适用 {describePeriod(scheme)}
      </h3>
      <SchemeIndicatorTable scheme={scheme} />
      <div className={styles["clauses"]}>
        <dl className={styles["list"]}>
          {schemeClauses(scheme).map(({ id, head, text }) => (
            <div key={id} className={styles["clause"]}>
              <dt>{head}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          {scheme.notes === "" ? null : (
            <div className={styles["clause"]}>
              <dt>说明</dt>
              <dd>{scheme.notes}</dd>
            </div>
          )}
        </dl>
        <TierLines scheme={scheme} />
      </div>
    </section>
  );
}

/** Tier lines per unit class; classes with the same lines share a row. */
function TierLines({ scheme }: { scheme: Scheme }) {
  const rows = new Map<string, { classes: string[]; tiers: Scheme["classTiers"][number]["tiers"] }>();
  for (const { unitClass, tiers } of scheme.classTiers) {
    const key = tiers.map((tier) => `${tier.name}${describeTierRange(tier)}`).join();
    const known = rows.get(key) ?? { classes: [], tiers };
    rows.set(key, { ...known, classes: [...known.classes, unitClass === "*" ? "各类单位" : unitClass] });
  }
  if (rows.size === 0) return <p className={styles["note"]}>本方案不分档。</p>;
  return (
    <table className={styles["tiers"]}>
      <caption className={styles["tierCaption"]}>{TIER_BASIS_LABEL[scheme.tierBasis]}</caption>
      <tbody>
        {[...rows.values()].map(({ classes, tiers }) => (
          <tr key={classes.join()}>
            <th scope="row">{classes.join("、")}</th>
            {tiers.map((tier) => (
              <td key={tier.level}>
                <TierMark mark={{ level: tier.level }} />
                {tier.name} {describeTierRange(tier)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
