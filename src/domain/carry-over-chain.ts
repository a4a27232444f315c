import type { AnnualReport, ReportHeading } from "./annual-report.ts";
import { APPLICANT_COLUMNS, type ApplicantColumn } from "./outcome.ts";
import { checkReport } from "./reconciliation.ts";
import { RECONCILIATION_RULES } from "./reconciliation-rules.ts";
import { type ReportFigure, sumCells } from "./report-cell.ts";
import { cellId } from "./report-form.ts";
import { type ReportNote, standingNote } from "./report-note.ts";
import type { RuleResult } from "./rule-result.ts";

const CARRY_OVER_RULE = RECONCILIATION_RULES.filter((rule) => rule.id === "R5");

/** Rows of table 三 that the chain is made of; nothing else of a report is needed for it. */
export const CHAIN_ROWS = ["carriedOver", "carriedForward"] as const;

/** From one year to the next in one applicant column: what was left, what was taken over, and R5. */
export interface ChainLink {
  column: ApplicantColumn;
  left: ReportFigure;
  taken: ReportFigure;
  result: RuleResult;
  /** The remark that explains a difference (有说明的除外); null when there is none. */
  note: ReportNote | null;
}

/**
 * From `year − 1` to `year` at one body. It is held together only where both years are there; a year without its
 * neighbour is neither a pass nor a fault, and what it says stands alone.
 */
export type ChainStep =
  | { kind: "joined"; year: number; links: readonly ChainLink[] }
  | { kind: "alone"; year: number; missing: number; left: ReportFigure | null; taken: ReportFigure | null }
  | { kind: "none"; year: number };

/** 结转下年度 of each year → 上年结转 of the next, over the years of one body. */
export interface BodyChain extends Pick<ReportHeading, "bodyId" | "bodyName" | "level"> {
  steps: readonly ChainStep[];
}

/**
 * R5 over every body and every year at hand: "上年结转(Y) = 结转下年度(Y−1), per column" (domain reference, rules of
 * reconciliation). All bodies have the same steps, from the first year that anyone reported to the last.
 */
export function carryOverChains(reports: readonly AnnualReport[], notes: readonly ReportNote[] = []): BodyChain[] {
  const years = reports.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const bodies = new Map<string, AnnualReport[]>();
  for (const report of reports) bodies.set(report.bodyId, [...(bodies.get(report.bodyId) ?? []), report]);
  return [...bodies.values()].flatMap((own): BodyChain[] => {
    const latest = own.reduce((a, b) => (b.year > a.year ? b : a));
    const { bodyId, bodyName, level } = latest;
    const remarks = notes.filter((note) => note.bodyId === bodyId);
    const steps = Array.from({ length: last - first }, (_, index) => toStep(own, first + index + 1, remarks));
    return [{ bodyId, bodyName, level, steps }];
  });
}

function toStep(own: readonly AnnualReport[], year: number, notes: readonly ReportNote[]): ChainStep {
  const report = own.find((one) => one.year === year);
  const previous = own.find((one) => one.year === year - 1);
  if (report !== undefined && previous !== undefined) {
    return { kind: "joined", year, links: toLinks(report, previous, notes) };
  }
  if (report !== undefined) {
    const taken = sumCells(report, [cellId("t3", "carriedOver", "total")]);
    return { kind: "alone", year, missing: year - 1, left: null, taken };
  }
  if (previous === undefined) return { kind: "none", year };
  const left = sumCells(previous, [cellId("t3", "carriedForward", "total")]);
  return { kind: "alone", year, missing: year, left, taken: null };
}

function toLinks(report: AnnualReport, previous: AnnualReport, notes: readonly ReportNote[]): ChainLink[] {
  const results = checkReport(report, { previous }, CARRY_OVER_RULE);
  const own = notes.filter((note) => note.year === report.year);
  return APPLICANT_COLUMNS.flatMap((column): ChainLink[] => {
    const result = results.find(({ item }) => item === column);
    if (result === undefined) return [];
    const left = sumCells(previous, [cellId("t3", "carriedForward", column)]);
    const taken = sumCells(report, [cellId("t3", "carriedOver", column)]);
    return [{ column, left, taken, result, note: standingNote(own, "R5", column) }];
  });
}

/** A link with the body and the years it belongs to. */
export interface PlacedLink extends ChainLink {
  bodyName: string;
  year: number;
}

/** Links of some bodies by what became of them, and the bodies of which years could not be held together. */
export interface ChainSummary {
  held: number;
  /** Different, without and with a remark that says why. */
  broken: readonly PlacedLink[];
  explained: readonly PlacedLink[];
  /** Both years are there, and one of the two cells says no number. */
  unjudged: number;
  /** Bodies with a year that has no neighbour, and the years they lack. */
  alone: readonly { bodyName: string; missing: readonly number[] }[];
}

export function summarizeChains(chains: readonly BodyChain[]): ChainSummary {
  const links = chains.flatMap(({ bodyName, steps }) =>
    steps.flatMap((step) =>
      step.kind === "joined" ? step.links.map((link): PlacedLink => ({ ...link, bodyName, year: step.year })) : [],
    ),
  );
  const of = (verdict: RuleResult["verdict"]) => links.filter(({ result }) => result.verdict === verdict);
  const different = of("fail");
  return {
    held: of("pass").length,
    broken: different.filter(({ note }) => note === null),
    explained: different.filter(({ note }) => note !== null),
    unjudged: of("notAssessable").length,
    alone: chains.flatMap((chain) => {
      const missing = missingYears(chain);
      return missing === null ? [] : [{ bodyName: chain.bodyName, missing }];
    }),
  };
}

/**
 * Years that a body lacks beside one that it has; null when every year it has is joined to another. A body of a single
 * year without any other body's year beside it lacks no year by name, and still cannot be checked.
 */
function missingYears({ steps }: BodyChain): number[] | null {
  const missing = steps.flatMap((step) => (step.kind === "alone" ? [step.missing] : []));
  if (missing.length > 0) return [...new Set(missing)];
  return steps.some((step) => step.kind === "joined") ? null : [];
}
