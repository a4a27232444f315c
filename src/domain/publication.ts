import { z } from "zod";
import { deductionTotalSchema } from "./finding.ts";
import { coverageSchema, inspectionSchema } from "./inspection.ts";
import { quarterSchema } from "./quarter.ts";
import { schemeSchema } from "./scheme.ts";
import { type Source, sourceSchema } from "./source.ts";
import { isActiveIn, type Unit, unitSchema } from "./unit.ts";

/**
 * A published quarter is frozen: its figures and files are made from a copy of everything they stand on, so that a
 * later import or a new rule cannot change a number that was read out (web-platform-tests/interop #356 shows what
 * silent re-scoring does to trust). A correction is a new revision beside the old one, with its reason.
 */

/** What a quarter's figures stand on, apart from the wording of its ledger lines. */
export const quarterContentSchema = z
  .object({
    inspection: inspectionSchema,
    scheme: schemeSchema,
    /** Units that exist in the quarter or were covered by it, as they were named then. */
    units: z.array(unitSchema),
    coverage: z.array(coverageSchema),
    totals: z.array(deductionTotalSchema),
    /** Age and origin of the data, as they stood. */
    sources: z.array(sourceSchema),
  })
  .meta({ id: "QuarterContent" });
export type QuarterContent = z.infer<typeof quarterContentSchema>;

/** Who publishes: an organisation, never a person. */
export const publisherSchema = z.string().trim().min(1).max(60);

/** One act of publishing. Revision 1 is the publication, every further one a correction with its reason. */
export const publicationSchema = z
  .object({
    quarter: quarterSchema,
    revision: z.int().min(1),
    publishedAt: z.iso.datetime(),
    by: z.string().min(1),
    reason: z.string().nullable(),
    units: z.int().min(0).meta({ description: "Units whose scores are locked" }),
    digest: z.string().meta({ description: "Fingerprint of everything that is frozen" }),
    differs: z.boolean().nullable().meta({
      description: "Whether the live rows say something else by now; null for a revision that was superseded",
    }),
  })
  .meta({ id: "Publication" });
export type Publication = z.infer<typeof publicationSchema>;

/** What stands beside a published inspection: how its register and its sources differ from today's. */
export const publishedGroundsSchema = z
  .object({
    revision: z.int().min(1),
    publishedAt: z.iso.datetime(),
    reason: z.string().nullable(),
    sources: z.array(sourceSchema),
    changedUnits: z.array(unitSchema).meta({ description: "Units as they were named, where the register differs now" }),
    laterUnits: z.array(z.string()).meta({ description: "Ids of registered units that the quarter does not know" }),
  })
  .meta({ id: "PublishedGrounds" });
export type PublishedGrounds = z.infer<typeof publishedGroundsSchema>;

/** An inspection as the API answers it: a published one says what it was frozen with. */
export const heldInspectionSchema = inspectionSchema
  .extend({ publication: publishedGroundsSchema.optional() })
  .meta({ id: "HeldInspection" });
export type HeldInspection = z.infer<typeof heldInspectionSchema>;

/** What somebody asks to publish: exactly the content that the digest was computed from, and nothing newer. */
export const publicationDraftSchema = z.strictObject({
  key: z
    .string()
    .min(8)
    .max(64)
    .meta({ description: "Chosen by the client; the same key again publishes nothing twice" }),
  quarter: quarterSchema,
  digest: z.string().min(1).max(64).meta({ description: "Digest of the preview that was looked at" }),
  units: z.int().min(0).meta({ description: "Units that the preview would lock" }),
  by: publisherSchema,
  reason: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .meta({ description: "Why a published quarter is corrected; null else" }),
});
export type PublicationDraft = z.infer<typeof publicationDraftSchema>;

/** The register of a published quarter, rebuilt from today's and what was frozen beside the inspection. */
export function unitsAsPublished(units: readonly Unit[], grounds: PublishedGrounds | undefined): readonly Unit[] {
  if (grounds === undefined || grounds.changedUnits.length + grounds.laterUnits.length === 0) return units;
  const changed = new Map(grounds.changedUnits.map((unit) => [unit.id, unit]));
  const later = new Set(grounds.laterUnits);
  const kept = units.filter((unit) => !(later.has(unit.id) || changed.has(unit.id)));
  return [...kept, ...changed.values()];
}

/** The other direction: what a register must say beside a frozen quarter so that `unitsAsPublished` gives it back. */
export function compareRegister(
  { inspection, units: frozen }: Pick<QuarterContent, "inspection" | "units">,
  register: readonly Unit[],
  isEqual: (a: Unit, b: Unit) => boolean,
): Pick<PublishedGrounds, "changedUnits" | "laterUnits"> {
  const held = new Map(register.map((unit) => [unit.id, unit]));
  const known = new Set(frozen.map((unit) => unit.id));
  return {
    changedUnits: frozen.filter((unit) => {
      const now = held.get(unit.id);
      return now === undefined || !isEqual(now, unit);
    }),
    laterUnits: register
      .filter((unit) => !known.has(unit.id) && isActiveIn(unit, inspection.quarter))
      .map((unit) => unit.id),
  };
}

/**
 * Sources of figures that stand on published quarters alone: for each topic the newest that one of them was frozen
 * with. null when a quarter still follows the live ledger, because then the figure is as old as that is.
 */
export function frozenSources(inspections: readonly HeldInspection[]): Source[] | null {
  const newest = new Map<string, Source>();
  for (const { publication } of inspections) {
    if (publication === undefined) return null;
    for (const source of publication.sources) {
      const before = newest.get(source.topic);
      if (before === undefined || source.asOf > before.asOf) newest.set(source.topic, source);
    }
  }
  return inspections.length === 0 ? null : [...newest.values()];
}

/** 更正第 1 次 for revision 2; empty for a quarter that was never corrected. */
export function describeRevision(grounds: Pick<PublishedGrounds, "revision"> | undefined): string {
  return grounds === undefined || grounds.revision === 1 ? "" : `更正第 ${grounds.revision - 1} 次`;
}
