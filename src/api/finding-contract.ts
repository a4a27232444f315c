import { z } from "zod";
import { deductionTotalSchema, findingStatusSchema } from "#domain/finding.ts";
import {
  findingEventDraftSchema,
  findingEventSchema,
  findingLogSchema,
  listedFindingSchema,
} from "#domain/finding-event.ts";
import { recheckTotalSchema } from "#domain/finding-recheck.ts";
import { coverageSchema } from "#domain/inspection.ts";
import { defineEndpoint, defineWrite } from "./endpoint.ts";
import { after, idSchema, listOf, quarterList, unitParameters } from "./parameters.ts";

/** Findings come in pages, newest quarter first; `next` is the cursor of the following page. */
const findingPageSchema = z
  .object({ rows: z.array(listedFindingSchema), total: z.int(), next: z.string().nullable() })
  .meta({ id: "FindingPage" });

const findingPath = z.strictObject({ id: idSchema });

export const findingContract = {
  coverage: defineEndpoint({
    path: "/api/coverage",
    summary: "Which units were inspected in a quarter, and which indicators say nothing about them",
    query: z.strictObject({ quarter: quarterList }),
    reply: z.array(coverageSchema),
  }),
  findings: defineEndpoint({
    path: "/api/findings",
    summary: "Ledger lines in pages (keyset)",
    query: z.strictObject({
      quarter: quarterList,
      ...unitParameters,
      indicator: listOf(idSchema, "Indicator ids, comma separated; empty means all"),
      status: listOf(findingStatusSchema, "Statuses, comma separated; empty means all"),
      after,
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    reply: findingPageSchema,
  }),
  deductionTotals: defineEndpoint({
    path: "/api/deduction-totals",
    summary: "Sums of points per unit, quarter and indicator",
    query: z.strictObject({ quarter: quarterList, ...unitParameters }),
    reply: z.array(deductionTotalSchema),
  }),
  recheckTotals: defineEndpoint({
    path: "/api/recheck-totals",
    summary: "Third-party second looks at findings, summed per unit, quarter and indicator by the latest look",
    query: z.strictObject({ quarter: quarterList, ...unitParameters }),
    reply: z.array(recheckTotalSchema),
  }),
  findingLog: defineEndpoint({
    path: "/api/findings/:id/events",
    summary: "The log of one finding: appeals and decisions, and the status that they lead to",
    query: findingPath,
    reply: findingLogSchema,
  }),
};

export const findingWrites = {
  recordFindingEvent: defineWrite({
    path: "/api/findings/:id/events",
    summary: "Adds an entry to the log of a finding; the same key with the same content again changes nothing",
    query: findingPath,
    body: findingEventDraftSchema,
    reply: z.object({ event: findingEventSchema, status: findingStatusSchema }).meta({ id: "FindingRecording" }),
  }),
};
