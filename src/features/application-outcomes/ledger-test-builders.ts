import type { ApplicationFact } from "#domain/application-standing.ts";
import { quarterSchema } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";

export const q = (text: string) => quarterSchema.parse(text);

export function aFact(changes: Partial<ApplicationFact> = {}): ApplicationFact {
  return {
    quarter: q("2026Q3"),
    unitId: "u1",
    applicantKind: "naturalPerson",
    outcome: "granted",
    timeliness: "onTime",
    received: 0,
    carriedOver: 0,
    due: 0,
    ...changes,
  };
}

export function aUnit(id: string, changes: Partial<Unit> = {}): Unit {
  return {
    id,
    name: `${id}全称`,
    shortName: id,
    pinyin: "",
    kind: "department",
    class: "一类",
    order: 1,
    activeFrom: null,
    activeTo: null,
    ...changes,
  };
}
