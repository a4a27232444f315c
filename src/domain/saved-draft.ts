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
