import { z } from "zod";

/**
 * Rules whose difference may be explained: R5 holds "有说明的除外", and R6 breaks in practice because documents are
 * counted anew (domain rules of 国办公开办函〔2021〕30号, table 二).
 */
export const notedRuleSchema = z.enum(["R5", "R6"]);
export type NotedRule = z.infer<typeof notedRuleSchema>;

const shape = {
  id: z.string().min(1).max(64).meta({ description: "Key made by the client; the same key is recorded once" }),
  ruleId: notedRuleSchema,
  item: z.string().min(1).max(60).meta({ description: "Key of the row or column that the note explains" }),
  text: z.string().trim().min(1).max(500),
  by: z.string().trim().min(1).max(60).meta({ description: "Organisation that explains; no person is named" }),
};

/** A remark on why a rule does not hold at a place. Remarks are added and never changed; the latest one stands. */
export const reportNoteSchema = z
  .object({
    ...shape,
    bodyId: z.string().min(1),
    year: z.int(),
    sequence: z.int().min(0),
    at: z.iso.datetime().meta({ description: "The server's time of recording" }),
  })
  .meta({ id: "ReportNote" });
export type ReportNote = z.infer<typeof reportNoteSchema>;

/** What a person sends; moment and order are the server's to write. */
export const noteDraftSchema = z
  .strictObject({
    ...shape,
    after: z.string().max(64).nullable().default(null).meta({
      description: "Id of the remark that stood at this place when it was written; null: none did",
    }),
  })
  .meta({ id: "ReportNoteDraft" });
export type NoteDraft = z.infer<typeof noteDraftSchema>;

/** The remark that stands at a place; null when nobody has explained it. */
export function standingNote(notes: readonly ReportNote[], ruleId: NotedRule, item: string): ReportNote | null {
  return notes
    .filter((note) => note.ruleId === ruleId && note.item === item)
    .reduce<ReportNote | null>(
      (latest, note) => (latest === null || note.sequence > latest.sequence ? note : latest),
      null,
    );
}
