import { z } from "zod";
import { reportHeadingSchema } from "./annual-report.ts";
import type { RuleId } from "./reconciliation-rules.ts";

/** Spelled out, so that the contract does not carry the rules themselves. */
const ruleIdSchema = z.enum(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10"] satisfies RuleId[]);

/** At how many places of a report a rule holds, fails, or cannot be judged. A rule that has no place is left out. */
export const ruleCountSchema = z
  .object({ ruleId: ruleIdSchema, pass: z.int().min(0), fail: z.int().min(0), notAssessable: z.int().min(0) })
  .meta({ id: "RuleCount" });
export type RuleCount = z.infer<typeof ruleCountSchema>;

/** One place where a sum is wrong. */
export const ruleFailureSchema = z
  .object({
    ruleId: ruleIdSchema,
    item: z.string().meta({ description: "Key of the column, row, block or cell" }),
    where: z.string(),
    difference: z.number().nullable(),
    message: z.string().meta({ description: "Both sides with their numbers, in Chinese" }),
  })
  .meta({ id: "RuleFailure" });

/** Whether the tables of one body and year reconcile. */
export const reportVerdictSchema = reportHeadingSchema
  .extend({ rules: z.array(ruleCountSchema), failures: z.array(ruleFailureSchema) })
  .meta({ id: "ReportVerdict" });
export type ReportVerdict = z.infer<typeof reportVerdictSchema>;
