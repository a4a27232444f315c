import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link } from "react-router";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { openCasesQuery } from "#api/open-cases.ts";
import { type Register, useQuarterResults } from "#api/quarter-results.ts";
import { reportContract } from "#api/report-contract.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import { turnsOf } from "#domain/rectification-turns.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { standUnits } from "#domain/standing.ts";
import type { Unit } from "#domain/unit.ts";
import { filterSearch } from "#filters/filter-search.ts";
import { Panel } from "#ui/panel.tsx";
import styles from "./attention-card.module.css";
import type { AttentionLine, SharedPicks } from "./attention-line.ts";
import { toApplicationLines } from "./to-application-lines.ts";
import { toCaseLines } from "./to-case-lines.ts";
import { toNearEdgeLine, toReportLine, toSourceLine } from "./to-standing-lines.ts";

interface AttentionProps {
  register: Register;
  filters: ResolvedFilters;
}

/** What needs attention now. Each source waits and fails alone: a lost report never hides what runs out in an hour. */
export function AttentionCard(props: AttentionProps) {
  return (
    <section className={styles["card"]} aria-labelledby="attention-title">
      <header className={styles["head"]}>
        <h2 id="attention-title" className={styles["title"]}>
          眼下要办
        </h2>
        <p className={styles["now"]}>按服务器时间逐分钟更新；点一行到对应页面</p>
      </header>
      <Panel bare minHeight={132} label="整改时限">
        <CaseLines {...props} />
      </Panel>
      <Panel bare minHeight={88} label="申请时限">
        <ApplicationLines {...props} />
      </Panel>
      <Panel bare minHeight={44} label="年报等式">
        <ReportLines {...props} />
      </Panel>
      <Panel bare minHeight={44} label="临界单位">
        <NearEdgeLines {...props} />
      </Panel>
      <Panel bare minHeight={44} label="数据来源">
        <SourceLines register={props.register} />
      </Panel>
    </section>
  );
}

const NO_TURNS: readonly number[] = [];

/** Picks that every request about units understands. */
function toUnitQuery({ units, side, unitClass }: ResolvedFilters) {
  return { unit: units, side: side ?? undefined, unitClass: unitClass ?? undefined };
}

function picksOf({ quarters, side, unitClass, units }: ResolvedFilters): SharedPicks {
  return { quarters, side, unitClass, units };
}

function CaseLines({ register, filters }: AttentionProps) {
  const { rows, total } = useSuspenseQuery(openCasesQuery(toUnitQuery(filters))).data;
  const now = useServerMinute(useMemo(() => turnsOf(rows), [rows]));
  const lines = useMemo(
    () => toCaseLines(rows, { total, now }, namer(register.units), picksOf(filters)),
    [rows, total, now, register.units, filters],
  );
  return <Lines lines={lines} />;
}

const MOST_APPLICATIONS = 200;
const FIVE_MINUTES = 300_000;

function ApplicationLines({ register, filters }: AttentionProps) {
  const query = endpointQuery(applicationContract.applicationsDue, {
    ...toUnitQuery(filters),
    limit: MOST_APPLICATIONS,
  });
  const { rows } = useSuspenseQuery({ ...query, refetchInterval: FIVE_MINUTES }).data;
  const today = shanghaiDate(useServerMinute(NO_TURNS));
  const lines = useMemo(
    () => toApplicationLines(rows, today, namer(register.units), picksOf(filters)),
    [rows, today, register.units, filters],
  );
  return <Lines lines={lines} />;
}

function ReportLines({ register, filters }: AttentionProps) {
  const headings = useSuspenseQuery(endpointQuery(reportContract.annualReportHeadings, {})).data;
  const latest = String(Math.max(2008, ...headings.map(({ year }) => year)));
  const verdicts = useSuspenseQuery(endpointQuery(reportContract.annualReportVerdicts, { year: [latest] })).data;
  const line = useMemo(() => toReportLine(verdicts, filters, register.units), [verdicts, filters, register.units]);
  return <Lines lines={[line]} />;
}

function NearEdgeLines({ register, filters }: AttentionProps) {
  const results = useQuarterResults(register, filters.quarters);
  const lines = useMemo(() => {
    const [first, ...rest] = results;
    return first === undefined ? [] : [toNearEdgeLine(standUnits([first, ...rest]), filters, picksOf(filters))];
  }, [results, filters]);
  return <Lines lines={lines} />;
}

function SourceLines({ register }: Pick<AttentionProps, "register">) {
  const now = useServerMinute(NO_TURNS);
  return <Lines lines={[toSourceLine(register.sources, now)]} />;
}

function Lines({ lines }: { lines: readonly AttentionLine[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id}>
          <Link
            to={{ pathname: line.path, search: filterSearch(line.picks), hash: line.anchor ?? "" }}
            className={styles["line"] ?? ""}
            data-none={line.count === 0 || undefined}
          >
            <span className={styles["count"]} data-tone={line.tone ?? undefined}>
              {line.count}
              <span className={styles["unit"]}> {line.unit}</span>
            </span>
            <span className={styles["words"]}>
              <span className={styles["label"]}>{line.label}</span>
              <span className={styles["detail"]}>{line.detail}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function namer(units: readonly Unit[]): (unitId: string) => string {
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]));
  return (unitId) => names.get(unitId) ?? unitId;
}
