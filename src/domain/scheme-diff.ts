import { describeEscalation } from "./escalation.ts";
import type { Indicator, IndicatorGroup, Scheme } from "./scheme.ts";
import {
  describeBonus,
  describeCap,
  describeDecimals,
  describeMeasure,
  describeTierList,
  describeVetoScore,
  EFFECT_LABEL,
  NA_POLICY_LABEL,
  plainNumber,
  TIER_BASIS_LABEL,
  VERIFICATION_LABEL,
  YEAR_BASIS_LABEL,
} from "./scheme-words.ts";

/** One difference between two versions of a scheme. `before` is null for what is new, `after` for what is gone. */
export interface SchemeChange {
  /** Unique within a comparison. */
  id: string;
  part: "方案" | "类别" | "指标" | "分档";
  /** 重点领域, 一类; empty for the scheme as a whole. */
  subject: string;
  /** 分值, 封顶 … */
  field: string;
  before: string | null;
  after: string | null;
}

interface Field<T> {
  label: string;
  write: (value: T) => string;
}

type SchemeRule =
  | "fullMark"
  | "naPolicy"
  | "vetoScore"
  | "bonus"
  | "tierBasis"
  | "decimals"
  | "yearBasis"
  | "escalation";
/** What names a version rather than being a rule of it, and what is compared part by part. */
type Elsewhere =
  | "id"
  | "name"
  | "version"
  | "effectiveFrom"
  | "effectiveTo"
  | "notes"
  | "groups"
  | "indicators"
  | "classTiers";

/** A rule of the scheme without a line here does not compile. */
const SCHEME_FIELDS: { readonly [K in Exclude<keyof Scheme, Elsewhere>]: Field<Scheme> } = {
  fullMark: { label: "满分", write: ({ fullMark }) => `${plainNumber(fullMark)} 分` },
  naPolicy: { label: "不适用指标", write: ({ naPolicy }) => NA_POLICY_LABEL[naPolicy] },
  vetoScore: { label: "单项否决", write: ({ vetoScore }) => describeVetoScore(vetoScore) },
  bonus: { label: "加分", write: ({ bonus }) => describeBonus(bonus) },
  tierBasis: { label: "分档依据", write: ({ tierBasis }) => TIER_BASIS_LABEL[tierBasis] },
  decimals: { label: "得分显示", write: ({ decimals }) => describeDecimals(decimals) },
  escalation: { label: "加重扣分", write: (scheme) => describeEscalation(scheme).join("；") || "没有" },
  yearBasis: { label: "全年", write: ({ yearBasis }) => YEAR_BASIS_LABEL[yearBasis] },
} satisfies Record<SchemeRule, Field<Scheme>>;

const GROUP_FIELDS: readonly Field<IndicatorGroup>[] = [
  { label: "名称", write: (group) => group.name },
  { label: "分值", write: (group) => plainNumber(group.weight) },
];

function indicatorFields(scheme: Scheme): readonly Field<Indicator>[] {
  const nameOf = (id: string | null) => scheme.indicators.find((entry) => entry.id === id)?.name ?? id ?? "无";
  return [
    { label: "名称", write: (entry) => entry.name },
    {
      label: "类别",
      write: (entry) => scheme.groups.find((group) => group.id === entry.groupId)?.name ?? entry.groupId,
    },
    { label: "上级指标", write: (entry) => nameOf(entry.parentId) },
    { label: "分值", write: (entry) => plainNumber(entry.points) },
    { label: "性质", write: (entry) => EFFECT_LABEL[entry.effect] },
    { label: "扣分办法", write: describeMeasure },
    { label: "封顶", write: capWithoutPoints },
    { label: "核查方式", write: (entry) => VERIFICATION_LABEL[entry.verification] },
    { label: "条款", write: (entry) => entry.clause },
  ];
}

/** The points have a line of their own; a cap that only moves with them has not changed. */
function capWithoutPoints(entry: Indicator): string {
  return describeCap(entry).replace(/ \d[\d.]* 分/, "本项分值");
}

/**
 * What changed from one version to the next, in the order of the page: the scheme's own rules, groups, indicators,
 * tiers. Identity is the id, so a renamed indicator is one change and not one gone and one new.
 */
export function diffSchemes(before: Scheme, after: Scheme): SchemeChange[] {
  const rules = Object.entries(SCHEME_FIELDS).map(([id, field]) => ({ id, ...field }));
  return [
    ...rules.flatMap(({ id, label, write }) => compare(`scheme-${id}`, "方案", "", label, write(before), write(after))),
    ...diffParts("类别", before.groups, after.groups, () => GROUP_FIELDS, [before, after]),
    ...diffParts("指标", before.indicators, after.indicators, indicatorFields, [before, after]),
    ...diffTiers(before, after),
  ];
}

function compare(
  id: string,
  part: SchemeChange["part"],
  subject: string,
  field: string,
  before: string,
  after: string,
): SchemeChange[] {
  return before === after ? [] : [{ id, part, subject, field, before, after }];
}

function diffParts<T extends { id: string; name: string }>(
  part: "类别" | "指标",
  before: readonly T[],
  after: readonly T[],
  fieldsOf: (scheme: Scheme) => readonly Field<T>[],
  [older, newer]: readonly [Scheme, Scheme],
): SchemeChange[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map((entry) => entry.id));
  const whole = (entry: T, scheme: Scheme) =>
    fieldsOf(scheme)
      .slice(1)
      .map(({ label, write }) => `${label} ${write(entry)}`)
      .join("；");
  const changed = after.flatMap((entry): SchemeChange[] => {
    const id = `${part}-${entry.id}`;
    const old = known.get(entry.id);
    if (old === undefined)
      return [{ id, part, subject: entry.name, field: "新增", before: null, after: whole(entry, newer) }];
    const oldFields = fieldsOf(older);
    return fieldsOf(newer).flatMap(({ label, write }, index) =>
      compare(`${id}-${label}`, part, entry.name, label, oldFields[index]?.write(old) ?? "", write(entry)),
    );
  });
  const gone = before
    .filter((entry) => !kept.has(entry.id))
    .map(
      (entry): SchemeChange => ({
        id: `${part}-${entry.id}`,
        part,
        subject: entry.name,
        field: "取消",
        before: whole(entry, older),
        after: null,
      }),
    );
  return [...changed, ...gone];
}

/** By unit class, since one class may move and another stay; `*` stands for every class without tiers of its own. */
function diffTiers(before: Scheme, after: Scheme): SchemeChange[] {
  const tiersBefore = new Map(before.classTiers.map(({ unitClass, tiers }) => [unitClass, describeTierList(tiers)]));
  const tiersAfter = new Map(after.classTiers.map(({ unitClass, tiers }) => [unitClass, describeTierList(tiers)]));
  return [...new Set([...tiersAfter.keys(), ...tiersBefore.keys()])].flatMap((unitClass): SchemeChange[] => {
    const old = tiersBefore.get(unitClass) ?? null;
    const now = tiersAfter.get(unitClass) ?? null;
    const subject = unitClass === "*" ? "各类单位" : unitClass;
    return old === now
      ? []
      : [{ id: `分档-${unitClass}`, part: "分档", subject, field: "分档线", before: old, after: now }];
  });
}
