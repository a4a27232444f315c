import type { FigureTable } from "#charts/figure-spec.ts";
import type { VerdictCell, VerdictMatrixSeries, VerdictPanel, VerdictRow } from "#charts/verdict-matrix-series.ts";
import type { UnitSort } from "#domain/filters.ts";
import { RECONCILIATION_RULES } from "#domain/reconciliation-rules.ts";
import type { ReportVerdict, RuleCount } from "#domain/report-verdict.ts";
import type { Unit } from "#domain/unit.ts";
import { type BodyGroup, groupBodies } from "./group-bodies.ts";

export type VerdictGroup = BodyGroup<ReportVerdict>;

export function groupVerdicts(
  verdicts: readonly ReportVerdict[],
  units: readonly Unit[],
  sort: UnitSort,
): VerdictGroup[] {
  return groupBodies(verdicts, units, sort === "points" ? ({ failures }) => failures.length : null);
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
      const rows = group.bodies.map(
        (verdict): VerdictRow => ({
          id: verdict.bodyId,
          name: nameOf(verdict),
          cells: RECONCILIATION_RULES.map(({ id }) => toCell(countOf(verdict, id))),
          failures: verdict.failures.length,
          picked: verdict.bodyId === shownBody,
        }),
      );
      const failing = RECONCILIATION_RULES.map(({ id }) =>
        String(group.bodies.filter((verdict) => (countOf(verdict, id)?.fail ?? 0) > 0).length),
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

/** The address of the form of a body and year. */
export type LinkTo = (body: string, year: number) => string;

/** The same as a table, every body with its failing places and the way to its form. */
export function toVerdictTable(
  groups: readonly VerdictGroup[],
  nameOf: (verdict: ReportVerdict) => string,
  linkTo: LinkTo,
): FigureTable {
  return {
    columns: [
      { key: "name", head: "机关", align: "left", kind: "text" },
      { key: "group", head: "类别", align: "left", kind: "text" },
      ...RECONCILIATION_RULES.map(({ id }) => ({ key: id, head: id, align: "left" as const, kind: "text" as const })),
      { key: "failures", head: "不平处数", align: "right", kind: "number" },
    ],
    rows: groups.flatMap((group) =>
      group.bodies.map((verdict) => ({
        id: verdict.bodyId,
        to: linkTo(verdict.bodyId, verdict.year),
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
