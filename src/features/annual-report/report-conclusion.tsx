import { ConclusionStrip } from "#ui/conclusion-strip.tsx";
import { toReportConclusion } from "./conclusion.ts";
import type { ReportView } from "./report-view.ts";

/** The page's answer before its tables. */
export function ReportConclusion({ view }: { view: ReportView }) {
  return <ConclusionStrip {...toReportConclusion(view)} />;
}
