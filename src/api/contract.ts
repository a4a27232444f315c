import { z } from "zod";
import { deductionTotalSchema, findingStatusSchema } from "#domain/finding.ts";
import { listedFindingSchema } from "#domain/finding-event.ts";
import { recheckTotalSchema } from "#domain/finding-recheck.ts";
import { coverageSchema } from "#domain/inspection.ts";
import { heldInspectionSchema } from "#domain/publication.ts";
import { schemeSchema } from "#domain/scheme.ts";
import { sourceSchema } from "#domain/source.ts";
import { unitSchema } from "#domain/unit.ts";
import { applicationContract } from "./application-contract.ts";
import { draftContract, draftWrites } from "./draft-contract.ts";
import { defineEndpoint } from "./endpoint.ts";
import { findingContract, findingWrites } from "./finding-contract.ts";
import { after, idSchema, listOf, quarterList, unitParameters } from "./parameters.ts";
import { publicationContract, publicationWrites } from "./publication-contract.ts";
import { rectificationContract, rectificationWrites } from "./rectification-contract.ts";
import { reportContract, reportWrites } from "./report-contract.ts";

/** Findings come in pages, newest quarter first; `next` is the cursor of the following page. */
export const findingPageSchema = z
  .object({ rows: z.array(listedFindingSchema), total: z.int(), next: z.string().nullable() })
  .meta({ id: "FindingPage" });

export const contract = {
  units: defineEndpoint({
    path: "/api/units",
    summary: "The unit register in administrative order",
    query: z.strictObject({}),
    reply: z.array(unitSchema),
  }),
  schemes: defineEndpoint({
    path: "/api/schemes",
    summary: "Assessment schemes, oldest first",
    query: z.strictObject({}),
    reply: z.array(schemeSchema),
  }),
  inspections: defineEndpoint({
    path: "/api/inspections",
    summary: "Inspection rounds, oldest first; a published one with what it was frozen beside",
    query: z.strictObject({}),
    reply: z.array(heldInspectionSchema),
  }),
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
  sources: defineEndpoint({
    path: "/api/sources",
    summary: "Where the data comes from and how old it is",
    query: z.strictObject({}),
    reply: z.array(sourceSchema),
  }),
  ...reportContract,
  ...draftContract,
  ...rectificationContract,
  ...publicationContract,
  ...applicationContract,
  ...findingContract,
};
export type Contract = typeof contract;
export type EndpointName = keyof Contract;

/** Everything that may be written. */
export const writes = {
  ...rectificationWrites,
  ...publicationWrites,
  ...findingWrites,
  ...reportWrites,
  ...draftWrites,
};
export type Writes = typeof writes;
export type WriteName = keyof Writes;

/** Every error of the API, as problem+json (RFC 9457) with a Chinese message for the person at the desk. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable machine-readable code, for example invalidQuery" }),
    field: z.string().nullable().meta({ description: "Parameter or property at fault" }),
    message: z.string().meta({ description: "Chinese message" }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;

/** Header that carries the server's clock on every reply, ISO 8601 in UTC. */
export const SERVER_TIME_HEADER = "server-time";
