import type { ReportHeading } from "#domain/annual-report.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit } from "#domain/unit.ts";

type Body = Pick<ReportHeading, "bodyId" | "level">;

/** Departments and townships apart, roll-ups and bodies outside the register for themselves. */
export interface BodyGroup<B> {
  id: string;
  label: string;
  bodies: readonly B[];
}

const GROUPS = [
  { id: "department", label: UNIT_SIDE_LABEL.department },
  { id: "township", label: UNIT_SIDE_LABEL.township },
  { id: "rollUp", label: "汇总" },
  { id: "other", label: "其他机关" },
];

/** `weigh` puts the heaviest first; equal ones, and all without it, stand in the order of the register. */
export function groupBodies<B extends Body>(
  bodies: readonly B[],
  units: readonly Unit[],
  weigh: ((body: B) => number) | null,
): BodyGroup<B>[] {
  const orderOf = new Map(units.map((unit, index) => [unit.id, index]));
  const sideById = new Map(units.map((unit) => [unit.id, sideOf(unit)]));
  const groupOf = ({ bodyId, level }: Body) => (level === "rollUp" ? "rollUp" : (sideById.get(bodyId) ?? "other"));
  const inOrder = (a: B, b: B) =>
    (weigh === null ? 0 : weigh(b) - weigh(a)) || (orderOf.get(a.bodyId) ?? 0) - (orderOf.get(b.bodyId) ?? 0);
  return GROUPS.map((group) => ({
    ...group,
    bodies: bodies.filter((body) => groupOf(body) === group.id).sort(inOrder),
  })).filter((group) => group.bodies.length > 0);
}
