import { z } from "zod";
import {
  errorSeveritySchema,
  errorSourceSchema,
  errorTypeSchema,
  rectificationCaseSchema,
  rectificationStateSchema,
} from "#domain/rectification.ts";
import { progressSchema } from "#domain/rectification-progress.ts";
import { defineEndpoint } from "./endpoint.ts";
import { after, listOf, quarterList, unitParameters } from "./parameters.ts";

/** What every list and sum of cases may be narrowed by. A quarter is that of the due day, a severity the present one. */
export const caseParameters = {
  quarter: quarterList,
  ...unitParameters,
  severity: errorSeveritySchema.optional().meta({ description: "Severity now" }),
  errorType: listOf(errorTypeSchema, "Kinds of error, comma separated; empty means all"),
  source: listOf(errorSourceSchema, "Who found the error, comma separated; empty means all"),
  closedFrom: z.iso
    .date()
    .optional()
    .meta({ description: "First day (Asia/Shanghai) of the closing; open cases drop out" }),
  closedTo: z.iso.date().optional().meta({ description: "Last day (Asia/Shanghai) of the closing, itself included" }),
};

/** A case with what its log says; the log itself is only in the reply for one case. */
export const caseStandingSchema = rectificationCaseSchema
  .extend({ progress: progressSchema })
  .meta({ id: "RectificationCaseStanding" });
export type RectificationCaseStanding = z.infer<typeof caseStandingSchema>;

export const caseContract = {
  rectifications: defineEndpoint({
    path: "/api/rectifications",
    summary: "Cases of error rectification in pages (keyset), newest dispatch first, or open ones by due moment",
    query: z.strictObject({
      ...caseParameters,
      state: listOf(rectificationStateSchema, "States, comma separated; empty means all"),
      open: z
        .enum(["true", "false"])
        .default("false")
        .transform((word) => word === "true")
        .meta({ description: "true: dispatched and not yet passed, the first to fall due first" }),
      after,
      limit: z.coerce.number().int().min(1).max(5000).default(100),
    }),
    reply: z
      .object({ rows: z.array(caseStandingSchema), total: z.int(), next: z.string().nullable() })
      .meta({ id: "RectificationPage" }),
  }),
};
