import { z } from "zod";
import { calendarPeriod, type Quarter } from "./quarter.ts";

export const unitKindSchema = z.enum(["department", "township", "office"]);
export type UnitKind = z.infer<typeof unitKindSchema>;

export const UNIT_KIND_LABEL = {
  department: "部门",
  township: "镇街",
  office: "区政府办公室",
} satisfies Record<UnitKind, string>;

/** A supervised unit. `order` is the fixed administrative order; `class` names the tier thresholds that apply. */
export const unitSchema = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    shortName: z.string().min(1),
    pinyin: z.string().meta({ description: "Lower-case pinyin initials of the name, for search" }),
    kind: unitKindSchema,
    class: z.string().min(1).meta({ description: "Unit class, for example 一类" }),
    order: z.int(),
    activeFrom: z.iso.date().nullable(),
    activeTo: z.iso.date().nullable(),
  })
  .meta({ id: "Unit" });
export type Unit = z.infer<typeof unitSchema>;

/** Departments and the office are shown and ranked on one side, townships on the other. */
export const unitSideSchema = z.enum(["department", "township"]);
export type UnitSide = z.infer<typeof unitSideSchema>;

export const UNIT_SIDE_LABEL = { department: "部门", township: "镇街" } satisfies Record<UnitSide, string>;

export function sideOf(unit: Unit): UnitSide {
  return unit.kind === "township" ? "township" : "department";
}

/** True when the unit exists on at least one day of the calendar quarter. */
export function isActiveIn(unit: Unit, quarter: Quarter): boolean {
  const period = calendarPeriod(quarter);
  return (unit.activeFrom ?? "") <= period.end && (unit.activeTo ?? "9999-12-31") >= period.start;
}

/** Fixed administrative order. Ordering by Chinese text would differ between engines. */
export function byOrder(a: Unit, b: Unit): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}
