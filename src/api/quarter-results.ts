import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DeductionTotal } from "#domain/finding.ts";
import type { Coverage } from "#domain/inspection.ts";
import { type HeldInspection, unitsAsPublished } from "#domain/publication.ts";
import type { Quarter } from "#domain/quarter.ts";
import { type QuarterResult, scoreQuarter } from "#domain/quarter-result.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Source } from "#domain/source.ts";
import type { Unit } from "#domain/unit.ts";
import { endpointQuery } from "./endpoint-query.ts";
import { findingContract } from "./finding-contract.ts";
import { registerContract } from "./register-contract.ts";
import { sourceContract } from "./source-contract.ts";

/** What every page knows before any quarter is chosen: small lists that are fetched once. */
export interface Register {
  /** Units as the figures shown name them; see `registerAt`. */
  units: readonly Unit[];
  /** Units as they are registered today. */
  registered: readonly Unit[];
  schemes: readonly Scheme[];
  inspections: readonly HeldInspection[];
  sources: readonly Source[];
}

export function useRegister(): Register {
  const [units, schemes, inspections, sources] = useSuspenseQueries({
    queries: [
      endpointQuery(registerContract.units, {}),
      endpointQuery(registerContract.schemes, {}),
      endpointQuery(registerContract.inspections, {}),
      endpointQuery(sourceContract.sources, {}),
    ],
  });
  return useMemo(
    () => ({
      units: units.data,
      registered: units.data,
      schemes: schemes.data,
      inspections: inspections.data,
      sources: sources.data,
    }),
    [units.data, schemes.data, inspections.data, sources.data],
  );
}

const registersAt = new WeakMap<Register, Map<string, Register>>();

/**
 * The register for figures of these quarters: published ones name their units as they did when they were frozen. The
 * same record for the same quarters, and the register itself where no name or member has changed.
 */
export function registerAt(register: Register, quarters: readonly Quarter[]): Register {
  const known = registersAt.get(register) ?? new Map<string, Register>();
  registersAt.set(register, known);
  const key = quarters.join(",");
  const found = known.get(key) ?? { ...register, units: namedUnits(register, quarters) };
  const shown = found.units === register.registered ? register : found;
  known.set(key, shown);
  return shown;
}

/** A unit has the name of the latest of the quarters that knows it. */
function namedUnits({ registered, inspections }: Register, quarters: readonly Quarter[]): readonly Unit[] {
  const lists = inspections
    .filter((inspection) => quarters.includes(inspection.quarter))
    .map((inspection) => unitsAsPublished(registered, inspection.publication));
  if (lists.every((list) => list === registered)) return registered;
  return [...new Map(lists.flat().map((unit) => [unit.id, unit])).values()];
}

/**
 * The results of the quarters, in the order asked; quarters without an inspection are left out.
 * One pair of requests a quarter, so that a quarter shared by two panels, or by a click and the trend, is fetched and
 * scored once.
 */
export function useQuarterResults(register: Register, quarters: readonly Quarter[]): QuarterResult[] {
  const replies = useSuspenseQueries({
    queries: [
      ...quarters.map((quarter) => endpointQuery(findingContract.deductionTotals, { quarter: [quarter] })),
      ...quarters.map((quarter) => endpointQuery(findingContract.coverage, { quarter: [quarter] })),
    ],
  });
  return steady(
    quarters.flatMap((quarter, index) => {
      const { totals, coverage } = pairOf(replies, index, quarters.length);
      return resultOf(quarter, register, totals, coverage) ?? [];
    }),
  );
}

const listsByFirst = new WeakMap<QuarterResult, QuarterResult[][]>();
const NO_RESULTS: QuarterResult[] = [];

/** The same array for the same results, so that what is derived from it can be memoised. */
function steady(results: QuarterResult[]): QuarterResult[] {
  const [first] = results;
  if (!first) return NO_RESULTS;
  const lists = listsByFirst.get(first) ?? [];
  const known = lists.find(
    (list) => list.length === results.length && list.every((entry, index) => entry === results[index]),
  );
  if (known) return known;
  listsByFirst.set(first, [...lists, results]);
  return results;
}

/** The queries above are all totals, then all coverage, in the same order: that is what makes the two casts true. */
function pairOf(replies: readonly { data: unknown }[], index: number, count: number) {
  return {
    totals: replies[index]?.data as readonly DeductionTotal[],
    coverage: replies[index + count]?.data as readonly Coverage[],
  };
}

interface Scored {
  register: Register;
  coverage: readonly Coverage[];
  result: QuarterResult | null;
}

/** Scores are kept per reply: every panel of a page asks for the same quarters, and a reply never changes in place. */
const scoredByTotals = new WeakMap<readonly DeductionTotal[], Scored>();

function resultOf(
  quarter: Quarter,
  register: Register,
  totals: readonly DeductionTotal[],
  coverage: readonly Coverage[],
): QuarterResult | null {
  const known = scoredByTotals.get(totals);
  if (known && known.coverage === coverage && isSameRegister(known.register, register)) return known.result;
  const { registered: units, schemes, inspections } = register;
  const result = scoreQuarter(quarter, { units, schemes, inspections, coverage, totals });
  scoredByTotals.set(totals, { register, coverage, result });
  return result;
}

function isSameRegister(a: Register, b: Register): boolean {
  return a.registered === b.registered && a.schemes === b.schemes && a.inspections === b.inspections;
}
