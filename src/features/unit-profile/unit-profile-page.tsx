import { Link, Navigate, useLocation, useParams } from "react-router";
import { registerAt, useRegister } from "#api/quarter-results.ts";
import { latestOf } from "#domain/quarter.ts";
import { byOrder, type Unit } from "#domain/unit.ts";
import { FilterBar, type FilterControlName } from "#filters/filter-bar.tsx";
import { useSettledFilters } from "#filters/settle-filters.ts";
import { useDeferredFilters } from "#filters/use-deferred-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { UnitFindings, UnitLinks } from "./unit-details.tsx";
import styles from "./unit-profile-page.module.css";
import { UnitSheetFigure } from "./unit-sheet-figure.tsx";
import { UnitSwitcher, unitPath } from "./unit-switcher.tsx";

const CONTROLS: readonly FilterControlName[] = ["quarters"];

export function UnitProfilePage() {
  return (
    <Panel bare minHeight={600} label="单位画像">
      <UnitProfile />
    </Panel>
  );
}

function UnitProfile() {
  const { unitId } = useParams();
  const { search } = useLocation();
  const register = useRegister();
  const { filters } = useFilters();
  const [first] = [...register.units].sort(byOrder);
  if (first === undefined) return <EmptyState sentence="名册还是空的。" advice="请先导入单位名册。" height={320} />;
  if (unitId === undefined) {
    const picked = register.units.find((unit) => unit.id === filters.units[0]);
    return <Navigate to={{ pathname: unitPath((picked ?? first).id), search }} replace />;
  }
  const unit = register.units.find((entry) => entry.id === unitId);
  if (unit === undefined) return <UnknownUnit first={first} search={search} />;
  return <ProfileOf unit={unit} />;
}

function UnknownUnit({ first, search }: { first: Unit; search: string }) {
  return (
    <Page>
      <Panel minHeight={320}>
        <EmptyState sentence="名册里没有这家单位。" advice="链接可能来自另一套数据，或编号写错了。" height={240}>
          <Link to={{ pathname: unitPath(first.id), search }} className={styles["link"] ?? ""}>
            打开名册第一家：{first.shortName}
          </Link>
        </EmptyState>
      </Panel>
    </Page>
  );
}

/** One A4 sheet, and beside it on the screen what a sheet has no room for. */
function ProfileOf({ unit: registered }: { unit: Unit }) {
  const register = useRegister();
  const control = useFilters();
  const settled = useSettledFilters({ ...control.filters, side: null, unitClass: null, units: NO_UNITS }, register);
  const { filters, busy, stale } = useDeferredFilters(settled.filters);
  if (!filters || !settled.filters) {
    return <EmptyState sentence="还没有任何一期检查。" advice="请先导入季度检查台账。" height={320} />;
  }
  const quarter = latestOf(filters.quarters);
  // A published quarter keeps the name that the unit had; one founded since is named as it is now.
  const shown = registerAt(register, [quarter]);
  const unit = shown.units.find(({ id }) => id === registered.id) ?? registered;
  const bar = (
    <div className={styles["bar"]}>
      <UnitSwitcher units={register.units} unit={registered} />
      <FilterBar
        {...register}
        filters={settled.filters}
        ignored={[...control.ignored, ...settled.ignored]}
        changeFilters={control.changeFilters}
        resetFilters={control.resetFilters}
        controls={CONTROLS}
      />
    </div>
  );
  return (
    <Page bar={bar} busy={busy}>
      <div className={styles["sheet"]}>
        <Panel minHeight={980} label={`${unit.shortName}画像`}>
          <UnitSheetFigure register={shown} unit={unit} quarter={quarter} stale={stale} />
        </Panel>
      </div>
      <div className={styles["side"]}>
        <Panel minHeight={60} label="打印">
          <Button onClick={() => window.print()}>打印（一页 A4）</Button>
          <p className={styles["hint"]}>图片在“导出”里，选“单位一页纸”。</p>
        </Panel>
        <Panel minHeight={200} label="其他页面">
          <UnitLinks unit={unit} quarter={quarter} />
        </Panel>
        <Panel minHeight={480} label="扣分依据" stale={stale}>
          <UnitFindings register={shown} unit={unit} quarter={quarter} />
        </Panel>
      </div>
    </Page>
  );
}

const NO_UNITS: string[] = [];
