import type { Finding } from "#domain/finding.ts";
import { POINT } from "#domain/points.ts";
import { numberOf, type Quarter } from "#domain/quarter.ts";
import { isActiveIn } from "#domain/unit.ts";
import { addDays, inspectedPeriod, severityOf } from "./demo-inspections.ts";
import { type Occasion, occasionOf } from "./demo-occasions.ts";
import { problemText } from "./demo-problems.ts";
import { type Random, randomFor } from "./demo-random.ts";
import { PRICED_INDICATORS, type PricedIndicator } from "./demo-scheme.ts";
import type { DemoUnit } from "./demo-units.ts";

/** How often each indicator is the problem: 重点领域, 栏目更新 and 链接错敏 lead, as in published results. */
const FREQUENCY: Readonly<Record<string, number>> = {
  organisation: 12,
  policyDocuments: 26,
  finance: 22,
  keyAreas: 26,
  channels: 14,
  replies: 26,
  timelyInterpretation: 9,
  interpretationForms: 6,
  messages: 12,
  consultation: 10,
  updates: 24,
  links: 13,
  annualReport: 8,
};

/** 2.4 points of 解读形式 would be lost where it is worth two: the cap shows. */
const CAPPED = { id: "interpretationForms", count: 8, tenths: 3 };
/** An indicator loses at most this many tenths in a unit, so that only the chosen one reaches its cap. */
const USUAL_LIMIT = 18;
const CELL_LIMIT: Readonly<Record<string, number>> = { keyAreas: 24, interpretationForms: 9, links: 80 };

/** Collects the lines of one unit and quarter and numbers them. */
class UnitLines {
  readonly quarter: Quarter;
  readonly unitId: string;
  readonly random: Random;
  readonly lines: Finding[] = [];
  private readonly texts = new Set<string>();
  private readonly spent = new Map<string, number>();

  constructor(quarter: Quarter, unitId: string) {
    this.quarter = quarter;
    this.unitId = unitId;
    this.random = randomFor(`${quarter}|${unitId}`);
  }

  spentOn(indicatorId: string): number {
    return this.spent.get(indicatorId) ?? 0;
  }

  add(indicatorId: string, price: { count: number; tenths: number }, change: Partial<Finding> = {}): Finding {
    const { start, end } = inspectedPeriod(this.quarter);
    const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000);
    const id = `${this.quarter}-${this.unitId}-${String(this.lines.length + 1).padStart(2, "0")}`;
    const line: Finding = {
      id,
      quarter: this.quarter,
      unitId: this.unitId,
      indicatorId,
      occurredOn: addDays(start, this.random.int(0, days)),
      count: price.count,
      ratio: null,
      points: (price.count * price.tenths * POINT) / 10,
      problem: problemText(indicatorId, price.count, this.random, this.texts),
      evidenceUrl: indicatorId === "replies" ? null : `https://gov.example/${this.unitId}/${id}.html`,
      status: "confirmed",
      parentId: null,
      ...change,
    };
    this.lines.push(line);
    this.texts.add(line.problem);
    if (line.status === "confirmed")
      this.spent.set(indicatorId, this.spentOn(indicatorId) + price.count * price.tenths);
    return line;
  }
}

/** A ratio indicator steps by 4 % of its five points, so that its lines are tenths as well. */
function addPriced(
  lines: UnitLines,
  indicator: PricedIndicator,
  count: number,
  change: Partial<Finding> = {},
): Finding {
  if (!indicator.byRatio) return lines.add(indicator.id, { count, tenths: indicator.tenths }, change);
  return lines.add(indicator.id, { count: 1, tenths: count * indicator.tenths }, { ratio: count * 400, ...change });
}

/** Splits what the unit loses into lines of plausible indicators. */
function spread(lines: UnitLines, tenths: number, applicable: readonly PricedIndicator[]): void {
  let left = tenths;
  while (left > 0) {
    const room = ({ id }: PricedIndicator) =>
      Math.min(left, id === "annualReport" ? 8 : 14, (CELL_LIMIT[id] ?? USUAL_LIMIT) - lines.spentOn(id));
    const affordable = applicable.filter((indicator) => indicator.tenths <= room(indicator));
    const indicator = lines.random.draw(affordable, ({ id }) => FREQUENCY[id] ?? 1);
    if (indicator === undefined) return;
    const most = Math.floor(room(indicator) / indicator.tenths);
    const count = lines.random.int(Math.max(1, Math.ceil(most / 3)), most);
    addPriced(lines, indicator, count);
    left -= count * indicator.tenths;
  }
}

/** Tenths of a point that the unit loses, before the score is brought back to the full mark. */
function lossOf({ habit, notApplicable }: DemoUnit, quarter: Quarter, random: Random): number {
  const wobble = random.next();
  if (habit === 0) return numberOf(quarter) === 3 || wobble > 0.35 ? 0 : random.int(2, 11);
  const attainable = notApplicable.includes("policyDocuments") ? 0.92 : 1;
  const points = habit * severityOf(quarter) + (wobble - 0.5) * Math.min(1.8, habit);
  return Math.max(0, Math.round(points * attainable * 10));
}

const OPEN_STATUSES = ["appealed", "proposed", "exempted"] as const;

/** Lines that cost nothing yet, escalations, bonuses and vetoes. */
function addOccasions(lines: UnitLines, key: string, occasion: Occasion, applicable: readonly PricedIndicator[]): void {
  const parent = lines.lines.find((line) => line.indicatorId !== CAPPED.id && line.ratio === null);
  for (const status of OPEN_STATUSES) {
    const indicator = lines.random.draw(applicable, ({ id }) => FREQUENCY[id] ?? 1);
    if (occasion[status].includes(key) && indicator !== undefined)
      addPriced(lines, indicator, lines.random.int(1, 3), { status });
  }
  if (occasion.escalated.includes(key) && parent !== undefined)
    lines.add(
      parent.indicatorId,
      { count: parent.count, tenths: (parent.points * 10) / POINT / parent.count },
      { parentId: parent.id, problem: `退回整改后仍未改正，加扣同等分值：${parent.problem}` },
    );
  if (occasion.bonus.includes(key)) lines.add("innovation", { count: 1, tenths: 5 });
  const veto = occasion.vetoed[key];
  if (veto !== undefined) lines.add(veto, { count: 1, tenths: 0 });
}

function findingsOfUnit(demo: DemoUnit, quarter: Quarter, occasion: Occasion): Finding[] {
  const lines = new UnitLines(quarter, demo.unit.id);
  const silent = [...demo.notApplicable, occasion.notReported[demo.key]];
  const applicable = PRICED_INDICATORS.filter(({ id }) => !silent.includes(id));
  const isCapped = occasion.capped.includes(demo.key);
  if (isCapped) lines.add(CAPPED.id, CAPPED);
  const loss = lossOf(demo, quarter, lines.random) - (isCapped ? CAPPED.count * CAPPED.tenths : 0);
  spread(lines, loss, applicable);
  addOccasions(lines, demo.key, occasion, applicable);
  return lines.lines;
}

/** The ledger lines of a quarter: the same for every day on which the district is made. */
export function findingsOf(quarter: Quarter, units: readonly DemoUnit[]): Finding[] {
  const occasion = occasionOf(quarter);
  return units
    .filter(({ unit, key }) => isActiveIn(unit, quarter) && occasion.missed[key] === undefined)
    .flatMap((demo) => findingsOfUnit(demo, quarter, occasion));
}
