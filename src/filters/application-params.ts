import {
  type ApplicationBasis,
  applicationBasisSchema,
  type DisputeSpan,
  disputeSpanSchema,
  type Filters,
} from "#domain/filters.ts";
import { choice, escapeItem, type FilterParams, nullable, readShortText } from "./param-reading.ts";

const readDisputeSpan = choice<DisputeSpan>(disputeSpanSchema);

/** What 依申请公开 keeps in the address besides quarters and units. */
export function applicationParams(defaults: Filters): Pick<FilterParams, "basis" | "disputeSpan" | "applicationId"> {
  return {
    basis: {
      name: "basis",
      label: "口径",
      read: nullable<ApplicationBasis>((text) => applicationBasisSchema.safeParse(text).data ?? null),
      write: (value) => value ?? "",
    },
    disputeSpan: {
      name: "disputes",
      label: "复议诉讼时间轴",
      read: (text) => readDisputeSpan(text, defaults.disputeSpan),
      write: (value) => value,
    },
    applicationId: {
      name: "application",
      label: "申请编号",
      read: nullable(readShortText),
      write: (value) => escapeItem(value ?? ""),
    },
  };
}
