import type { AnnualReport } from "#domain/annual-report.ts";
import { APPLICANT_LABEL, OUTCOME_GROUP } from "#domain/outcome.ts";
import { APPLICANT_KINDS } from "#domain/outcome-leaf.ts";
import { type OutcomeTotals, outcomeTotals } from "#domain/outcome-totals.ts";
import { formatFigure, formatFigureChange, type ReportFigure } from "#domain/report-cell.ts";
import { formatRate, rate } from "#domain/share.ts";
import { formatShare, outcomeShares } from "./outcome-shares.ts";

/** 313/400（78.3%）; counts only when there is no share. */
function describePart(part: number, whole: number, share: string): string {
  const text = `${formatFigure(part)}/${formatFigure(whole)}`;
  return share === "" ? text : `${text}（${share}）`;
}

/** A share that stands alone in its sentence is rounded half up; n/N stands beside it, and alone when N is small. */
function describeRate(part: number, whole: number): string {
  const isCount = [part, whole].every((value) => Number.isInteger(value) && value >= 0);
  const share = isCount ? rate(part, whole) : null;
  return describePart(part, whole, share === null || share.small ? "" : formatRate(share));
}

interface Named<K> {
  key: K;
  label: string;
  value: number;
}

/** Most first; those without a figure or with 0 are left out. */
function ranked<K>(items: readonly { key: K; label: string; figure: ReportFigure }[]): Named<K>[] {
  return items
    .map(({ key, label, figure }) => ({ key, label, value: figure.value ?? 0 }))
    .filter((item) => item.value > 0)
    .sort((a, b) => b.value - a.value);
}

/** "应办 412 件：予以公开 183 件、无法提供 82 件、不予公开 48 件，合计占已归类 313/400（78.3%）；另有 1 件未归类。" */
export function describeBalance(totals: OutcomeTotals, wholeName = "已归类"): string {
  const whole = totals.classified.value;
  if (whole === null || totals.due.value === null) return "有单元格未报，应办与去向不能对账。";
  const largest = ranked(totals.groups.map((group) => ({ ...group, label: OUTCOME_GROUP[group.key].label }))).slice(
    0,
    3,
  );
  if (largest.length === 0) return `应办 ${totals.due.text} 件，当年没有办结。`;
  const names = largest.map(({ label, value }) => `${label} ${formatFigure(value)} 件`).join("、");
  const sum = largest.reduce((all, { value }) => all + value, 0);
  const shares = outcomeShares(totals);
  const share = shares && largest.reduce((all, { key }) => all + (shares.groups.get(key) ?? 0), 0);
  const part = describePart(sum, whole, formatShare(share ?? undefined));
  return `应办 ${totals.due.text} 件：${names}，占${wholeName} ${part}${describeRemainder(totals.unexplained ?? 0)}。`;
}

function describeRemainder(unexplained: number): string {
  if (unexplained === 0) return "";
  return unexplained > 0
    ? `；另有 ${formatFigure(unexplained)} 件未归类`
    : `；各项结果比应办多列 ${formatFigure(-unexplained)} 件`;
}

/** The most frequent printed row, and how 予以公开 stands against the base, such as 2023 年. */
export function describeOutcomes(totals: OutcomeTotals, base: OutcomeTotals | null, baseName: string): string {
  const whole = totals.classified.value;
  const [first] = ranked(totals.rows);
  if (whole === null) return "有结果行未报，不计占比。";
  if (first === undefined) return "当年没有办结。";
  const granted = totals.groups.find((group) => group.key === "granted")?.figure;
  const before = base?.groups.find((group) => group.key === "granted")?.figure.value ?? null;
  const change =
    granted?.value == null || before === null
      ? ""
      : `，较 ${baseName} ${formatFigureChange(granted.value - before)} 件`;
  const part = describePart(first.value, whole, formatShare(outcomeShares(totals)?.rows.get(first.key)));
  if (first.key === "granted") return `最多的是“${first.label}”，${part}${change}。`;
  return `最多的是“${first.label}”，${part}；予以公开 ${granted?.text ?? "未报"} 件${change}。`;
}

/** "自然人 3,440/3,521（97.7%）；法人或其他组织 81 件。" */
export function describeApplicants(report: AnnualReport): string {
  const kinds = APPLICANT_KINDS.map((kind) => ({
    label: APPLICANT_LABEL[kind],
    figure: outcomeTotals(report, kind).classified,
  }));
  if (kinds.some(({ figure }) => figure.value === null)) return "有申请人类别未报，不计合计。";
  const whole = kinds.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0);
  if (whole === 0) return "当年没有办结。";
  const natural = kinds[0]?.figure.value ?? 0;
  return `自然人 ${describeRate(natural, whole)}；法人或其他组织 ${formatFigure(whole - natural)} 件。`;
}
