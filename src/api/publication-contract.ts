import { z } from "zod";
import { publicationDraftSchema, publicationSchema, quarterContentSchema } from "#domain/publication.ts";
import { quarterSchema } from "#domain/quarter.ts";
import { defineEndpoint, defineWrite } from "./endpoint.ts";
import { quarterList } from "./parameters.ts";

/** The ledger's present rows of a quarter, as a publication would freeze them. */
const publicationPreviewSchema = z
  .object({
    content: quarterContentSchema,
    digest: z.string().meta({ description: "Sent back with the wish to publish exactly this" }),
    revision: z.int().min(0).meta({ description: "Revision in force; 0 when nothing was published yet" }),
    differs: z.boolean().meta({ description: "Whether this is anything else than the revision in force" }),
  })
  .meta({ id: "PublicationPreview" });

export const publicationContract = {
  publications: defineEndpoint({
    path: "/api/publications",
    summary: "Revisions that were published, by quarter; whether the live rows say something else by now",
    query: z.strictObject({ quarter: quarterList }),
    reply: z.array(publicationSchema),
  }),
  publicationPreview: defineEndpoint({
    path: "/api/publication-preview",
    summary: "What publishing a quarter now would lock; null when the quarter had no inspection",
    query: z.strictObject({ quarter: quarterSchema }),
    reply: publicationPreviewSchema.nullable(),
  }),
};

export const publicationWrites = {
  publish: defineWrite({
    path: "/api/publications",
    summary:
      "Publishes a quarter, or a correction of it, exactly as it was looked at; the same key publishes nothing twice",
    query: z.strictObject({}),
    body: publicationDraftSchema,
    reply: publicationSchema,
  }),
};
