import { z } from "zod";
import { quarterSchema } from "#domain/quarter.ts";
import { unitSideSchema } from "#domain/unit.ts";

/** A list in one parameter, comma separated; left out or empty means no restriction. At most 400 entries. */
export function listOf<S extends z.ZodType<string, string>>(item: S, description: string) {
  return z
    .string()
    .max(8000)
    .default("")
    .transform((text) => (text === "" ? [] : text.split(",")))
    .pipe(z.array(item).max(400))
    .meta({ description });
}

export const idSchema = z.string().min(1).max(64);
export const quarterList = listOf(quarterSchema, "Quarters, comma separated; empty means all");
export const after = z.string().max(200).optional().meta({ description: "Cursor: `next` of the page before" });

/** Whose rows are asked for. */
export const unitParameters = {
  unit: listOf(idSchema, "Unit ids, comma separated; empty means all"),
  side: unitSideSchema.optional().meta({ description: "department (with the office) or township" }),
  unitClass: z.string().max(40).optional().meta({ description: "Unit class, for example 一类" }),
};
