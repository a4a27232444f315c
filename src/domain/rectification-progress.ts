import { z } from "zod";
import { errorSeveritySchema, rectificationStateSchema, termsSchema } from "./rectification.ts";
import { actorSchema, pauseReasonSchema } from "./rectification-event.ts";

/** Why an event is not taken, in words for the person at the desk. */
export const REFUSAL_TEXT = {
  wrongRole: "登记方无权登记此项",
  wrongApprover: "暂停须由区政府办公室或市政府办公厅批准",
  notDispatched: "该件尚未交办",
  alreadyDispatched: "该件已经交办，时限不能重新起算",
  alreadyReceived: "该件已接收或已报告整改，无需再接收",
  alreadyPaused: "该件正在暂停，不能重复暂停",
  notPaused: "该件没有暂停，无须恢复",
  overdue: "该件已超期，不能再暂停",
  awaitingRecheck: "该件已报告整改、等待复核，不能暂停计时",
  alreadyReported: "该件已报告整改，正在等待复核",
  notReported: "责任单位尚未报告整改，不能登记复核结果",
  closed: "该件已复核通过并办结，不能再登记",
  sameSeverity: "级别没有变化",
  inFuture: "时间晚于服务器当前时间",
  outOfOrder: "时间早于该件最近一次登记",
  keyReused: "该编号已用于另一条登记",
} as const;
export type RefusalCode = keyof typeof REFUSAL_TEXT;

const refusalCodeSchema = z.enum(Object.keys(REFUSAL_TEXT) as RefusalCode[]);

/** A stretch of approved standstill; `to` is null while it lasts. */
export const pauseSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime().nullable(),
    reason: pauseReasonSchema,
    approver: actorSchema,
  })
  .meta({ id: "RectificationPause" });
export type Pause = z.infer<typeof pauseSchema>;

/** From a report to the result of its re-check. */
export const recheckWaitSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime().nullable(),
    result: z.enum(["passed", "failed"]).nullable(),
  })
  .meta({ id: "RectificationRecheckWait" });
export type RecheckWait = z.infer<typeof recheckWaitSchema>;

/**
 * Everything that follows from a case's log and does not depend on the present moment: it is stored beside the case,
 * sent to the page, and turned into a clock there.
 */
export const progressSchema = z
  .object({
    state: rectificationStateSchema,
    severity: errorSeveritySchema.meta({ description: "Severity now" }),
    attempt: z.int().min(1).meta({ description: "1, and one more for each failed re-check" }),
    sequence: z.int().meta({ description: "Sequence of the latest entry, −1 for an empty log" }),
    terms: termsSchema.nullable(),
    dispatchedAt: z.iso.datetime().nullable(),
    receivedAt: z.iso.datetime().nullable(),
    dueAt: z.iso.datetime().nullable().meta({ description: "With every finished pause; a running one will move it" }),
    pauses: z.array(pauseSchema),
    waits: z.array(recheckWaitSchema),
    firstReportedAt: z.iso.datetime().nullable(),
    firstReportOnTime: z.boolean().nullable(),
    reportedAt: z.iso.datetime().nullable().meta({ description: "The latest report" }),
    reportOnTime: z.boolean().nullable(),
    closedAt: z.iso.datetime().nullable(),
    notCounted: z
      .array(z.object({ eventId: z.string(), code: refusalCodeSchema }))
      .meta({ description: "Entries that the log holds but that were not possible at their time" }),
  })
  .meta({ id: "RectificationProgress" });
export type Progress = z.infer<typeof progressSchema>;
