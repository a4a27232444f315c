import { REPORT_FORM_LABEL, type ReportHeading, reportFormSchema } from "#domain/annual-report.ts";
import type { Filters } from "#domain/filters.ts";
import { Select } from "#ui/select.tsx";

interface ReportPickerProps {
  filters: Pick<Filters, "body" | "year">;
  changeFilters: (patch: Partial<Filters>) => void;
  headings: readonly ReportHeading[];
}

/** Year and reporting body of a statutory report; only pairs that were imported are offered. */
export function ReportPicker({ filters, changeFilters, headings }: ReportPickerProps) {
  const bodies = new Map(headings.map((heading) => [heading.bodyId, heading.bodyName]));
  const bodyId = filters.body ?? headings[0]?.bodyId ?? "";
  const yearsOfBody = (id: string) =>
    headings
      .filter((heading) => heading.bodyId === id)
      .map((heading) => heading.year)
      .sort((a, b) => b - a);
  const years = yearsOfBody(bodyId);
  const [latest] = years;
  if (latest === undefined) return null;
  const pickBody = (id: string) => {
    const keepsYear = filters.year !== null && yearsOfBody(id).includes(filters.year);
    changeFilters({ body: id, year: keepsYear ? filters.year : null });
  };
  return (
    <>
      <Select
        label="年度"
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        value={String(filters.year ?? latest)}
        onChange={(year) => changeFilters({ year: Number(year) })}
      />
      <Select
        label="填报单位"
        choices={[...bodies].map(([value, label]) => ({ value, label }))}
        value={bodyId}
        onChange={pickBody}
      />
    </>
  );
}

interface ReportFormPickerProps extends Omit<ReportPickerProps, "filters"> {
  filters: Pick<Filters, "reportForm">;
}

/** The two printed forms; the years of the trial form are easily missed among the others. */
export function ReportFormPicker({ filters, changeFilters, headings }: ReportFormPickerProps) {
  const forms = reportFormSchema.options.filter((form) => headings.some((heading) => heading.form === form));
  return (
    <Select
      label="格式"
      choices={[
        { value: "", label: "全部" },
        ...forms.map((form) => ({ value: form, label: REPORT_FORM_LABEL[form] })),
      ]}
      value={filters.reportForm ?? ""}
      onChange={(value) =>
        changeFilters({
          reportForm: reportFormSchema.safeParse(value).data ?? null,
          body: null,
          year: null,
          pick: null,
        })
      }
    />
  );
}
