import { type EscalationFacts, escalate, type OverdueCase } from "#domain/escalation.ts";
import type { Finding } from "#domain/finding.ts";
import { addFindings } from "#domain/finding-totals.ts";
import type { Quarter } from "#domain/quarter.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import { behindFindingCursor, type LiveReader, unitPicker } from "./frozen-reader.ts";
import type { LiveQuarter } from "./publication.ts";

/** A quarter with the further lines of its scheme's rules, in its lines and in its sums. */
export function withEscalation(
  live: LiveQuarter,
  facts: Pick<EscalationFacts, "before" | "returned" | "overdue">,
): LiveQuarter {
  const { scheme, findings, inspection } = live;
  const lines = escalate({ ...facts, scheme, findings, quarter: inspection.quarter });
  if (lines.length === 0) return live;
  const all = [...findings, ...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...live, findings: all, totals: addFindings(all) };
}

/** A serious case of the quarter as either store holds it. */
export interface SeriousCase {
  id: string;
  unitId: string;
  url: string | null;
  dueAt: string;
  /** null while nobody reported it fixed. */
  firstOnTime: boolean | null;
}

/** Reported late, or not reported when the inspection ended: no clock is needed, and a later day changes nothing. */
export function toOverdue(cases: readonly SeriousCase[], periodEnd: string): OverdueCase[] {
  const end = Date.parse(`${periodEnd}T23:59:59+08:00`);
  return cases
    .filter(({ firstOnTime, dueAt }) => firstOnTime === false || (firstOnTime === null && Date.parse(dueAt) < end))
    .map(({ id, unitId, url, dueAt }) => ({ caseId: id, unitId, url, dueOn: shanghaiDate(dueAt) }));
}

/**
 * Answers for the quarters whose scheme has such rules from the whole quarter, because the lines follow from each other;
 * for all others the ledger itself answers, as it does while no scheme has any.
 */
export function escalatedReader(live: LiveReader, escalated: () => Promise<readonly Quarter[]>): LiveReader {
  const own = async (asked: readonly Quarter[], frozen: readonly Quarter[]) =>
    (await escalated()).filter(
      (quarter) => (asked.length === 0 || asked.includes(quarter)) && !frozen.includes(quarter),
    );
  return {
    ...live,
    deductionTotals: async (query, frozen) => {
      const quarters = await own(query.quarter, frozen);
      const base = await live.deductionTotals(query, [...frozen, ...quarters]);
      if (quarters.length === 0) return base;
      const further = (await readQuarters(live, quarters)).flatMap(({ totals, units }) => {
        const isPicked = unitPicker(units, query);
        return totals.filter((total) => isPicked(total.unitId));
      });
      return [...base, ...further].sort((a, b) => byText(a.quarter, b.quarter));
    },
    findings: async (query, frozen) => {
      const quarters = await own(query.quarter, frozen);
      const base = await live.findings(query, [...frozen, ...quarters]);
      if (quarters.length === 0) return base;
      const further = (await readQuarters(live, quarters)).flatMap(({ findings, units }) => {
        const isPicked = unitPicker(units, query);
        return findings.filter((row) => isPicked(row.unitId) && isAsked(row, query));
      });
      const rows = [...base.rows, ...behindFindingCursor(further, query)].sort((a, b) => byText(b.quarter, a.quarter));
      return { rows: rows.slice(0, query.limit + 1), total: base.total + further.length };
    },
  };
}

async function readQuarters(live: LiveReader, quarters: readonly Quarter[]): Promise<LiveQuarter[]> {
  return (await Promise.all(quarters.map(live.quarter))).flatMap((found) => found ?? []);
}

function isAsked(row: Finding, query: { indicator: readonly string[]; status: readonly string[] }): boolean {
  return (
    (query.indicator.length === 0 || query.indicator.includes(row.indicatorId)) &&
    (query.status.length === 0 || query.status.includes(row.status))
  );
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
