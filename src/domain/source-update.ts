import type { Ledger, LedgerChange } from "./ledger.ts";
import type { Source, SourceTopic } from "./source.ts";

/** The topic that each part of the ledger feeds. */
export const PART_TOPIC = {
  units: "units",
  schemes: "schemes",
  inspections: "inspections",
  coverage: "inspections",
  findings: "inspections",
  findingRechecks: "inspections",
  findingEvents: "inspections",
  annualReports: "annualReports",
  rectificationRules: "rectifications",
  rectificationCases: "rectifications",
  rectificationEvents: "rectifications",
  applications: "applications",
  disputes: "applications",
  mockInspections: "applications",
} as const satisfies Record<keyof Ledger, SourceTopic>;

const LIVE_TOPICS: readonly SourceTopic[] = ["rectifications", "applications"];

/**
 * The source of a topic after an import. An import that brings nothing new leaves it alone; a correction of an old
 * quarter does not make the newest one older; and one demonstration row keeps the topic marked as demonstration, whose
 * logs and applications are written up to the moment of its making, while its inspections end with their quarter.
 */
export function updateSource(
  before: Source | undefined,
  origin: Pick<Source, "name" | "asOf" | "importedAt" | "demo">,
  arrival: { topic: SourceTopic; changes: readonly LedgerChange[]; rows: number },
): Source {
  const { topic, changes, rows } = arrival;
  const completeTo = origin.demo && LIVE_TOPICS.includes(topic) ? origin.importedAt : origin.asOf;
  if (before === undefined) return { ...origin, topic, rows, asOf: completeTo };
  const isNews = changes.some((change) => change.added + change.changed > 0) || completeTo > before.asOf;
  if (!isNews) return before;
  const asOf = completeTo > before.asOf ? completeTo : before.asOf;
  return { ...origin, topic, rows, asOf, demo: origin.demo || before.demo };
}
