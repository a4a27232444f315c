import type { Grounds } from "./quarter-result.ts";
import { describeScheme } from "./scheme.ts";
import { formatShanghai } from "./shanghai-time.ts";
import { SOURCE_TOPIC_LABEL, type Source, type SourceTopic } from "./source.ts";

/** What a figure must not be shown without. */
export type FigureMark = "演示数据" | "草稿" | "推演";

/** Where a figure's numbers come from: it stands under every figure and inside every file. */
export interface Provenance {
  /** 季度检查台账 · 数据截至 2026-10-08 17:30 · 评分规则 2026 年版（v3） */
  source: string;
  /** Moment of the data, for file names; null when the topic has no source yet. */
  asOf: string | null;
  marks: readonly FigureMark[];
}

/**
 * One wording of source, age and rule version for page and file. Figures of published quarters state the age that their
 * data had when they were frozen, and which of them were corrected since.
 */
export function describeProvenance(
  sources: readonly Source[],
  topic: SourceTopic,
  { schemes = [], draft = false, frozen = null, corrections = [] }: Partial<Grounds> = {},
): Provenance {
  const held = frozen ?? sources;
  const source = held.find((entry) => entry.topic === topic);
  const demo = held.some((entry) => entry.demo);
  const parts = [
    SOURCE_TOPIC_LABEL[topic],
    source ? `数据截至 ${formatShanghai(source.asOf)}` : "尚未导入",
    ...schemes.map(describeScheme),
    ...corrections,
  ];
  return {
    source: parts.join(" · "),
    asOf: source?.asOf ?? null,
    marks: [...(demo ? (["演示数据"] as const) : []), ...(draft ? (["草稿"] as const) : [])],
  };
}
