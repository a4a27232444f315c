import { useMemo } from "react";
import { type Register, useQuarterResults } from "#api/quarter-results.ts";
import { isUnitPicked, type ResolvedFilters } from "#domain/filters.ts";
import { describeProvenance, type Provenance } from "#domain/provenance.ts";
import type { Quarter } from "#domain/quarter.ts";
import { groundsOf, type QuarterResult } from "#domain/quarter-result.ts";
import { applyChanges, onlyDifferences, type SchemeChange } from "#domain/scheme-draft.ts";
import { compareDraft, type UnitChange, type WhatIf } from "#domain/what-if.ts";
import { prepareBench, type ScoreBench } from "#domain/what-if-scores.ts";

/** What a panel shows. */
export interface ViewProps {
  register: Register;
  filters: ResolvedFilters;
}

export interface PanelProps extends ViewProps {
  stale: boolean;
}

export interface WhatIfView {
  quarter: Quarter;
  result: QuarterResult;
  whatIf: WhatIf;
  /** Changes that the scheme takes and that differ from it. */
  changes: readonly SchemeChange[];
  /** Changes that mean nothing in this scheme. */
  refused: readonly SchemeChange[];
  /** The units that the filters let through. */
  rows: readonly UnitChange[];
  provenance: Provenance;
}

const benches = new WeakMap<QuarterResult, ScoreBench>();

function benchOf(result: QuarterResult): ScoreBench {
  const bench = benches.get(result) ?? prepareBench(result);
  benches.set(result, bench);
  return bench;
}

/** A draft is tried on one quarter: the last of those chosen. */
export function quarterTried(filters: ResolvedFilters): Quarter {
  return filters.quarters[filters.quarters.length - 1] ?? filters.quarters[0];
}

/** null when the quarter cannot be scored. */
export function useWhatIfView({ register, filters }: ViewProps): WhatIfView | null {
  const quarter = quarterTried(filters);
  const [result] = useQuarterResults(register, [quarter]);
  return useMemo(() => (result ? toView(register, filters, result) : null), [register, filters, result]);
}

interface KnownView {
  register: Register;
  result: QuarterResult;
  view: WhatIfView;
}

/** One view per choice, shared by the panels of the page. */
const viewByFilters = new WeakMap<ResolvedFilters, KnownView>();

function toView(register: Register, filters: ResolvedFilters, result: QuarterResult): WhatIfView {
  const known = viewByFilters.get(filters);
  if (known && known.register === register && known.result === result) return known.view;
  const bench = benchOf(result);
  const { scheme, refused } = applyChanges(bench.scheme, filters.draft);
  const whatIf = compareDraft(bench, scheme);
  const changes = onlyDifferences(
    bench.scheme,
    filters.draft.filter((change) => !refused.includes(change)),
  );
  const { source, asOf, marks } = describeProvenance(register.sources, "inspections", groundsOf([result]));
  const view: WhatIfView = {
    quarter: result.quarter,
    result,
    whatIf,
    changes,
    refused,
    rows: whatIf.rows.filter(({ unit }) => isUnitPicked(unit, filters)),
    provenance: { source: `${source} · 推演改动 ${changes.length} 处`, asOf, marks: [...marks, "推演"] },
  };
  viewByFilters.set(filters, { register, result, view });
  return view;
}
