import { z } from "zod";
import { APPLICANT_KINDS, OUTCOME_LEAVES } from "./outcome-leaf.ts";

export const applicantKindSchema = z.enum(APPLICANT_KINDS);
export type ApplicantKind = z.infer<typeof applicantKindSchema>;

export const outcomeLeafSchema = z.enum(OUTCOME_LEAVES);

/** How an application came; it decides which day is the day of receipt (条例第三十一条). */
export const channelSchema = z.enum(["inPerson", "signedMail", "ordinaryLetter", "electronic"]);
export type Channel = z.infer<typeof channelSchema>;

export const CHANNEL_LABEL = {
  inPerson: "当面提交",
  signedMail: "邮寄（须签收）",
  ordinaryLetter: "平常信函",
  electronic: "互联网/传真",
} satisfies Record<Channel, string>;

/** Whose opinion is asked: a third party (第三十二条) or another organ that made the information too (第三十四条). */
export const consultedSchema = z.enum(["thirdParty", "otherOrgan"]);
export type Consulted = z.infer<typeof consultedSchema>;

export const CONSULTED_LABEL = { thirdParty: "第三方", otherOrgan: "其他机关" } satisfies Record<Consulted, string>;

const on = z.iso.date();

/** One entry of an application's log. Days only, in Asia/Shanghai: the law counts days. */
export const applicationEventSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("correctionRequested"),
      on,
      deadline: z.iso.date().nullable().meta({ description: "Last day that the notice gives the applicant" }),
    }),
    z.strictObject({ kind: z.literal("corrected"), on }),
    z.strictObject({
      kind: z.literal("consultation"),
      on,
      with: consultedSchema,
      answeredOn: z.iso.date().nullable().meta({ description: "null: no answer came, or none yet" }),
    }),
    z.strictObject({
      kind: z.literal("extended"),
      on: on.meta({ description: "Day of the notice to the applicant" }),
      days: z.int().min(1).max(20),
      approver: z.string().trim().min(1).max(60).meta({ description: "The approver's office, not a person" }),
    }),
    z.strictObject({
      kind: z.literal("agreed"),
      on,
      dueOn: z.iso.date().meta({ description: "The longer reasonable period of Article 35 ends here" }),
      reason: z.string().trim().min(1).max(200),
    }),
    z.strictObject({ kind: z.literal("feeNotified"), on }),
    z.strictObject({ kind: z.literal("feePaid"), on }),
    z.strictObject({ kind: z.literal("replied"), on, outcome: outcomeLeafSchema }),
  ])
  .meta({ id: "ApplicationEvent" });
export type ApplicationEvent = z.infer<typeof applicationEventSchema>;
export type ApplicationEventKind = ApplicationEvent["kind"];

export const APPLICATION_EVENT_LABEL = {
  correctionRequested: "补正告知",
  corrected: "收到补正",
  consultation: "征求意见",
  extended: "延期告知",
  agreed: "告知延长的合理期限",
  feeNotified: "收费通知",
  feePaid: "缴费",
  replied: "答复",
} satisfies Record<ApplicationEventKind, string>;

/**
 * One application as the ledger has it: a number, whose it is, what kind of applicant, and days. Nothing in it tells
 * who applied or for what, and nothing else is accepted.
 */
export const applicationSchema = z
  .strictObject({
    id: z.string().min(1).max(64).meta({ description: "Number in the unit's register" }),
    unitId: z.string().min(1),
    applicantKind: applicantKindSchema,
    channel: channelSchema,
    receivedOn: z.iso.date().meta({ description: "Day of handing in, of signing, or of arrival" }),
    confirmedOn: z.iso
      .date()
      .nullable()
      .meta({ description: "Day on which receipt was confirmed, for letters without a signature and online" }),
    events: z.array(applicationEventSchema),
  })
  .meta({ id: "Application" });
export type Application = z.infer<typeof applicationSchema>;

/** Where an application stands. Carrying forward is a view at the end of a period, not a state. */
export const applicationStateSchema = z.enum([
  "awaitingConfirmation",
  "inProgress",
  "awaitingCorrection",
  "consulting",
  "awaitingPayment",
  "closed",
]);
export type ApplicationState = z.infer<typeof applicationStateSchema>;

export const APPLICATION_STATE_LABEL = {
  awaitingConfirmation: "待确认收到",
  inProgress: "办理中",
  awaitingCorrection: "待补正",
  consulting: "征求意见中",
  awaitingPayment: "待缴费",
  closed: "已办结",
} satisfies Record<ApplicationState, string>;

/** How an application stands against its limit. An abandoned one needs no reply and is in no rate. */
export const timelinessSchema = z.enum(["onTime", "late", "abandoned", "open", "openOverdue", "unknown"]);
export type Timeliness = z.infer<typeof timelinessSchema>;

export const TIMELINESS_LABEL = {
  onTime: "按期答复",
  late: "超期答复",
  abandoned: "申请人视为放弃",
  open: "在办，未到期",
  openOverdue: "在办，已超期",
  unknown: "日历未维护，仅供参考",
} satisfies Record<Timeliness, string>;

/**
 * What the law leaves open. That a fee notice stops the period and payment starts it anew is in no text we have read
 * (国办函〔2020〕109号 as it is usually described), so it is off until the office says so.
 */
export interface ApplicationRules {
  version: string;
  feeRestarts: boolean;
}

export const DEFAULT_APPLICATION_RULES: ApplicationRules = { version: "v1", feeRestarts: false };

/**
 * The day of receipt (条例第三十一条): handing in for 当面提交, signing for 邮寄须签收; for letters without a signature
 * and for 互联网、传真 the day of confirmation. null while nothing is confirmed: the application then counts nowhere.
 */
export function effectiveReceipt({ channel, receivedOn, confirmedOn }: Application): string | null {
  return channel === "inPerson" || channel === "signedMail" ? receivedOn : confirmedOn;
}

/** The reply of an application; null while it is open. */
export function replyOf({ events }: Application): { on: string; outcome: (typeof OUTCOME_LEAVES)[number] } | null {
  const reply = events.find((event) => event.kind === "replied");
  return reply === undefined ? null : { on: reply.on, outcome: reply.outcome };
}
