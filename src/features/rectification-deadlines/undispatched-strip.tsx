import { useSuspenseQuery } from "@tanstack/react-query";
import { caseContract } from "#api/case-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { ERROR_TYPE_LABEL } from "#domain/rectification.ts";
import { describeNear, SEVERITY_SHORT, unitNamer } from "./case-words.ts";
import styles from "./undispatched-strip.module.css";
import { type PanelProps, toCaseQuery } from "./use-rectification-view.ts";

/** Named in the strip; the rest is a number. */
const MOST_NAMED = 8;
const HALF_MINUTE = 30_000;

interface UndispatchedStripProps extends PanelProps {
  now: string;
}

/** 待交办: found, not dispatched, so that no clock runs yet. Absent when there is none. */
export function UndispatchedStrip({ register, filters, now, openCase }: UndispatchedStripProps) {
  const query = endpointQuery(caseContract.rectifications, {
    ...toCaseQuery(filters),
    state: ["undispatched"],
    limit: MOST_NAMED,
  });
  const { rows, total } = useSuspenseQuery({ ...query, refetchInterval: HALF_MINUTE }).data;
  const isAsked = filters.caseStates.length === 0 || filters.caseStates.includes("undispatched");
  if (total === 0 || !isAsked) return null;
  const nameOf = unitNamer(register.units);
  return (
    <section className={styles["strip"]} aria-label="待交办">
      <h2 className={styles["title"]}>待交办 {total} 条</h2>
      <ul className={styles["list"]}>
        {rows.map((entry) => (
          <li key={entry.id}>
            <button type="button" className={styles["case"]} data-case={entry.id} onClick={() => openCase(entry.id)}>
              <span className={styles["severity"]}>{SEVERITY_SHORT[entry.severity]}</span>
              <b>{nameOf(entry.unitId)}</b> {ERROR_TYPE_LABEL[entry.errorType]}{" "}
              <span className={styles["found"]}>{describeNear(entry.foundAt, now)} 发现</span>
            </button>
          </li>
        ))}
        {total > rows.length ? <li className={styles["more"]}>另有 {total - rows.length} 条</li> : null}
      </ul>
    </section>
  );
}
