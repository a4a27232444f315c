import type { Filters } from "#domain/filters.ts";
import {
  ERROR_SEVERITY_LABEL,
  ERROR_SOURCE_LABEL,
  ERROR_TYPE_LABEL,
  RECTIFICATION_STATE_LABEL,
} from "#domain/rectification.ts";

type CasePicks = Pick<Filters, "severity" | "errorTypes" | "errorSources" | "caseStates">;

/** " · 严重错误 · 错别字、格式错误": follows the caption of quarters and units; empty when nothing is picked. */
export function describeCasePicks({ severity, errorTypes, errorSources, caseStates }: CasePicks): string {
  return [
    severity === null ? "" : ERROR_SEVERITY_LABEL[severity],
    errorTypes.map((type) => ERROR_TYPE_LABEL[type]).join("、"),
    errorSources.map((source) => ERROR_SOURCE_LABEL[source]).join("、"),
    caseStates.map((state) => RECTIFICATION_STATE_LABEL[state]).join("、"),
  ]
    .filter((part) => part !== "")
    .map((part) => ` · ${part}`)
    .join("");
}
