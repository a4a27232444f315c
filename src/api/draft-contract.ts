import { z } from "zod";
import {
  draftNamingSchema,
  draftRemovalSchema,
  draftToSaveSchema,
  removedDraftSchema,
  savedDraftSchema,
} from "#domain/saved-draft.ts";
import { defineEndpoint, defineWrite } from "./endpoint.ts";
import { idSchema } from "./parameters.ts";

const draftPath = z.strictObject({ id: idSchema });

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
  nameSchemeDraft: defineWrite({
    path: "/api/scheme-drafts/:id/name",
    summary: "Renames a draft version that is still called `was`; the same name again changes nothing",
    query: draftPath,
    body: draftNamingSchema,
    reply: savedDraftSchema,
  }),
  removeSchemeDraft: defineWrite({
    path: "/api/scheme-drafts/:id/removal",
    summary: "Removes a draft version that is still called `was`; removed again it changes nothing",
    query: draftPath,
    body: draftRemovalSchema,
    reply: removedDraftSchema,
  }),
};
