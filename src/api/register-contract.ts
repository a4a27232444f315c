import { z } from "zod";
import { heldInspectionSchema } from "#domain/publication.ts";
import { schemeSchema } from "#domain/scheme.ts";
import { unitSchema } from "#domain/unit.ts";
import { defineEndpoint } from "./endpoint.ts";

export const registerContract = {
  units: defineEndpoint({
    path: "/api/units",
    summary: "The unit register in administrative order",
    query: z.strictObject({}),
    reply: z.array(unitSchema),
  }),
  schemes: defineEndpoint({
    path: "/api/schemes",
    summary: "Assessment schemes, oldest first",
    query: z.strictObject({}),
    reply: z.array(schemeSchema),
  }),
  inspections: defineEndpoint({
    path: "/api/inspections",
    summary: "Inspection rounds, oldest first; a published one with what it was frozen beside",
    query: z.strictObject({}),
    reply: z.array(heldInspectionSchema),
  }),
};
