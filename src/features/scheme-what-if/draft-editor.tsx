import { memo } from "react";
import type { Filters } from "#domain/filters.ts";
import { describeScheme, type Indicator, type Scheme } from "#domain/scheme.ts";
import { edgeBehind, onlyDifferences, type SchemeChange } from "#domain/scheme-draft.ts";
import { Button } from "#ui/button.tsx";
import { Chip } from "#ui/chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { CAP_LABEL, className, describeChange, edgeName, plainPoints } from "./describe-changes.ts";
import styles from "./draft-editor.module.css";
import { PointsField } from "./points-field.tsx";
import { SavedDrafts } from "./saved-drafts.tsx";
import { useWhatIfView, type ViewProps } from "./use-what-if-view.ts";

interface DraftEditorProps extends ViewProps {
  changeFilters: (patch: Partial<Filters>) => void;
}

/** Every number of the scheme that may be tried: edges first, then groups with their indicators. */
export const DraftEditor = memo(function DraftEditor({ register, filters, changeFilters }: DraftEditorProps) {
  const view = useWhatIfView({ register, filters });
  if (!view) return <EmptyState sentence="所选季度没有适用的考核方案。" />;
  const { base, draft } = view.whatIf;
  const change = (entry: SchemeChange) => changeFilters({ draft: onlyDifferences(base, [...filters.draft, entry]) });
  const remove = (entry: SchemeChange) =>
    changeFilters({ draft: filters.draft.filter((other) => JSON.stringify(other) !== JSON.stringify(entry)) });
  const part = { base, draft, change };
  return (
    <>
      <TableHead
        title="方案草稿"
        note={`以${describeScheme(base)}为底，只在本页推演；链接就是草稿，可直接发给他人，也可存为草稿版本。`}
      />
      <div className={styles["changes"]}>
        {view.changes.map((entry) => {
          const words = describeChange(base, entry);
          return (
            <Chip key={words} removeLabel={`撤销改动：${words}`} onRemove={() => remove(entry)}>
              {words}
            </Chip>
          );
        })}
        {view.changes.length === 0 ? (
          <span className={styles["none"]}>尚未改动</span>
        ) : (
          <Button size="small" look="quiet" onClick={() => changeFilters({ draft: [] })}>
            全部还原
          </Button>
        )}
      </div>
      <SavedDrafts base={base} changes={view.changes} open={(changes) => changeFilters({ draft: changes })} />
      <section className={styles["scroller"]} aria-label="方案各项分值">
        <EdgeFields {...part} />
        <WeightNote draft={draft} />
        {base.groups.map((group) => (
          <GroupFields key={group.id} {...part} groupId={group.id} />
        ))}
      </section>
    </>
  );
});

interface PartProps {
  base: Scheme;
  draft: Scheme;
  change: (entry: SchemeChange) => void;
}

function EdgeFields({ base, draft, change }: PartProps) {
  const rows = base.classTiers.flatMap((entry) =>
    entry.tiers.flatMap(({ level }) => {
      const value = edgeBehind(draft, draftTiers(draft, entry.unitClass), level);
      const was = edgeBehind(base, entry.tiers, level);
      return value === null || was === null ? [] : [{ unitClass: entry.unitClass, level, value, was }];
    }),
  );
  if (rows.length === 0) return <p className={styles["none"]}>本方案不分档。</p>;
  return (
    <table className={styles["table"]}>
      <caption>档线（{base.tierBasis === "score" ? "按得分" : "按扣分"}）</caption>
      <tbody>
        {rows.map(({ unitClass, level, value, was }) => {
          const label = `${className(unitClass)}${edgeName(base, unitClass, level)}`;
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <PointsField
                  label={label}
                  value={value}
                  base={was}
                  onCommit={(points) => change({ kind: "edge", id: unitClass, level, value: points })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function draftTiers(draft: Scheme, unitClass: string) {
  return draft.classTiers.find((entry) => entry.unitClass === unitClass)?.tiers ?? [];
}

/** Weights that no longer make the full mark are allowed, and what happens then is said. */
function WeightNote({ draft }: { draft: Scheme }) {
  const weighing = draft.groups.filter((group) => {
    const members = draft.indicators.filter((indicator) => indicator.groupId === group.id);
    return members.length === 0 || members.some((indicator) => indicator.effect === "deduct");
  });
  const sum = weighing.reduce((total, group) => total + group.weight, 0);
  if (sum === draft.fullMark) return null;
  return (
    <p role="status" className={styles["note"]}>
      各组权重合计 {plainPoints(sum)} 分，得分按满分 {plainPoints(draft.fullMark)} 折算。
    </p>
  );
}

function GroupFields({ base, draft, change, groupId }: PartProps & { groupId: string }) {
  const was = base.groups.find((group) => group.id === groupId);
  const now = draft.groups.find((group) => group.id === groupId);
  if (!was || !now) return null;
  const indicators = base.indicators.filter(
    (indicator) => indicator.groupId === groupId && indicator.effect !== "veto",
  );
  return (
    <table className={styles["table"]}>
      <caption>
        {was.name}
        <span className={styles["weight"]}>
          权重{" "}
          <PointsField
            label={`${was.name}权重`}
            value={now.weight}
            base={was.weight}
            step={1}
            onCommit={(value) => change({ kind: "weight", id: groupId, value })}
          />
        </span>
      </caption>
      {indicators.length === 0 ? null : (
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">分值</th>
            <th scope="col">每次扣</th>
            <th scope="col">封顶</th>
          </tr>
        </thead>
      )}
      <tbody>
        {indicators.map((indicator) => (
          <IndicatorFields
            key={indicator.id}
            was={indicator}
            now={draft.indicators.find((entry) => entry.id === indicator.id) ?? indicator}
            change={change}
          />
        ))}
      </tbody>
    </table>
  );
}

interface IndicatorFieldsProps {
  was: Indicator;
  now: Indicator;
  change: (entry: SchemeChange) => void;
}

function IndicatorFields({ was, now, change }: IndicatorFieldsProps) {
  const { id, name } = was;
  return (
    <tr>
      <th scope="row" title={was.clause}>
        {name}
        {was.effect === "bonus" ? "（加分）" : ""}
      </th>
      <td>
        <PointsField
          label={`${name}分值`}
          value={now.points}
          base={was.points}
          step={0.5}
          onCommit={(value) => change({ kind: "points", id, value })}
        />
      </td>
      <td>
        {was.measure.kind === "perOccurrence" && now.measure.kind === "perOccurrence" ? (
          <PointsField
            label={`${name}每次${was.effect === "bonus" ? "加" : "扣"}分`}
            value={now.measure.each}
            base={was.measure.each}
            onCommit={(value) => change({ kind: "each", id, value })}
          />
        ) : (
          "按比例"
        )}
      </td>
      <td>
        <select
          aria-label={`${name}封顶`}
          value={now.capAt}
          data-changed={now.capAt !== was.capAt || undefined}
          onChange={(event) => {
            const cap = CAPS.find((entry) => entry === event.target.value);
            if (cap !== undefined) change({ kind: "cap", id, value: cap });
          }}
        >
          {CAPS.filter((cap) => cap !== "parent" || was.parentId !== null).map((cap) => (
            <option key={cap} value={cap}>
              {CAP_LABEL[cap]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

const CAPS = ["indicator", "parent", "none"] as const;
