import { z } from "zod";
import { sourceSchema } from "#domain/source.ts";
import { defineEndpoint } from "./endpoint.ts";

/** The only rows that the shell asks for on every page, beside the open cases. */
export const sourceContract = {
  sources: defineEndpoint({
    path: "/api/sources",
    summary: "Where the data comes from and how old it is",
    query: z.strictObject({}),
    reply: z.array(sourceSchema),
  }),
};
