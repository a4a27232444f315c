import { type Filters, type RulesView, rulesViewSchema } from "#domain/filters.ts";
import { readChanges, writeChanges } from "#domain/scheme-draft.ts";
import { choice, type FilterParams, NOTHING } from "./param-reading.ts";

const readRules = choice<RulesView>(rulesViewSchema);

/** Rules in the address: a draft that is tried, and whether trends are also drawn under the rules of today. */
export function draftParams(defaults: Filters): Pick<FilterParams, "draft" | "rules"> {
  return {
    draft: {
      name: "draft",
      label: "推演草稿",
      read: (text) => readChanges(text === NOTHING ? "" : text),
      write: writeChanges,
    },
    rules: {
      name: "rules",
      label: "规则口径",
      read: (text) => readRules(text, defaults.rules),
      write: (value) => value,
    },
  };
}
