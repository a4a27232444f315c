import { z } from "zod";
import { fixTimeSchema } from "#domain/fix-time.ts";
import { errorTypeSchema, rectificationRulesSchema } from "#domain/rectification.ts";
import { eventDraftSchema, rectificationEventSchema } from "#domain/rectification-event.ts";
import { rectificationFactSchema } from "#domain/rectification-facts.ts";
import { progressSchema } from "#domain/rectification-progress.ts";
import { caseParameters, caseStandingSchema } from "./case-contract.ts";
import { defineEndpoint, defineWrite } from "./endpoint.ts";
import { idSchema } from "./parameters.ts";

const casePath = z.strictObject({ id: idSchema });

export const rectificationContract = {
  rectification: defineEndpoint({
    path: "/api/rectifications/:id",
    summary: "One case with its event log in the order of happening",
    query: casePath,
    reply: caseStandingSchema
      .extend({ events: z.array(rectificationEventSchema) })
      .meta({ id: "RectificationCaseWithLog" }),
  }),
  rectificationFacts: defineEndpoint({
    path: "/api/rectification-facts",
    summary: "Sums per unit, quarter of the due day, severity and outcome, as they stand at the server's time",
    query: z.strictObject(caseParameters),
    reply: z.array(rectificationFactSchema),
  }),
  rectificationFixTimes: defineEndpoint({
    path: "/api/rectification-fix-times",
    summary: "Closed cases per unit, quarter, severity and minute that counted until the verified report",
    query: z.strictObject(caseParameters),
    reply: z.array(fixTimeSchema),
  }),
  rectificationArrivals: defineEndpoint({
    path: "/api/rectification-arrivals",
    summary: "Dispatches per day, oldest first; days without any are left out",
    query: z.strictObject(caseParameters),
    reply: z.array(z.object({ date: z.iso.date(), cases: z.int().min(1) }).meta({ id: "RectificationArrival" })),
  }),
  rectificationRelapses: defineEndpoint({
    path: "/api/rectification-relapses",
    summary: "Cases asked for that repeat a closed one of the same unit and kind within the days of the rules",
    query: z.strictObject(caseParameters),
    reply: z.array(
      z
        .object({
          caseId: idSchema,
          unitId: idSchema,
          errorType: errorTypeSchema,
          earlierId: idSchema.meta({ description: "The closed case that it repeats" }),
          days: z.int().min(0).meta({ description: "Calendar days between closing and the new dispatch" }),
        })
        .meta({ id: "RectificationRelapse" }),
    ),
  }),
  rectificationRules: defineEndpoint({
    path: "/api/rectification-rules",
    summary: "Versions of the rules that dispatches freeze",
    query: z.strictObject({}),
    reply: z.array(rectificationRulesSchema),
  }),
};

export const rectificationWrites = {
  recordRectificationEvent: defineWrite({
    path: "/api/rectifications/:id/events",
    summary: "Adds an entry to the log of a case; the same key with the same content again changes nothing",
    query: casePath,
    body: eventDraftSchema,
    reply: z
      .object({ event: rectificationEventSchema, progress: progressSchema })
      .meta({ id: "RectificationRecording" }),
  }),
};
