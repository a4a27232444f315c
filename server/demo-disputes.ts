import { type Application, replyOf } from "#domain/application.ts";
import type { Dispute, DisputeCause, DisputeKind, DisputeResult } from "#domain/dispute.ts";
import { reportYear, resultOf, toTable4 } from "#domain/ledger-report.ts";
import type { OutcomeLeaf } from "#domain/outcome-leaf.ts";
import type { Cells } from "./demo-cells.ts";
import { addDays } from "./demo-inspections.ts";
import { type Random, randomFor } from "./demo-random.ts";
import type { DemoUnit } from "./demo-units.ts";

const KINDS: readonly DisputeKind[] = ["reconsideration", "litigationDirect", "litigationAfterReconsideration"];
/** Percent of a unit's usual applications that end in each kind; reconsideration comes first since 2024. */
const SHARE = {
  before2024: { reconsideration: 2.2, litigationDirect: 3, litigationAfterReconsideration: 0.8 },
  since2024: { reconsideration: 6.5, litigationDirect: 0.8, litigationAfterReconsideration: 1.8 },
} as const;
/** Days that a decision takes. */
const LENGTH = {
  reconsideration: [35, 90],
  litigationDirect: [90, 210],
  litigationAfterReconsideration: [90, 240],
} as const;
const RESULTS: readonly (readonly [result: DisputeResult, share: number])[] = [
  ["upheld", 58],
  ["corrected", 20],
  ["otherResult", 22],
];

const CAUSE: readonly (readonly [start: string, cause: DisputeCause])[] = [
  ["refused", "refused"],
  ["partiallyGranted", "partial"],
  ["unavailable", "unavailable"],
  ["notProcessed", "notProcessed"],
  ["granted", "content"],
];

function causeOf(outcome: OutcomeLeaf | undefined): DisputeCause {
  return CAUSE.find(([start]) => outcome?.startsWith(start))?.[1] ?? "overdue";
}

type Draft = Omit<Dispute, "applicationId" | "cause">;

/** Disputes of one unit that are filed in the year, run to their end. */
function filedIn({ unit, applications }: DemoUnit, year: number): Draft[] {
  const random = randomFor(`disputes|${unit.id}|${year}`);
  const share = year < 2024 ? SHARE.before2024 : SHARE.since2024;
  const isYoung = (unit.activeFrom ?? "") > `${year}-01-01`;
  return KINDS.flatMap((kind) => {
    const count = isYoung ? 0 : Math.floor((applications * share[kind]) / 100 + random.next() * 0.9);
    return Array.from({ length: count }, (_, at) =>
      drawDispute(`${unit.id}-${year}`, kind, at, { unit, year, random }),
    );
  });
}

function drawDispute(
  prefix: string,
  kind: DisputeKind,
  at: number,
  { unit, year, random }: { unit: DemoUnit["unit"]; year: number; random: Random },
): Draft {
  const filedOn = addDays(`${year}-01-10`, random.int(0, 350));
  const [least, most] = LENGTH[kind];
  const word = kind === "reconsideration" ? "FY" : "SS";
  return {
    id: `${word}${prefix}-${kind === "litigationAfterReconsideration" ? "h" : ""}${at + 1}`,
    unitId: unit.id,
    kind,
    filedOn,
    result: random.draw(RESULTS, ([, weight]) => weight)?.[0] ?? "upheld",
    concludedOn: addDays(filedOn, random.int(least, most)),
  };
}

/** Disputes that can still count in the year: filed in it or in the year before. */
function around(demo: DemoUnit, year: number): Draft[] {
  return [...filedIn(demo, year - 1), ...filedIn(demo, year)];
}

/** Table 四 of one unit: what was decided in the year, and what was pending at its end. */
export function disputeCells(demo: DemoUnit, year: number): Cells {
  const span = reportYear(year, `${year}-12-31`);
  const counted = around(demo, year).flatMap((draft) => {
    const result = resultOf({ ...draft, applicationId: null, cause: "other" }, span);
    return result === null ? [] : [{ kind: draft.kind, result, disputes: 1 }];
  });
  return toTable4(counted);
}

/** Disputes since the first report year as a ledger has them on `today`, with the application where there is one. */
export function demoDisputes(
  firstYear: number,
  today: string,
  units: readonly DemoUnit[],
  applications: readonly Application[],
): Dispute[] {
  const years = Array.from({ length: Number(today.slice(0, 4)) - firstYear + 2 }, (_, at) => firstYear - 1 + at);
  const closed = new Map<string, { id: string; on: string; outcome: OutcomeLeaf }[]>();
  for (const application of applications) {
    const reply = replyOf(application);
    if (reply === null) continue;
    const own = closed.get(application.unitId) ?? [];
    closed.set(application.unitId, own);
    own.push({ id: application.id, ...reply });
  }
  const taken = new Set<string>();
  return years
    .flatMap((year) => units.flatMap((demo) => filedIn(demo, year)))
    .filter(({ filedOn, concludedOn }) => filedOn <= today && (concludedOn ?? "") >= `${firstYear}-01-01`)
    .map((draft) => {
      const { unitId, filedOn, concludedOn, result } = draft;
      const before = (closed.get(unitId) ?? []).filter(
        ({ id, on }) => on < filedOn && on > addDays(filedOn, -150) && !taken.has(id),
      );
      const found = before.find(({ outcome }) => outcome !== "granted") ?? before[0];
      if (found !== undefined) taken.add(found.id);
      const isOver = concludedOn !== null && concludedOn <= today;
      return {
        ...draft,
        applicationId: found?.id ?? null,
        cause: causeOf(found?.outcome),
        result: isOver ? result : null,
        concludedOn: isOver ? concludedOn : null,
      };
    });
}
