import { type BodyChain, type ChainSummary, type PlacedLink, summarizeChains } from "#domain/carry-over-chain.ts";
import { formatFigureChange } from "#domain/report-cell.ts";
import { nameColumn } from "./to-chain.ts";

/** How many bodies a sentence names; the figure and its table name all. */
const MOST_NAMES = 3;

/** "可核对的 54 家 756 处中 754 处相接；断链 1 家 2 处：甲局 2023→2024 年自然人、总计 −1；无法核对 1 家：乙局（缺 2023 年）。" */
export function describeChains(chains: readonly BodyChain[], nameOf: (chain: BodyChain) => string): string {
  if (chains.length === 0) return "还没有年度报告。";
  const summary = summarizeChains(chains.map((chain) => ({ ...chain, bodyName: nameOf(chain) })));
  return [describeHeld(chains, summary), describeBroken(summary), ...describeRest(summary)]
    .filter((part) => part !== "")
    .join("；")
    .concat("。");
}

function describeHeld(chains: readonly BodyChain[], { held, broken, explained, unjudged }: ChainSummary): string {
  const total = held + broken.length + explained.length + unjudged;
  if (total === 0) return "没有相邻两年的报告，一处也不能核对";
  const checked = chains.filter(({ steps }) => steps.some(({ kind }) => kind === "joined")).length;
  return `可核对的 ${checked} 家 ${total} 处${held === total ? "全部相接" : `中 ${held} 处相接`}`;
}

function describeBroken({ broken }: ChainSummary): string {
  if (broken.length === 0) return "";
  const names = [...new Set(broken.map(({ bodyName }) => bodyName))];
  const named = names
    .slice(0, MOST_NAMES)
    .map((name) => `${name} ${describePlaces(broken.filter(({ bodyName }) => bodyName === name))}`);
  const more = names.length > MOST_NAMES ? `等` : "";
  return `断链 ${names.length} 家 ${broken.length} 处：${named.join("，")}${more}`;
}

/** 2023→2024 年自然人、总计 −1: columns of one year that differ by the same stand together. */
function describePlaces(links: readonly PlacedLink[]): string {
  const years = [...new Set(links.map(({ year }) => year))];
  return years
    .map((year) => {
      const own = links.filter((link) => link.year === year);
      const changes = [...new Set(own.map(({ result }) => result.difference ?? 0))];
      const parts = changes.map((change) => {
        const columns = own
          .filter(({ result }) => result.difference === change)
          .map(({ column }) => nameColumn(column));
        return `${columns.join("、")} ${formatFigureChange(change)}`;
      });
      return `${year - 1}→${year} 年${parts.join("、")}`;
    })
    .join("、");
}

function describeRest({ explained, unjudged, alone }: ChainSummary): string[] {
  const named = alone.slice(0, MOST_NAMES).map(({ bodyName, missing }) => `${bodyName}（${describeMissing(missing)}）`);
  return [
    explained.length > 0 ? `${explained.length} 处不等已附说明` : "",
    unjudged > 0 ? `${unjudged} 处空白或“——”未判` : "",
    alone.length > 0 ? `无法核对 ${alone.length} 家：${named.join("、")}${alone.length > MOST_NAMES ? "等" : ""}` : "",
  ];
}

export function describeMissing(missing: readonly number[]): string {
  return missing.length === 0 ? "只有一年报告" : `缺 ${missing.join("、")} 年`;
}
