import type { ReportView } from "./report-view.ts";
import { TextCheckCard } from "./text-check-card.tsx";
import { usePreviousReport } from "./use-previous-report.ts";

/** 文表对照 for the picked body and year. */
export function TextCheckPanel({ view: { report, provenance } }: { view: ReportView }) {
  return <TextCheckCard report={report} previous={usePreviousReport(report)} provenance={provenance} />;
}
