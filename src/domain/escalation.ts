import { FINDING_STATUS_LABEL, type Finding } from "./finding.ts";
import type { Points } from "./points.ts";
import { POINT } from "./points.ts";
import type { Escalation, Scheme } from "./scheme.ts";

/**
 * 加重扣分 are lines of their own beside the finding that caused them, computed from the rules of the scheme; no document
 * read has a multiplier, so every part is off until a scheme says otherwise. 鲤城 2020 is the one that takes the same
 * again for work that was returned and not put right.
 */
export interface EscalationFacts {
  scheme: Pick<Scheme, "escalation" | "indicators">;
  /** The quarter's own lines as they stand. */
  findings: readonly Finding[];
  /** Lines of the quarter before; empty when there was none. */
  before: readonly Finding[];
  /** Ids of findings that were returned and not put right. */
  returned: ReadonlySet<string>;
  /** Serious errors that missed their limit in the quarter. */
  overdue: readonly OverdueCase[];
  quarter: Finding["quarter"];
}

export interface OverdueCase {
  caseId: string;
  unitId: string;
  dueOn: string;
  url: string | null;
}

const RETURNED = "~returned";
const REPEATED = "~repeated";
const OVERDUE = "~overdue";

/** Computed lines have no log of their own: they follow the line that caused them. */
export function isEscalation({ id }: Pick<Finding, "id">): boolean {
  return [RETURNED, REPEATED, OVERDUE].some((ending) => id.endsWith(ending));
}

/** The line's cause is a case of error rectification and not another line. */
export function isFromCase({ id }: Pick<Finding, "id">): boolean {
  return id.endsWith(OVERDUE);
}

/** The further lines of a quarter, empty while the scheme has no rules for them. At most `cap` points a unit. */
export function escalate(facts: EscalationFacts): Finding[] {
  const rules = facts.scheme.escalation;
  if (rules === undefined) return [];
  const lines = [...returnedLines(rules, facts), ...repeatedLines(rules, facts), ...overdueLines(rules, facts)];
  return rules.cap === null ? lines : limitByUnit(lines, rules.cap);
}

/** Lines that may be escalated: they cost points, still stand, and are no escalation themselves. */
function parentsOf({ scheme, findings }: EscalationFacts): Finding[] {
  const deducting = new Set(scheme.indicators.filter((entry) => entry.effect === "deduct").map((entry) => entry.id));
  return findings.filter(
    (line) => line.parentId === null && line.status !== "exempted" && deducting.has(line.indicatorId),
  );
}

function returnedLines({ returnedSurcharge }: Escalation, facts: EscalationFacts): Finding[] {
  if (returnedSurcharge === null) return [];
  return parentsOf(facts)
    .filter((line) => facts.returned.has(line.id))
    .map((line) => surcharge(line, RETURNED, returnedSurcharge, "退回整改后未改正"));
}

/** The same unit lost points on the same indicator in the quarter before. */
function repeatedLines({ repeatFactor }: Escalation, facts: EscalationFacts): Finding[] {
  if (repeatFactor === null) return [];
  const lost = new Set(
    facts.before
      .filter((line) => line.parentId === null && line.status === "confirmed")
      .map((line) => `${line.unitId}|${line.indicatorId}`),
  );
  return parentsOf(facts)
    .filter((line) => lost.has(`${line.unitId}|${line.indicatorId}`))
    .map((line) => surcharge(line, REPEATED, repeatFactor, "上季度同一指标已扣分"));
}

function surcharge(line: Finding, ending: string, ratio: number, why: string): Finding {
  return {
    ...line,
    id: `${line.id}${ending}`,
    count: 1,
    ratio: null,
    points: Math.round((line.points * ratio) / POINT),
    problem: `${why}，加扣 ${ratio / 100}%：${line.problem}`,
    parentId: line.id,
  };
}

function overdueLines({ overdueSurcharge }: Escalation, { overdue, quarter }: EscalationFacts): Finding[] {
  if (overdueSurcharge === null) return [];
  return overdue.map(({ caseId, unitId, dueOn, url }) => ({
    id: `${caseId}${OVERDUE}`,
    quarter,
    unitId,
    indicatorId: overdueSurcharge.indicatorId,
    occurredOn: dueOn,
    count: 1,
    ratio: null,
    points: overdueSurcharge.points,
    problem: `严重错误超期整改（件号 ${caseId}）`,
    evidenceUrl: url,
    status: "confirmed",
    parentId: caseId,
  }));
}

/** Lines are taken in their order until the unit's cap is reached; the last one may be cut, later ones are dropped. */
function limitByUnit(lines: readonly Finding[], cap: Points): Finding[] {
  const left = new Map<string, Points>();
  return lines.flatMap((line) => {
    const room = left.get(line.unitId) ?? cap;
    const points = Math.min(line.points, room);
    left.set(line.unitId, room - points);
    if (points === 0 && line.points > 0) return [];
    const isCut = points < line.points;
    return [isCut ? { ...line, points, problem: `${line.problem}（已到加重扣分上限）` } : line];
  });
}

/** The rules in words, for notes and the rules page; empty when they are off. */
export function describeEscalation(scheme: Pick<Scheme, "escalation" | "indicators">): string[] {
  const rules = scheme.escalation;
  if (rules === undefined) return [];
  const { returnedSurcharge, repeatFactor, overdueSurcharge, cap } = rules;
  const indicator = scheme.indicators.find((entry) => entry.id === overdueSurcharge?.indicatorId)?.name;
  return [
    ...(returnedSurcharge === null ? [] : [`退回未改再扣原扣分的 ${returnedSurcharge / 100}%`]),
    ...(repeatFactor === null ? [] : [`上季度同一指标已扣分的，加扣原扣分的 ${repeatFactor / 100}%`]),
    ...(overdueSurcharge === null
      ? []
      : [
          `严重错误超期整改，每件在“${indicator ?? overdueSurcharge.indicatorId}”扣 ${overdueSurcharge.points / POINT} 分`,
        ]),
    ...(cap === null ? [] : [`每家单位每季加重扣分最多 ${cap / POINT} 分`]),
    `加重扣分随起因走：起因${FINDING_STATUS_LABEL.exempted}时不计`,
  ];
}
