import { z } from "zod";
import { type FindingStatus, findingSchema, findingStatusSchema } from "./finding.ts";
import { type ActorRole, actorSchema } from "./rectification-event.ts";

/**
 * The life of a finding: 拟扣 → 已确认 / 申诉中 / 已免除. The ledger's status is where it starts; every decision after that
 * is an entry of its log, which is added to and never changed.
 */
export const findingEventKindSchema = z.enum([
  "confirmed",
  "appealed",
  "upheld",
  "exempted",
  "reinstated",
  "returnedUnfixed",
]);
export type FindingEventKind = z.infer<typeof findingEventKindSchema>;

export const FINDING_EVENT_LABEL = {
  confirmed: "确认扣分",
  appealed: "提出申诉",
  upheld: "维持扣分",
  exempted: "免除扣分",
  reinstated: "恢复为拟扣",
  returnedUnfixed: "退回未改",
} satisfies Record<FindingEventKind, string>;

const deed = {
  id: z.string().min(1).max(64).meta({ description: "Key made by the client; the same key is recorded once" }),
  kind: findingEventKindSchema,
  by: actorSchema,
  reason: z.string().trim().max(2000),
  evidenceUrl: z.string().max(2000).nullable(),
};

export const findingEventSchema = z
  .object({
    ...deed,
    sequence: z.int().min(0).meta({ description: "Order of recording" }),
    at: z.iso.datetime().meta({ description: "The server's time of recording" }),
  })
  .meta({ id: "FindingEvent" });
export type FindingEvent = z.infer<typeof findingEventSchema>;

/** What a person records; the moment is the server's to write. */
export const findingEventDraftSchema = z
  .strictObject({ ...deed, reason: deed.reason.default(""), evidenceUrl: deed.evidenceUrl.default(null) })
  .meta({ id: "FindingEventDraft" });
export type FindingEventDraft = z.infer<typeof findingEventDraftSchema>;

/** An entry with the finding that it belongs to, as a ledger carries it. */
export const findingEntrySchema = z
  .object({ findingId: z.string().min(1), event: findingEventSchema })
  .meta({ id: "FindingEntry" });
export type FindingEntry = z.infer<typeof findingEntrySchema>;

/** A finding's log as one reply: where it started, where it stands, and how it came there. */
export const findingLogSchema = z
  .object({
    importedStatus: findingStatusSchema.meta({ description: "Status in the ledger, where the log starts" }),
    status: findingStatusSchema.meta({ description: "Status now, whatever a published quarter was frozen with" }),
    events: z.array(findingEventSchema),
  })
  .meta({ id: "FindingLog" });
export type FindingLog = z.infer<typeof findingLogSchema>;

/** A ledger line as lists give it: with the entry of its log that was made last, where it has a log. */
export const listedFindingSchema = findingSchema
  .extend({ lastEntry: findingEventSchema.optional() })
  .meta({ id: "ListedFinding" });
export type ListedFinding = z.infer<typeof listedFindingSchema>;

/** Who may record what. A unit argues; it never decides on its own points. */
export const FINDING_EVENT_ROLES = {
  confirmed: ["office", "municipal"],
  appealed: ["unit", "office"],
  upheld: ["office", "municipal"],
  exempted: ["office", "municipal"],
  reinstated: ["office", "municipal"],
  returnedUnfixed: ["office", "thirdParty"],
} as const satisfies Record<FindingEventKind, readonly ActorRole[]>;

/** From which statuses an entry is possible, and where it leads; null leaves the status as it is. */
export const FINDING_STEPS: Record<FindingEventKind, { from: readonly FindingStatus[]; to: FindingStatus | null }> = {
  confirmed: { from: ["proposed"], to: "confirmed" },
  appealed: { from: ["proposed", "confirmed"], to: "appealed" },
  upheld: { from: ["appealed"], to: "confirmed" },
  exempted: { from: ["proposed", "confirmed", "appealed"], to: "exempted" },
  reinstated: { from: ["exempted"], to: "proposed" },
  // The unit was told to put the work right and did not (鲤城: a further equal deduction).
  returnedUnfixed: { from: ["confirmed", "appealed"], to: null },
};

/** Only a confirmation speaks for itself. */
export function needsReason(kind: FindingEventKind): boolean {
  return kind !== "confirmed";
}
