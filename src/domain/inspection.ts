import { z } from "zod";
import { type Quarter, quarterSchema } from "./quarter.ts";

export const inspectionKindSchema = z.enum(["quarterly", "special", "daily"]);
export type InspectionKind = z.infer<typeof inspectionKindSchema>;
export const INSPECTION_KIND_LABEL = {
  quarterly: "季度检查",
  special: "专项检查",
  daily: "日常监测",
} satisfies Record<InspectionKind, string>;

/** A draft's numbers say 草稿 on the page and in every file. */
export const inspectionStatusSchema = z.enum(["draft", "published"]);
export type InspectionStatus = z.infer<typeof inspectionStatusSchema>;
export const INSPECTION_STATUS_LABEL = { draft: "草稿", published: "已发布" } satisfies Record<
  InspectionStatus,
  string
>;

/** One round of inspection. Its period is its own: 青神's third quarter of 2022 ran from 24 May to 29 August. */
export const inspectionSchema = z
  .object({
    quarter: quarterSchema,
    kind: inspectionKindSchema,
    name: z.string().min(1),
    schemeId: z.string().min(1),
    periodStart: z.iso.date(),
    periodEnd: z.iso.date(),
    status: inspectionStatusSchema,
    publishedOn: z.iso.date().nullable(),
  })
  .meta({ id: "Inspection" });
export type Inspection = z.infer<typeof inspectionSchema>;

/**
 * Whether a unit was inspected in a quarter, and which indicators say nothing about it.
 * `notApplicable` prints `——` and leaves the full mark; `notReported` prints 未报 and is not a zero.
 */
export const coverageSchema = z
  .object({
    quarter: quarterSchema,
    unitId: z.string().min(1),
    state: z.enum(["inspected", "missed"]),
    reason: z.string().nullable().meta({ description: "Why the unit was missed, or a remark" }),
    notApplicable: z.array(z.string()).meta({ description: "Indicator ids that do not apply to the unit" }),
    notReported: z.array(z.string()).meta({ description: "Indicator ids for which nothing was reported" }),
  })
  .meta({ id: "Coverage" });
export type Coverage = z.infer<typeof coverageSchema>;

/** The quarters a trend looks back over: the latest `span` inspections up to and including `last`, oldest first. */
export function quartersUpTo(
  inspections: readonly Pick<Inspection, "quarter">[],
  last: Quarter,
  span: number,
): Quarter[] {
  return inspections
    .map((inspection) => inspection.quarter)
    .filter((quarter) => quarter <= last)
    .sort()
    .slice(-span);
}
