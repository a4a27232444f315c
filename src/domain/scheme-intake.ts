import { nameKey } from "./cell-text.ts";
import { NameIndex } from "./name-index.ts";
import type { Points } from "./points.ts";
import type { Quarter } from "./quarter.ts";
import { type Indicator, type IndicatorGroup, type Scheme, schemeInForce } from "./scheme.ts";
import { readIndicator, readSchemeHead, readTier, type SchemeHead, type TierRow, toClassTiers } from "./scheme-rows.ts";
import type { SCHEME_SHEETS } from "./scheme-sheets.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";

type SchemeColumns = (typeof SCHEME_SHEETS)["scheme"]["columns"];
type IndicatorColumns = (typeof SCHEME_SHEETS)["indicator"]["columns"];
type TierColumns = (typeof SCHEME_SHEETS)["tier"]["columns"];
type AnyPlace = PlacedRow<SchemeColumns> | PlacedRow<IndicatorColumns> | PlacedRow<TierColumns>;

/** A first-level indicator whose weight may not be stated anywhere. */
type DraftGroup = Omit<IndicatorGroup, "weight"> & { weight: Points | null };

/** A scheme that is still being put together from its three sheets. */
interface Draft {
  id: string;
  name: string;
  head: SchemeHead;
  /** By name, in order of first appearance. */
  groups: Map<string, DraftGroup>;
  indicators: Indicator[];
  tiers: TierRow[];
  places: AnyPlace[];
  broken: boolean;
}

/** Reads 考核方案, 考核指标 and 分档; a scheme with one bad row is refused as a whole, because half a scheme misjudges. */
export class SchemeIntake {
  readonly schemes: Scheme[] = [];
  readonly #drafts = new NameIndex<Draft>();
  readonly #list: Draft[] = [];
  readonly #held: readonly Scheme[];
  readonly #log: RowLog;
  readonly #indicators = new Map<string, NameIndex<Indicator>>();

  constructor(held: readonly Scheme[], log: RowLog) {
    this.#held = held;
    this.#log = log;
  }

  takeScheme(row: RowOf<SchemeColumns>, place: PlacedRow<SchemeColumns>) {
    const id = row.id ?? `${row.name}-${row.version}`;
    const draft = this.#drafts.find(id);
    if (draft !== undefined && draft !== "ambiguous" && draft.id === id)
      return this.#log.reject(place, "name", "同一个方案写了两行");
    const head = readSchemeHead(id, row, (column, reason) => this.#log.reject(place, column, reason));
    if (head === null) return;
    const started: Draft = {
      id,
      name: row.name,
      head,
      groups: new Map(),
      indicators: [],
      tiers: [],
      places: [place],
      broken: false,
    };
    this.#list.push(started);
    this.#drafts.add(started, [id, row.name, `${row.name}-${row.version}`]);
  }

  takeIndicator(row: RowOf<IndicatorColumns>, place: PlacedRow<IndicatorColumns>) {
    const draft = this.#draftOf(row.scheme, place);
    if (draft === null) return;
    const indicator = readIndicator(row, (column, reason) => this.#break(draft, place, column, reason));
    if (indicator === null) return;
    if (draft.indicators.some((other) => nameKey(other.id) === nameKey(indicator.id)))
      return this.#break(draft, place, "name", "同一方案内指标编号（名称）重复");
    const group = this.#groupOf(draft, row, place);
    if (group !== null) draft.indicators.push({ ...indicator, groupId: group.id });
  }

  /** The group of an indicator's row; null after refusing a row that contradicts the rows above it. */
  #groupOf(draft: Draft, row: RowOf<IndicatorColumns>, place: PlacedRow<IndicatorColumns>): DraftGroup | null {
    const started: DraftGroup = {
      id: row.groupId ?? row.group,
      name: row.group,
      shortName: row.groupShort ?? row.group,
      weight: null,
    };
    const group = draft.groups.get(row.group) ?? started;
    draft.groups.set(row.group, group);
    if (row.groupId !== null && row.groupId !== group.id)
      this.#break(draft, place, "groupId", "与同一一级指标其他行填的编号不一致");
    else if (row.groupWeight !== null && group.weight !== null && row.groupWeight !== group.weight)
      this.#break(draft, place, "groupWeight", "与同一一级指标其他行填的分值不一致");
    else {
      group.weight = row.groupWeight ?? group.weight;
      return group;
    }
    return null;
  }

  takeTier(row: RowOf<TierColumns>, place: PlacedRow<TierColumns>): void {
    const draft = this.#draftOf(row.scheme, place);
    if (draft === null) return;
    const tier = readTier(row, (column, reason) => this.#break(draft, place, column, reason));
    if (tier !== null) draft.tiers.push(tier);
  }

  #draftOf<C extends { scheme: IndicatorColumns["scheme"] }>(name: string, place: PlacedRow<C>): Draft | null {
    const draft = this.#drafts.find(name);
    if (draft === undefined) this.#log.reject(place, "scheme", "“考核方案”表中没有这个方案");
    else if (draft === "ambiguous") this.#log.reject(place, "scheme", "有多个方案叫这个名称，请改填方案编号");
    else {
      draft.places.push(place as unknown as AnyPlace);
      return draft;
    }
    return null;
  }

  #break<C extends IndicatorColumns | TierColumns>(
    draft: Draft,
    place: PlacedRow<C>,
    column: (keyof C & string) | null,
    reason: string,
  ): void {
    draft.broken = true;
    this.#log.reject(place, column, reason);
  }

