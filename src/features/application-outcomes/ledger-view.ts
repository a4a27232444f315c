import type { Register } from "#api/quarter-results.ts";
import { type ReplyRate, replyRate } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import { baseQuarters } from "#domain/comparison.ts";
import type { ResolvedFilters } from "#domain/filters.ts";
import { outcomeTotals } from "#domain/outcome-totals.ts";
import { describeProvenance } from "#domain/provenance.ts";
import { describeQuarters, nameQuarters, type Quarter } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";
import { describeFilters, describeScope, pickedUnits } from "#filters/describe-filters.ts";
import type { OutcomeView } from "./outcome-view.ts";
import { toPeriodReport } from "./period-report.ts";

/** The chosen quarters and units of the ledger, held against the same quarters a year before. */
export interface LedgerView extends OutcomeView {
  quarters: readonly Quarter[];
  units: readonly Unit[];
  /** Of the chosen quarters and units only. */
  facts: readonly ApplicationFact[];
  rate: ReplyRate;
  /** null where the ledger does not reach back a year. */
  baseRate: ReplyRate | null;
}

/** Provenance of everything that the ledger of applications says. */
export function applicationProvenance(register: Register) {
  return describeProvenance(register.sources, "applications");
}

/** `facts` are those of the whole district, in the chosen quarters and in those of the year before. */
export function toLedgerView(
  register: Register,
  filters: ResolvedFilters,
  facts: readonly ApplicationFact[],
): LedgerView {
  const { quarters } = filters;
  const base = baseQuarters(quarters, "yoy");
  const units = pickedUnits(filters, register.units);
  const ids = new Set(units.map((unit) => unit.id));
  const now = facts.filter((fact) => quarters.includes(fact.quarter) && ids.has(fact.unitId));
  const reachesBack = base.every((quarter) => facts.some((fact) => fact.quarter === quarter));
  // The units of then: one that was closed since still had its applications.
  const then = new Set(
    pickedUnits({ ...filters, quarters: [base[0] ?? quarters[0], ...base] }, register.units).map((unit) => unit.id),
  );
  const before = reachesBack ? facts.filter((fact) => base.includes(fact.quarter) && then.has(fact.unitId)) : null;
  const scope = describeScope(filters, register.units);
  const report = toPeriodReport(now, quarters, scope);
  const provenance = applicationProvenance(register);
  return {
    report,
    totals: outcomeTotals(report),
    baseTotals: before === null ? null : outcomeTotals(toPeriodReport(before, base, scope)),
    name: describeQuarters(quarters),
    baseName: describeQuarters(base),
    provenance,
    asOf: provenance.asOf,
    subject: describeFilters(filters, register.units, { parts: ["quarters", "units"] }),
    file: { quarters: nameQuarters(quarters), scope },
    quarters,
    units,
    facts: now,
    rate: replyRate(now, quarters),
    baseRate: before === null ? null : replyRate(before, base),
  };
}
