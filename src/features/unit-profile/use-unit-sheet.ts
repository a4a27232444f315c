import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { openCasesQuery } from "#api/open-cases.ts";
import { type Register, useQuarterResults } from "#api/quarter-results.ts";
import { rectificationContract } from "#api/rectification-contract.ts";
import { reportContract } from "#api/report-contract.ts";
import { quartersUpTo } from "#domain/inspection.ts";
import { describeProvenance, type Provenance } from "#domain/provenance.ts";
import { type Quarter, quartersOf, yearOf } from "#domain/quarter.ts";
import { groundsOf } from "#domain/quarter-result.ts";
import { turnsOf } from "#domain/rectification-turns.ts";
import type { Unit } from "#domain/unit.ts";
import { fromLedger, fromReport, type UnitApplications } from "./unit-applications.ts";
import { resultOf, type UnitSheetFacts } from "./unit-sheet-facts.ts";

/** Quarters that the trend looks back over. */
const SPAN = 8;
/** No unit has more findings in one quarter. */
const ALL = 500;

/** Everything on the sheet of a unit, at the server's present minute. */
export function useUnitSheet(register: Register, unit: Unit, quarter: Quarter) {
  const quarters = useMemo(() => quartersUpTo(register.inspections, quarter, SPAN), [register.inspections, quarter]);
  const results = useQuarterResults(register, quarters);
  const [findings, rectifications, cases] = useSuspenseQueries({
    queries: [
      endpointQuery(findingContract.findings, { quarter: [quarter], unit: [unit.id], limit: ALL }),
      endpointQuery(rectificationContract.rectificationFacts, { quarter: [quarter], unit: [unit.id] }),
      openCasesQuery({ unit: [unit.id] }),
    ],
  });
  const applications = useUnitApplications(register, unit, quarter);
  const turns = useMemo(() => turnsOf(cases.data.rows), [cases.data.rows]);
  const now = useServerMinute(turns);
  const facts = useMemo(
    (): UnitSheetFacts => ({
      unit,
      quarter,
      results,
      findings: findings.data.rows,
      cases: cases.data.rows,
      now,
      rectifications: rectifications.data,
      applications,
    }),
    [unit, quarter, results, findings.data, cases.data, now, rectifications.data, applications],
  );
  return { facts, provenance: provenanceOf(register, facts) };
}

/** From the ledger where one was imported, so that 0 means none; else what the latest annual report printed. */
function useUnitApplications(register: Register, unit: Unit, quarter: Quarter): UnitApplications | null {
  const quarters = useMemo(() => quartersOf(yearOf(quarter)).filter((entry) => entry <= quarter), [quarter]);
  const [facts, reports] = useSuspenseQueries({
    queries: [
      endpointQuery(applicationContract.applicationFacts, { quarter: quarters, unit: [unit.id] }),
      endpointQuery(reportContract.annualReports, { body: unit.id }),
    ],
  });
  const hasLedger = register.sources.some((source) => source.topic === "applications");
  return useMemo(() => {
    if (hasLedger) return fromLedger(facts.data, quarters);
    const [latest] = [...reports.data].sort((a, b) => b.year - a.year);
    return latest === undefined ? null : fromReport(latest);
  }, [hasLedger, facts.data, reports.data, quarters]);
}

/** The quarter's own ground, and how old the other two ledgers on the sheet are. */
function provenanceOf(register: Register, facts: UnitSheetFacts): Provenance {
  const result = resultOf(facts);
  const own = describeProvenance(register.sources, "inspections", result === undefined ? {} : groundsOf([result]));
  const others = (["rectifications", "applications"] as const).map(
    (topic) => describeProvenance(register.sources, topic).source,
  );
  return { ...own, source: [own.source, ...others].join("；") };
}
