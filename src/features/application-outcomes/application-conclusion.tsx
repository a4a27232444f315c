import { ConclusionStrip } from "#ui/conclusion-strip.tsx";
import type { ReportView } from "./report-view.ts";
import { toConclusion } from "./to-conclusion.ts";

/** The page's answer before its figures. */
export function ApplicationConclusion({ view }: { view: ReportView }) {
  return <ConclusionStrip {...toConclusion(view.report, view.base, view.results)} />;
}
