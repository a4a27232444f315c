import { z } from "zod";

const shape = {
  id: z.string().min(8).max(64).meta({ description: "Key made by the client; the same key is saved once" }),
  schemeId: z.string().min(1).max(64).meta({ description: "The version that the draft changes" }),
  name: z.string().trim().min(1).max(40),
  changes: z.string().min(1).max(4000).meta({ description: "What differs, as the address of 推演 writes it" }),
  by: z.string().trim().min(1).max(60).meta({ description: "Organisation that saves it, never a person" }),
};

/**
 * A draft version of a scheme, kept under a name. It stands beside the schemes and has no quarter of its own, so no
 * score and no published figure can rest on it: it takes effect only when the scheme's sheets are imported.
 */
export const savedDraftSchema = z
  .object({ ...shape, savedAt: z.iso.datetime().meta({ description: "The server's time of saving" }) })
  .meta({ id: "SavedDraft" });
export type SavedDraft = z.infer<typeof savedDraftSchema>;

/** What a person sends; the moment is the server's to write. */
export const draftToSaveSchema = z.strictObject(shape);
export type DraftToSave = z.infer<typeof draftToSaveSchema>;

/** A new name for a draft, asked for by somebody who saw it under the old one. */
export const draftNamingSchema = z.strictObject({ name: shape.name, was: shape.name });
export type DraftNaming = z.infer<typeof draftNamingSchema>;

/** A wish to remove a draft, by somebody who saw it under this name. */
export const draftRemovalSchema = z.strictObject({ was: shape.name, by: shape.by });
export type DraftRemoval = z.infer<typeof draftRemovalSchema>;

/** What stays of a draft that was removed: enough to answer whoever still sees it. */
export const removedDraftSchema = z
  .object({ id: shape.id, name: shape.name, by: shape.by, removedAt: z.iso.datetime() })
  .meta({ id: "RemovedDraft" });
export type RemovedDraft = z.infer<typeof removedDraftSchema>;
