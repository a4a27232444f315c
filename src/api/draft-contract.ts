import { z } from "zod";
import { draftToSaveSchema, savedDraftSchema } from "#domain/saved-draft.ts";
import { defineEndpoint, defineWrite } from "./endpoint.ts";

export const draftContract = {
  schemeDrafts: defineEndpoint({
    path: "/api/scheme-drafts",
    summary: "Draft versions of schemes that were saved, newest first; no quarter is scored by them",
    query: z.strictObject({}),
    reply: z.array(savedDraftSchema),
  }),
};

export const draftWrites = {
  saveSchemeDraft: defineWrite({
    path: "/api/scheme-drafts",
    summary: "Saves a draft version under a name; the same key with the same content again changes nothing",
    query: z.strictObject({}),
    body: draftToSaveSchema,
    reply: savedDraftSchema,
  }),
};
