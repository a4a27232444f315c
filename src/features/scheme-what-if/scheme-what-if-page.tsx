import { registerAt, useRegister } from "#api/quarter-results.ts";
import type { Filters, ResolvedFilters } from "#domain/filters.ts";
import { FilterBar, type FilterControlName } from "#filters/filter-bar.tsx";
import { toIgnoredNote } from "#filters/filter-params.ts";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { useSteadyChange } from "#filters/use-steady-change.ts";
import { useUnitPick } from "#filters/use-unit-pick.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { describeChange } from "./describe-changes.ts";
import { DraftEditor } from "./draft-editor.tsx";
import { DumbbellFigure } from "./dumbbell-figure.tsx";
import { MigrationFigure } from "./migration-figure.tsx";
import { NearEdgeTable } from "./near-edge-table.tsx";
import styles from "./scheme-what-if-page.module.css";
import { quarterTried, useWhatIfView, type ViewProps } from "./use-what-if-view.ts";
import { WhatIfConclusion } from "./what-if-conclusion.tsx";

const CONTROLS: readonly FilterControlName[] = ["quarters", "side", "unitClass", "units", "sort"];

export function SchemeWhatIfPage() {
  return (
    <Panel bare minHeight={600} label="推演">
      <SchemeWhatIf />
    </Panel>
  );
}

function SchemeWhatIf() {
  const register = useRegister();
  const control = useFilters();
  const settled = useSettledFilters(control.filters, register);
  const { filters, busy, stale } = useDeferredFilters(settled.filters);
  const changeFilters = useSteadyChange(control.changeFilters);
  const pickUnit = useUnitPick(control);
  if (!filters || !settled.filters)
    return (
      <EmptyState sentence="还没有任何一期检查，没有可以推演的数据。" advice="请先导入季度检查台账。" height={320} />
    );
  const shown = registerAt(register, filters.quarters);
  const view = { register: shown, filters };
  const now = { register: registerAt(register, settled.filters.quarters), filters: settled.filters };
  return (
    <Page
      busy={busy}
      bar={
        <Bar
          {...now}
          ignored={[...control.ignored, ...settled.ignored]}
          changeFilters={control.changeFilters}
          resetFilters={control.resetFilters}
        />
      }
    >
      <Panel bare minHeight={104} label="结论" stale={stale}>
        <WhatIfConclusion {...view} />
      </Panel>
      <Panel span={5} minHeight={680} label="方案草稿">
        <DraftEditor {...now} changeFilters={changeFilters} />
      </Panel>
      <Panel span={7} minHeight={680} label="推演换档">
        <MigrationFigure {...view} stale={stale} />
        <div className={styles["next"]}>
          <NearEdgeTable {...view} />
        </div>
      </Panel>
      <Panel minHeight={820} label="推演前后">
        <DumbbellFigure {...view} stale={stale} pickUnit={pickUnit} />
      </Panel>
    </Page>
  );
}

interface BarProps extends ViewProps {
  filters: ResolvedFilters;
  ignored: readonly string[];
  changeFilters: (patch: Partial<Filters>) => void;
  resetFilters: () => void;
}

/** The bar names what the address asks of a draft and the scheme does not know; 去掉 cleans it. */
function Bar({ register, filters, ignored, changeFilters, resetFilters }: BarProps) {
  const view = useWhatIfView({ register, filters });
  const refused = view?.refused.map((change) => describeChange(view.whatIf.base, change)) ?? [];
  const isSeveral = filters.quarters.length > 1;
  const notes = [
    ...ignored,
    ...(refused.length > 0 ? [toIgnoredNote("推演草稿", refused, "本方案没有这一项，或数值不成立")] : []),
    ...(isSeveral ? [`推演只看一个季度，已取 ${quarterTried(filters)}`] : []),
  ];
  const kept = filters.draft.filter((change) => !view?.refused.includes(change));
  return (
    <FilterBar
      {...register}
      units={register.registered}
      filters={filters}
      ignored={notes}
      changeFilters={(patch) =>
        // Whatever else is picked, what the scheme cannot take leaves the address with it.
        changeFilters(refused.length > 0 ? { draft: kept, ...patch } : patch)
      }
      resetFilters={resetFilters}
      controls={CONTROLS}
    />
  );
}
