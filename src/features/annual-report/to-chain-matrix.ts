import type { ChainCell, ChainMatrixSeries, ChainPanel, ChainSpan } from "#charts/chain-matrix-series.ts";
import type { FigureCell, FigureRow, FigureTable } from "#charts/figure-spec.ts";
import { type BodyChain, type ChainLink, type ChainStep, summarizeChains } from "#domain/carry-over-chain.ts";
import type { UnitSort } from "#domain/filters.ts";
import { APPLICANT_COLUMNS, APPLICANT_LABEL, type ApplicantColumn } from "#domain/outcome.ts";
import { formatFigureChange } from "#domain/report-cell.ts";
import type { Unit } from "#domain/unit.ts";
import { type BodyGroup, groupBodies } from "./group-bodies.ts";
import { linksOf, nameColumn } from "./to-chain.ts";
import type { LinkTo } from "./to-verdict-matrix.ts";

export type ChainGroup = BodyGroup<BodyChain>;
type NameOf = (chain: BodyChain) => string;

/** Two characters over a column, and one where it is narrow. */
const HEADS = {
  naturalPerson: { label: "自然", short: "自" },
  commercial: { label: "企业", short: "企" },
  research: { label: "科研", short: "科" },
  publicWelfare: { label: "公益", short: "公" },
  legalService: { label: "法律", short: "法" },
  otherOrg: { label: "其他", short: "其" },
  total: { label: "总计", short: "总" },
} satisfies Record<ApplicantColumn, { label: string; short: string }>;

/** 自、企、科、公、法、其、总＝自然人、商业企业、… */
export const HEADS_EXPLAINED = `列首自、企、科、公、法、其、总依次为${APPLICANT_COLUMNS.map((column) => APPLICANT_LABEL[column]).join("、")}。`;

/** The most broken first: differences, then places that nobody could check. */
export function groupChains(chains: readonly BodyChain[], units: readonly Unit[], sort: UnitSort): ChainGroup[] {
  const weights = new Map(chains.map((chain) => [chain.bodyId, weightOf(chain)]));
  return groupBodies(chains, units, sort === "points" ? ({ bodyId }) => weights.get(bodyId) ?? 0 : null);
}

function weightOf(chain: BodyChain): number {
  const { broken, explained, unjudged, alone } = summarizeChains([chain]);
  return broken.length * 1000 + explained.length * 100 + alone.length * 10 + unjudged;
}

/** Three pairs of years are what a column of an official document has room for. */
const MOST_SPANS = 3;

/** Years that the chart shows: up to the one after the chosen year, so that both of its links are in sight. */
export function yearsShown(chains: readonly BodyChain[], year: number): number[] {
  const years = chains[0]?.steps.map((step) => step.year) ?? [];
  const last = Math.max(Math.min(year + 1, years[years.length - 1] ?? year), years[0] ?? year);
  const end = Math.max(years.indexOf(last) + 1, Math.min(MOST_SPANS, years.length));
  return years.slice(Math.max(0, end - MOST_SPANS), end);
}

interface MatrixInput {
  years: readonly number[];
  nameOf: NameOf;
  shownBody: string;
}

/** Bodies × years × the seven columns as a chart. */
export function toChainMatrix(
  groups: readonly ChainGroup[],
  { years, nameOf, shownBody }: MatrixInput,
): ChainMatrixSeries {
  return {
    spans: years.map((year) => ({ id: String(year), label: `${year - 1}→${year}` })),
    columns: APPLICANT_COLUMNS.map((id) => ({ id, name: nameColumn(id), ...HEADS[id] })),
    panels: groups.map((group): ChainPanel => {
      const rows = group.bodies.map((chain) => ({
        id: chain.bodyId,
        name: nameOf(chain),
        picked: chain.bodyId === shownBody,
        spans: chain.steps.filter(({ year }) => years.includes(year)).map(toSpan),
      }));
      const broken = years.map((year) =>
        APPLICANT_COLUMNS.map((column) => String(group.bodies.filter((chain) => isBroken(chain, year, column)).length)),
      );
      return { id: group.id, title: `${group.label} ${rows.length} 家`, rows, broken };
    }),
  };
}

function isBroken(chain: BodyChain, year: number, column: ApplicantColumn): boolean {
  return linksOf(chain).some((link) => link.year === year && link.column === column && kindOf(link) === "broken");
}

