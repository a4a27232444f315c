import { z } from "zod";
import { errorSeveritySchema, limitSchema, termsSchema } from "./rectification.ts";

/** In which part an organisation acts. There are no persons in the log: a role and the organisation's name only. */
export const actorRoleSchema = z.enum(["municipal", "office", "unit", "thirdParty"]);
export type ActorRole = z.infer<typeof actorRoleSchema>;

export const ACTOR_ROLE_LABEL = {
  municipal: "市政府办公厅",
  office: "区政府办公室",
  unit: "责任单位",
  thirdParty: "第三方机构",
} satisfies Record<ActorRole, string>;

export const actorSchema = z
  .object({ role: actorRoleSchema, organisation: z.string().trim().min(1).max(60) })
  .meta({ id: "RectificationActor" });
export type Actor = z.infer<typeof actorSchema>;

/** The only reasons for which a clock may stand still. */
export const pauseReasonSchema = z.enum(["siteOutage", "awaitingWording", "objection", "transfer", "forceMajeure"]);
export type PauseReason = z.infer<typeof pauseReasonSchema>;

export const PAUSE_REASON_LABEL = {
  siteOutage: "网站或发布平台停机",
  awaitingWording: "等待上级或主管部门确认表述",
  objection: "对错误认定提出异议，核实中",
  transfer: "责任单位划转",
  forceMajeure: "不可抗力",
} satisfies Record<PauseReason, string>;

/** What the closing of a case writes down for good, so that no later calendar or rule can move it. */
export const settlementSchema = z
  .object({ dueAt: z.iso.datetime(), firstReportOnTime: z.boolean(), reportOnTime: z.boolean() })
  .meta({ id: "RectificationSettlement" });
export type Settlement = z.infer<typeof settlementSchema>;

const base = {
  id: z.string().min(1).max(64).meta({ description: "Key made by the client; the same key is recorded once" }),
  sequence: z.int().min(0).meta({ description: "Order of recording, decides between events of the same moment" }),
  at: z.iso.datetime().meta({ description: "The server's time of recording, or the time the ledger states" }),
  by: actorSchema,
  note: z.string().max(2000),
};

/** One entry of a case's log. Entries are added and never changed; the whole standing of a case follows from them. */
export const rectificationEventSchema = z
  .discriminatedUnion("kind", [
    z.object({ ...base, kind: z.literal("dispatched"), terms: termsSchema }),
    z.object({ ...base, kind: z.literal("received") }),
    z.object({ ...base, kind: z.literal("paused"), reason: pauseReasonSchema, approver: actorSchema }),
    z.object({ ...base, kind: z.literal("resumed") }),
    z.object({ ...base, kind: z.literal("reportedFixed"), evidenceUrl: z.string().max(2000).nullable() }),
    z.object({ ...base, kind: z.literal("recheckPassed"), settled: settlementSchema.nullable() }),
    z.object({ ...base, kind: z.literal("recheckFailed") }),
    z.object({ ...base, kind: z.literal("severityChanged"), severity: errorSeveritySchema }),
  ])
  .meta({ id: "RectificationEvent" });
export type RectificationEvent = z.infer<typeof rectificationEventSchema>;
export type EventKind = RectificationEvent["kind"];

/** An entry with the case to whose log it belongs, as a ledger holds it. */
export const caseEventSchema = z.object({ caseId: z.string().min(1).max(64), event: rectificationEventSchema });

export const EVENT_LABEL = {
  dispatched: "交办",
  received: "接收",
  paused: "暂停计时",
  resumed: "恢复计时",
  reportedFixed: "报告整改完成",
  recheckPassed: "复核通过",
  recheckFailed: "复核不通过",
  severityChanged: "调整级别",
} satisfies Record<EventKind, string>;

const draftBase = { id: base.id, by: actorSchema, note: base.note.default("") };

/**
 * What a person sends to have an event recorded. Moment, order, frozen terms and settlement are the server's to write,
 * so a wrong clock at the desk changes nothing.
 */
export const eventDraftSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...draftBase,
      kind: z.literal("dispatched"),
      limit: limitSchema.nullable().default(null).meta({ description: "A limit that the notice itself states" }),
    }),
    z.strictObject({ ...draftBase, kind: z.literal("received") }),
    z.strictObject({ ...draftBase, kind: z.literal("paused"), reason: pauseReasonSchema, approver: actorSchema }),
    z.strictObject({ ...draftBase, kind: z.literal("resumed") }),
    z.strictObject({
      ...draftBase,
      kind: z.literal("reportedFixed"),
      evidenceUrl: z.string().max(2000).nullable().default(null),
    }),
    z.strictObject({ ...draftBase, kind: z.literal("recheckPassed") }),
    z.strictObject({ ...draftBase, kind: z.literal("recheckFailed") }),
    z.strictObject({ ...draftBase, kind: z.literal("severityChanged"), severity: errorSeveritySchema }),
  ])
  .meta({ id: "RectificationEventDraft" });
export type EventDraft = z.infer<typeof eventDraftSchema>;

/** Who may record what. A unit never re-checks itself, and never stops its own clock. */
export const EVENT_ROLES = {
  dispatched: ["municipal", "office"],
  received: ["unit", "office"],
  paused: ["municipal", "office"],
  resumed: ["municipal", "office"],
  reportedFixed: ["unit", "office"],
  recheckPassed: ["thirdParty", "municipal", "office"],
  recheckFailed: ["thirdParty", "municipal", "office"],
  severityChanged: ["municipal", "office"],
} as const satisfies Record<EventKind, readonly ActorRole[]>;

/** Those who may approve a pause. */
export const APPROVER_ROLES: readonly ActorRole[] = ["municipal", "office"];

/** The log in the order in which things happened; the order of the list itself never matters. */
export function inOrder(events: readonly RectificationEvent[]): RectificationEvent[] {
  return [...events].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.sequence - b.sequence || (a.id < b.id ? -1 : 1),
  );
}
