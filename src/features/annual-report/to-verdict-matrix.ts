import type { FigureTable } from "#charts/figure-spec.ts";
import type { VerdictCell, VerdictMatrixSeries, VerdictPanel, VerdictRow } from "#charts/verdict-matrix-series.ts";
import type { UnitSort } from "#domain/filters.ts";
import { RECONCILIATION_RULES } from "#domain/reconciliation-rules.ts";
import type { ReportVerdict, RuleCount } from "#domain/report-verdict.ts";
import { sideOf, UNIT_SIDE_LABEL, type Unit } from "#domain/unit.ts";

/** Departments and townships apart, roll-ups and bodies outside the register for themselves. */
export interface VerdictGroup {
  id: string;
  label: string;
  verdicts: readonly ReportVerdict[];
}

export function groupVerdicts(
  verdicts: readonly ReportVerdict[],
  units: readonly Unit[],
  sort: UnitSort,
): VerdictGroup[] {
  const orderOf = new Map(units.map((unit, index) => [unit.id, index]));
  const sideById = new Map(units.map((unit) => [unit.id, sideOf(unit)]));
  const groupOf = ({ bodyId, level }: ReportVerdict) =>
    level === "rollUp" ? "rollUp" : (sideById.get(bodyId) ?? "other");
  const inOrder = (a: ReportVerdict, b: ReportVerdict) =>
    (sort === "points" ? b.failures.length - a.failures.length : 0) ||
    (orderOf.get(a.bodyId) ?? 0) - (orderOf.get(b.bodyId) ?? 0);
  const groups = [
    { id: "department", label: UNIT_SIDE_LABEL.department },
    { id: "township", label: UNIT_SIDE_LABEL.township },
    { id: "rollUp", label: "汇总" },
    { id: "other", label: "其他机关" },
  ];
  return groups
    .map((group) => ({ ...group, verdicts: verdicts.filter((verdict) => groupOf(verdict) === group.id).sort(inOrder) }))
    .filter((group) => group.verdicts.length > 0);
}

/** Bodies × R1–R10 as a chart. */
export function toVerdictMatrix(
  groups: readonly VerdictGroup[],
  nameOf: (verdict: ReportVerdict) => string,
  shownBody: string,
): VerdictMatrixSeries {
  return {
    columns: RECONCILIATION_RULES.map(({ id, name }) => ({ id, name })),
    panels: groups.map((group): VerdictPanel => {
      const rows = group.verdicts.map(
        (verdict): VerdictRow => ({
          id: verdict.bodyId,
          name: nameOf(verdict),
          cells: RECONCILIATION_RULES.map(({ id }) => toCell(countOf(verdict, id))),
          failures: verdict.failures.length,
          picked: verdict.bodyId === shownBody,
        }),
      );
      const failing = RECONCILIATION_RULES.map(({ id }) =>
        String(group.verdicts.filter((verdict) => (countOf(verdict, id)?.fail ?? 0) > 0).length),
      );
      return { id: group.id, title: `${group.label} ${rows.length} 家`, rows, failing };
    }),
  };
}

function countOf(verdict: ReportVerdict, ruleId: string): RuleCount | undefined {
  return verdict.rules.find((count) => count.ruleId === ruleId);
}

function toCell(count: RuleCount | undefined): VerdictCell {
  if (count === undefined) return { kind: "none", text: "——", detail: "不适用" };
  const { pass, fail, notAssessable } = count;
  const detail = [
    pass > 0 ? `相符 ${pass} 处` : "",
    fail > 0 ? `不平 ${fail} 处` : "",
    notAssessable > 0 ? `未判 ${notAssessable} 处` : "",
  ]
    .filter((part) => part !== "")
    .join("，");
  if (fail > 0) return { kind: "fail", text: `差 ${fail}`, detail };
  if (pass === 0) return { kind: "unjudged", text: "未判", detail };
  if (notAssessable > 0) return { kind: "partial", text: `未${notAssessable}`, detail };
  return { kind: "pass", text: "✓", detail };
}

/** "55 家中 53 家没有不平；2 家有不平：R2 2 家。" */
export function describeVerdicts(verdicts: readonly ReportVerdict[]): string {
  if (verdicts.length === 0) return "这一年没有年度报告。";
  const failing = verdicts.filter(({ failures }) => failures.length > 0);
  if (failing.length === 0) return `${verdicts.length} 家可判定的等式全部相符。`;
  const byRule = RECONCILIATION_RULES.flatMap(({ id }) => {
    const bodies = failing.filter((verdict) => (countOf(verdict, id)?.fail ?? 0) > 0).length;
    return bodies === 0 ? [] : [`${id} ${bodies} 家`];
  });
  return `${verdicts.length} 家中 ${verdicts.length - failing.length} 家没有不平；${failing.length} 家有不平：${byRule.join("、")}。`;
}

/** The same as a table, every body with its failing places. */
export function toVerdictTable(
  groups: readonly VerdictGroup[],
  nameOf: (verdict: ReportVerdict) => string,
): FigureTable {
  return {
    columns: [
      { key: "name", head: "机关", align: "left", kind: "text" },
      { key: "group", head: "类别", align: "left", kind: "text" },
      ...RECONCILIATION_RULES.map(({ id }) => ({ key: id, head: id, align: "left" as const, kind: "text" as const })),
      { key: "failures", head: "不平处数", align: "right", kind: "number" },
    ],
    rows: groups.flatMap((group) =>
      group.verdicts.map((verdict) => ({
        id: verdict.bodyId,
        cells: {
          name: nameOf(verdict),
          group: group.label,
          ...Object.fromEntries(RECONCILIATION_RULES.map(({ id }) => [id, toTableText(toCell(countOf(verdict, id)))])),
          failures: verdict.failures.length,
        },
      })),
    ),
  };
}

function toTableText(cell: VerdictCell): string | null {
  if (cell.kind === "none") return null;
  return cell.kind === "partial" ? `✓ ${cell.text}` : cell.text;
}
