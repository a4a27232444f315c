import { z } from "zod";

/** Every error of the API, as problem+json (RFC 9457) with a Chinese message for the person at the desk. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable machine-readable code, for example invalidQuery" }),
    field: z.string().nullable().meta({ description: "Parameter or property at fault" }),
    message: z.string().meta({ description: "Chinese message" }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;
