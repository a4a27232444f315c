import { APPLICATION_BASIS_LABEL, type ApplicationBasis, type Filters } from "#domain/filters.ts";
import { Segmented } from "#ui/segmented.tsx";

const CHOICES = [
  { value: "ledger", label: APPLICATION_BASIS_LABEL.ledger, title: "按依申请公开台账逐件计算" },
  { value: "report", label: APPLICATION_BASIS_LABEL.report, title: "按导入的年度报告表三" },
] as const satisfies readonly { value: ApplicationBasis; label: string; title: string }[];

interface BasisControlProps {
  filters: Pick<Filters, "basis">;
  /** What stands without a choice; it is left out of the address. */
  defaultBasis?: ApplicationBasis;
  changeFilters: (patch: Partial<Filters>) => void;
}

/** 口径: the same subject from two sources that need not agree. */
export function BasisControl({ filters, defaultBasis = "ledger", changeFilters }: BasisControlProps) {
  return (
    <Segmented<ApplicationBasis>
      label="口径"
      choices={CHOICES}
      value={filters.basis ?? defaultBasis}
      onChange={(basis) => changeFilters({ basis: basis === defaultBasis ? null : basis })}
    />
  );
}
