import { z } from "zod";
import { applicationSchema, applicationStateSchema } from "#domain/application.ts";
import {
  applicationClockSchema,
  applicationFactSchema,
  applicationStepSchema,
  replyTimeSchema,
} from "#domain/application-standing.ts";
import { cellEntrySchema, computedReportSchema } from "#domain/computed-report.ts";
import { disputeFactSchema, disputeSchema } from "#domain/dispute.ts";
import { mockInspectionSchema } from "#domain/mock-inspection.ts";
import { defineEndpoint } from "./endpoint.ts";
import { after, idSchema, listOf, quarterList, unitParameters } from "./parameters.ts";

const yearSchema = z.string().regex(/^20\d{2}$/);
const flowParameters = { quarter: quarterList, ...unitParameters };
const bodyParameters = {
  body: idSchema.meta({ description: "A unit, or a body with an imported roll-up: then all units are summed" }),
  year: yearSchema.meta({ description: "Reporting year, for example 2025" }),
};

/** What is read of an application on the day of asking (Asia/Shanghai). */
const standingShape = {
  effectiveOn: z.iso.date().nullable().meta({ description: "Day of receipt; null: not confirmed yet" }),
  state: applicationStateSchema,
  clock: applicationClockSchema,
};

const openApplicationSchema = applicationSchema
  .omit({ events: true })
  .extend(standingShape)
  .meta({ id: "OpenApplication" });

const disputeRowSchema = disputeSchema
  .extend({
    application: z
      .object({
        receivedOn: z.iso.date().nullable(),
        repliedOn: z.iso.date().nullable(),
        outcome: z.string().nullable(),
      })
      .nullable()
      .meta({ description: "Days and outcome of the application, where the ledger holds it" }),
  })
  .meta({ id: "DisputeRow" });

export const applicationContract = {
  applicationFacts: defineEndpoint({
    path: "/api/application-facts",
    summary: "Sums of applications per unit, quarter, applicant kind, outcome and timeliness, as of the server's day",
    query: z.strictObject(flowParameters),
    reply: z.array(applicationFactSchema),
  }),
  applicationsDue: defineEndpoint({
    path: "/api/applications-due",
    summary: "Open applications in pages (keyset), the least working days left first, what has no due day last",
    query: z.strictObject({
      ...unitParameters,
      after,
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z
      .object({ rows: z.array(openApplicationSchema), total: z.int(), next: z.string().nullable() })
      .meta({ id: "ApplicationsDuePage" }),
  }),
  applicationReplyTimes: defineEndpoint({
    path: "/api/application-reply-times",
    summary: "Replies per unit, quarter of the reply and working days that counted; abandoned ones are left out",
    query: z.strictObject(flowParameters),
    reply: z.array(replyTimeSchema),
  }),
  application: defineEndpoint({
    path: "/api/applications/:id",
    summary: "One application with its log and how its period was counted",
    query: z.strictObject({ id: idSchema }),
    reply: applicationSchema
      .extend({ ...standingShape, explanation: z.array(applicationStepSchema) })
      .meta({ id: "ApplicationInFull" }),
  }),
  disputeFacts: defineEndpoint({
    path: "/api/dispute-facts",
    summary: "Reconsideration and law suits per unit, quarter and kind: filed, decided, and pending at its end",
    query: z.strictObject(flowParameters),
    reply: z.array(disputeFactSchema),
  }),
  disputes: defineEndpoint({
    path: "/api/disputes",
    summary: "Disputes filed, decided or pending in the quarters, with the application where it is known; newest first",
    query: z.strictObject(flowParameters),
    reply: z.array(disputeRowSchema),
  }),
  mockInspections: defineEndpoint({
    path: "/api/mock-inspections",
    summary: "Mock applications per round and unit, oldest round first",
    query: z.strictObject({
      year: listOf(yearSchema, "Years, comma separated; empty means all"),
      ...unitParameters,
    }),
    reply: z.array(mockInspectionSchema),
  }),
  computedReport: defineEndpoint({
    path: "/api/computed-report",
    summary: "Tables 三 and 四 of a body and year, computed from the ledger",
    query: z.strictObject(bodyParameters),
    reply: computedReportSchema,
  }),
  computedReportCell: defineEndpoint({
    path: "/api/computed-report-cell",
    summary: "Numbers and days of the applications or disputes behind one computed cell, in pages (keyset)",
    query: z.strictObject({
      ...bodyParameters,
      cell: z.string().min(1).max(80).meta({ description: "Cell id, for example t3.granted.naturalPerson" }),
      after,
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z
      .object({ rows: z.array(cellEntrySchema), total: z.int(), next: z.string().nullable() })
      .meta({ id: "ReportCellEntries" }),
  }),
};
