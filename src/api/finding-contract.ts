import { z } from "zod";
import { findingStatusSchema } from "#domain/finding.ts";
import { findingEventDraftSchema, findingEventSchema, findingLogSchema } from "#domain/finding-event.ts";
import { defineEndpoint, defineWrite } from "./endpoint.ts";
import { idSchema } from "./parameters.ts";

const findingPath = z.strictObject({ id: idSchema });

export const findingContract = {
  findingLog: defineEndpoint({
    path: "/api/findings/:id/events",
    summary: "The log of one finding: appeals and decisions, and the status that they lead to",
    query: findingPath,
    reply: findingLogSchema,
  }),
};

export const findingWrites = {
  recordFindingEvent: defineWrite({
    path: "/api/findings/:id/events",
    summary: "Adds an entry to the log of a finding; the same key with the same content again changes nothing",
    query: findingPath,
    body: findingEventDraftSchema,
    reply: z.object({ event: findingEventSchema, status: findingStatusSchema }).meta({ id: "FindingRecording" }),
  }),
};