  /** Call after the three sheets: `unread` tells whether a row of them could not even be read. */
  finish(unread: boolean): void {
    for (const draft of this.#list) {
      const reason = this.#faultOf(draft, unread);
      if (reason === null) this.addScheme(toScheme(draft));
      else
        for (const place of draft.places as PlacedRow[])
          if (!this.#log.isRejected(place)) this.#log.reject(place, null, reason);
    }
  }

  #faultOf(draft: Draft, unread: boolean): string | null {
    if (draft.broken || unread) return "考核方案、考核指标或分档中有错误行，方案不能只导入一部分";
    const named = draft.head.escalation?.overdueSurcharge?.indicatorId;
    if (named !== undefined && indicatorNamed(draft, named) === undefined)
      return `没有名为“${named}”的指标，超期整改扣分无处可记`;
    return draft.indicators.length === 0 ? "“考核指标”表中没有这个方案的指标" : null;
  }

  addScheme(scheme: Scheme): void {
    this.schemes.push(scheme);
  }

  /** The scheme that a cell names; undefined when unknown. */
  find(name: string): Scheme | "ambiguous" | undefined {
    return new NameIndex(this.#all(), (scheme) => [scheme.id, scheme.name, `${scheme.name}-${scheme.version}`]).find(
      name,
    );
  }

  inForce(quarter: Quarter): Scheme | undefined {
    return schemeInForce(this.#all(), quarter);
  }

  /** An indicator of a scheme by id, name or short name. */
  findIndicator(scheme: Scheme, name: string): Indicator | "ambiguous" | undefined {
    const index =
      this.#indicators.get(scheme.id) ??
      new NameIndex(scheme.indicators, (indicator) => [indicator.id, indicator.name, indicator.shortName]);
    this.#indicators.set(scheme.id, index);
    return index.find(name);
  }

  /** Schemes of the file first; they replace those held under the same id. */
  #all(): Scheme[] {
    const ids = new Set(this.schemes.map((scheme) => scheme.id));
    return [...this.schemes, ...this.#held.filter((scheme) => !ids.has(scheme.id))];
  }
}

/** An indicator of the draft by id or name; undefined when none or several have it. */
function indicatorNamed(draft: Draft, name: string): Indicator | undefined {
  const found = new NameIndex(draft.indicators, (indicator) => [indicator.id, indicator.name]).find(name);
  return found === "ambiguous" ? undefined : found;
}

/** The rules name their indicator by id, whatever the sheet called it. */
function withIndicatorId(draft: Draft): Pick<Scheme, "escalation"> {
  const { escalation } = draft.head;
  if (escalation === undefined || escalation.overdueSurcharge === null)
    return escalation === undefined ? {} : { escalation };
  const { indicatorId, points } = escalation.overdueSurcharge;
  const id = indicatorNamed(draft, indicatorId)?.id ?? indicatorId;
  return { escalation: { ...escalation, overdueSurcharge: { indicatorId: id, points } } };
}

function toScheme(draft: Draft): Scheme {
  const byName = new NameIndex(draft.indicators, (indicator) => [indicator.id, indicator.name]);
  const indicators = draft.indicators.map((indicator) => {
    if (indicator.parentId === null) return indicator;
    const parent = byName.find(indicator.parentId);
    return parent === undefined || parent === "ambiguous" ? indicator : { ...indicator, parentId: parent.id };
  });
  const groups = [...draft.groups.values()].map((group) => ({
    ...group,
    weight: group.weight ?? sumOf(group.id, indicators),
  }));
  return { ...draft.head, ...withIndicatorId(draft), classTiers: toClassTiers(draft.tiers), groups, indicators };
}

/** Points that can be lost in a group; children share the points of a parent that is a row itself. */
function sumOf(groupId: string, indicators: readonly Indicator[]): Points {
  const ids = new Set(indicators.map((indicator) => indicator.id));
  return indicators
    .filter((indicator) => indicator.groupId === groupId && indicator.effect === "deduct")
    .filter((indicator) => indicator.parentId === null || !ids.has(indicator.parentId))
    .reduce((sum, indicator) => sum + indicator.points, 0);
}
