import { z } from "zod";
import { applicantKindSchema, outcomeLeafSchema, timelinessSchema } from "./application.ts";
import { quarterSchema } from "./quarter.ts";

/** The reply period of an application, read on one day. Working days throughout. */
export const applicationClockSchema = z
  .object({
    mode: z.enum(["notStarted", "running", "paused", "waiting", "stopped"]).meta({
      description:
        "notStarted: receipt not confirmed · paused: an opinion is asked for · waiting: for a correction or a payment · stopped: closed",
    }),
    clockFrom: z.iso
      .date()
      .nullable()
      .meta({ description: "Day 0 of the period: receipt, or receipt of the correction" }),
    limitDays: z.int().nullable().meta({ description: "20, with an extension up to 40; null with an agreed date" }),
    usedDays: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: "Counted working days up to the reply or the day of reading" }),
    dueOn: z.iso.date().nullable().meta({ description: "Last day to reply; while paused it moves with every day" }),
    remainingDays: z.int().nullable().meta({ description: "Negative past due; 0 on the due day itself" }),
    timeliness: timelinessSchema,
    unmaintained: z
      .object({
        year: z.int().meta({ description: "First year without a published calendar that the count reaches" }),
        referenceDueOn: z.iso
          .date()
          .nullable()
          .meta({ description: "By weekends alone, 仅供参考; null where none can be said" }),
      })
      .nullable()
      .meta({ description: "日历未维护，仅供参考: set when the due day cannot be counted" }),
  })
  .meta({ id: "ApplicationClock" });
export type ApplicationClock = z.infer<typeof applicationClockSchema>;

/**
 * Sums of one unit × quarter × applicant kind × outcome × timeliness.
 *
 * An application is in every quarter from its receipt to its reply, once: as `received` in the quarter of its receipt,
 * as `carriedOver` in each later one. In each of them it has the outcome with which it was closed in that quarter, or
 * none (null), which is 结转 to the next; its timeliness is that of the reply, or of the last day of the quarter (of
 * today in the present one). So received + carriedOver = closed + carried forward holds in every sum.
 *
 * `due` counts it a second time and apart: in the quarter of its due day, with the outcome and timeliness of today. The
 * rate of replies in time counts by the due day, as all limits do.
 */
export const applicationFactSchema = z
  .object({
    quarter: quarterSchema,
    unitId: z.string().min(1),
    applicantKind: applicantKindSchema,
    outcome: outcomeLeafSchema.nullable().meta({ description: "null: not closed in the quarter" }),
    timeliness: timelinessSchema,
    received: z.int().min(0).meta({ description: "Received in the quarter" }),
    carriedOver: z.int().min(0).meta({ description: "Open at the beginning of the quarter" }),
    due: z.int().min(0).meta({ description: "Due day in the quarter; outcome and timeliness are those of today" }),
  })
  .meta({ id: "ApplicationFact" });
export type ApplicationFact = z.infer<typeof applicationFactSchema>;

/** Replies of one unit × quarter of the reply × working days that counted. */
export const replyTimeSchema = z
  .object({
    quarter: quarterSchema.meta({ description: "Quarter of the reply" }),
    unitId: z.string().min(1),
    workingDays: z.int().min(0).meta({ description: "Working days that counted; 0 on the day of receipt" }),
    extended: z.boolean(),
    late: z.boolean(),
    applications: z.int().min(1),
  })
  .meta({ id: "ApplicationReplyTime" });
export type ReplyTime = z.infer<typeof replyTimeSchema>;

/** One step of how a reply period was counted, for 时限怎么算的. */
export const applicationStepSchema = z
  .object({
    kind: z.enum(["receipt", "restart", "limit", "pause", "extension", "agreement", "days", "due", "verdict", "note"]),
    article: z.string().nullable().meta({ description: "第三十三条; null where no article says it" }),
    on: z.iso.date().nullable(),
    text: z.string(),
  })
  .meta({ id: "ApplicationStep" });
export type ApplicationStep = z.infer<typeof applicationStepSchema>;
