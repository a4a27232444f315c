import type { Register } from "#api/quarter-results.ts";
import type { Finding } from "#domain/finding.ts";
import { describeQuarter, type Quarter } from "#domain/quarter.ts";
import { type Scheme, schemeInForce } from "#domain/scheme.ts";
import { byOrder, sideOf, UNIT_SIDE_LABEL } from "#domain/unit.ts";
import { filterSearch } from "#filters/filter-search.ts";
import type { FindEntry } from "./find-combobox.tsx";
import type { PageRoute } from "./page-routes.ts";

/** Something that can be found, and where it is. */
export interface FoundPlace extends FindEntry {
  to: { pathname: string; search: string; hash?: string };
}

/** Pages keep the picks of the page that is left, as the navigation does. */
export function pageEntries(pages: readonly PageRoute[], search: string): FoundPlace[] {
  return pages.map(({ path, title, question, initials }) => ({
    id: `page-${path}`,
    group: "页面",
    label: title,
    detail: question,
    texts: [title],
    initials,
    to: { pathname: path, search },
  }));
}

/** A unit leads to its sheet in the quarter that is looked at. */
export function unitEntries({ units }: Pick<Register, "units">, quarter: Quarter | null): FoundPlace[] {
  const search = quarter === null ? "" : filterSearch({ quarters: [quarter] });
  return [...units].sort(byOrder).map((unit) => ({
    id: `unit-${unit.id}`,
    group: "单位",
    label: unit.shortName,
    detail: unit.name === unit.shortName ? UNIT_SIDE_LABEL[sideOf(unit)] : unit.name,
    texts: [unit.shortName, unit.name],
    initials: unit.pinyin,
    to: { pathname: `/units/${encodeURIComponent(unit.id)}`, search },
  }));
}

/** The scheme that the quarter is scored by, or the latest one. */
export function schemeOf({ schemes, inspections }: Register, quarter: Quarter | null): Scheme | undefined {
  const inspection = inspections.find((entry) => entry.quarter === quarter);
  const own = schemes.find((scheme) => scheme.id === inspection?.schemeId);
  return own ?? (quarter === null ? undefined : schemeInForce(schemes, quarter)) ?? schemes[schemes.length - 1];
}

/** An indicator leads to its clause among the rules. */
export function indicatorEntries(scheme: Scheme | undefined): FoundPlace[] {
  return (scheme?.indicators ?? []).map((indicator) => ({
    id: `indicator-${indicator.id}`,
    group: "指标",
    label: indicator.name,
    detail: indicator.clause,
    texts: [indicator.name, indicator.clause],
    initials: indicator.pinyin ?? "",
    to: { pathname: "/rules", search: "", hash: `#${scheme?.id}-${indicator.id}` },
  }));
}

/** A finding leads to the score that it is part of, opened at its indicator. */
export function findingEntries(
  findings: readonly Finding[],
  { units }: Pick<Register, "units">,
  scheme: Scheme | undefined,
): FoundPlace[] {
  const named = new Map(units.map((unit) => [unit.id, unit]));
  const indicators = new Map(scheme?.indicators.map((indicator) => [indicator.id, indicator.name]));
  return findings.map(({ id, unitId, quarter, indicatorId, problem }) => {
    const unit = named.get(unitId);
    const step = `indicator.${indicatorId}`;
    return {
      id: `finding-${id}`,
      group: "问题",
      label: problem,
      detail: `${unit?.shortName ?? unitId} · ${indicators.get(indicatorId) ?? indicatorId} · ${describeQuarter(quarter)}`,
      texts: [problem],
      initials: unit?.pinyin ?? "",
      to: {
        pathname: "/deductions",
        search: filterSearch({ quarters: [quarter], explain: { quarter, unitId, step } }),
      },
    };
  });
}