function toSpan(step: ChainStep): ChainSpan {
  switch (step.kind) {
    case "joined":
      return { kind: "joined", cells: step.links.map((link) => toCell(link)) };
    case "alone":
      return { kind: "alone", text: `无法核对：缺 ${step.missing} 年`, detail: describeAlone(step) };
    case "none":
      return { kind: "none" };
  }
}

function kindOf({ result, note }: ChainLink): ChainCell["kind"] {
  if (result.verdict === "pass") return "held";
  if (result.verdict === "notAssessable") return "unjudged";
  return note === null ? "broken" : "explained";
}

function toCell(link: ChainLink): ChainCell {
  const kind = kindOf(link);
  const { left, taken, result, note } = link;
  const detail = `结转下年度 ${left.text} → 上年结转 ${taken.text}`;
  switch (kind) {
    case "held":
      return { kind, text: "", detail: `${detail}，相接` };
    case "unjudged":
      return { kind, text: "未", detail: `${detail}，不判定` };
    default: {
      const change = formatFigureChange(result.difference ?? 0);
      return { kind, text: change, detail: `${detail}，差 ${change}${note === null ? "" : `，说明：${note.text}`}` };
    }
  }
}

/** What the one year says that has no neighbour: a case handed over to another body shows here. */
function describeAlone({ year, missing, left, taken }: Extract<ChainStep, { kind: "alone" }>): string {
  const said = left === null ? `${year} 年上年结转 ${taken?.text ?? "未报"}` : `${year - 1} 年结转下年度 ${left.text}`;
  return `没有 ${missing} 年的报告，无法核对；${said}`;
}

const number = (key: string, head: string) => ({ key, head, align: "right", kind: "number" }) as const;
const text = (key: string, head: string) => ({ key, head, align: "left", kind: "text" }) as const;

/** Every body and pair of years: the difference in each column as a number, and both totals. */
export function toChainTable(groups: readonly ChainGroup[], nameOf: NameOf, linkTo: LinkTo): FigureTable {
  return {
    columns: [
      text("name", "机关"),
      text("group", "类别"),
      text("years", "年度"),
      text("verdict", "结论"),
      ...APPLICANT_COLUMNS.map((column) => number(column, `${nameColumn(column)}差`)),
      number("left", "结转下年度总计"),
      number("taken", "上年结转总计"),
      text("why", "不等或无法核对之处"),
    ],
    rows: groups.flatMap((group) =>
      group.bodies.flatMap((chain) =>
        chain.steps.flatMap((step): FigureRow[] => {
          if (step.kind === "none") return [];
          const names = { name: nameOf(chain), group: group.label, years: `${step.year - 1}→${step.year}` };
          const year = step.kind === "alone" && step.taken === null ? step.year - 1 : step.year;
          const to = linkTo(chain.bodyId, year);
          return [{ id: `${chain.bodyId} ${step.year}`, to, cells: { ...names, ...stepCells(step) } }];
        }),
      ),
    ),
  };
}

function stepCells(step: Exclude<ChainStep, { kind: "none" }>): Record<string, FigureCell> {
  if (step.kind === "alone") {
    return {
      verdict: "无法核对",
      ...Object.fromEntries(APPLICANT_COLUMNS.map((column) => [column, "无法核对"])),
      left: step.left?.value ?? step.left?.text ?? "无报告",
      taken: step.taken?.value ?? step.taken?.text ?? "无报告",
      why: `缺 ${step.missing} 年报告`,
    };
  }
  const total = step.links.find(({ column }) => column === "total");
  const different = step.links.filter(({ result }) => result.verdict === "fail");
  return {
    verdict: verdictOf(step.links),
    ...Object.fromEntries(step.links.map(({ column, result }) => [column, result.difference ?? "未判"])),
    left: total?.left.value ?? total?.left.text ?? null,
    taken: total?.taken.value ?? total?.taken.text ?? null,
    why: different
      .map(({ result, note }) => `${result.message}${note === null ? "" : `（说明：${note.text}）`}`)
      .join("；"),
  };
}

function verdictOf(links: readonly ChainLink[]): string {
  const count = (kind: ChainCell["kind"]) => links.filter((link) => kindOf(link) === kind).length;
  const parts = [
    count("broken") > 0 ? `断链 ${count("broken")} 列` : "",
    count("explained") > 0 ? `已附说明 ${count("explained")} 列` : "",
    count("unjudged") > 0 ? `未判 ${count("unjudged")} 列` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "相接" : parts.join("，");
}
