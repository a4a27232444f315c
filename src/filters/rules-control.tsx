import { type Filters, RULES_VIEW_LABEL, type RulesView, rulesViewSchema } from "#domain/filters.ts";
import { Segmented } from "#ui/segmented.tsx";

interface RulesControlProps {
  rules: RulesView;
  changeFilters: (patch: Partial<Filters>) => void;
}

/** Whether a trend also shows what the rules of today would have made of its quarters. */
export function RulesControl({ rules, changeFilters }: RulesControlProps) {
  return (
    <Segmented<RulesView>
      label="规则口径"
      choices={rulesViewSchema.options.map((value) => ({ value, label: RULES_VIEW_LABEL[value] }))}
      value={rules}
      onChange={(value) => changeFilters({ rules: value })}
    />
  );
}
