import type { Finding } from "#domain/finding.ts";
import type { FindingRecheck } from "#domain/finding-recheck.ts";
import type { Inspection } from "#domain/inspection.ts";
import { addDays } from "./demo-inspections.ts";
import { randomFor } from "./demo-random.ts";

const ASSESSOR = "示例测评机构";
/** Shares of one hundred. */
const LOOKED_AT = 86;
const FIXED_AT_FIRST = 81;
const FIXED_LATER = 60;

/** Two and five weeks after a quarter's results, up to today: most problems are gone, some are looked at twice. */
export function rechecksOf(inspection: Inspection, findings: readonly Finding[], today: string): FindingRecheck[] {
  const published = inspection.publishedOn ?? today;
  return findings
    .filter((finding) => finding.quarter === inspection.quarter && finding.status === "confirmed")
    .flatMap((finding) => looksAt(finding, published))
    .filter((look) => look.recheckedOn <= today);
}

function looksAt(finding: Finding, published: string): FindingRecheck[] {
  const random = randomFor(`recheck|${finding.id}`);
  if (random.int(1, 100) > LOOKED_AT) return [];
  const first = toLook(finding.id, addDays(published, random.int(14, 20)), random.int(1, 100) <= FIXED_AT_FIRST);
  if (first.result === "fixed" || random.int(1, 2) === 1) return [first];
  return [first, toLook(finding.id, addDays(published, random.int(34, 40)), random.int(1, 100) <= FIXED_LATER)];
}

function toLook(findingId: string, recheckedOn: string, isFixed: boolean): FindingRecheck {
  return {
    findingId,
    recheckedOn,
    result: isFixed ? "fixed" : "notFixed",
    by: ASSESSOR,
    note: isFixed ? null : "页面未更新，佐证链接打不开或内容未改",
  };
}
