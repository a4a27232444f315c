import type { UNIT_SHEET } from "./ledger-sheets.ts";
import { NameIndex } from "./name-index.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { Unit } from "./unit.ts";

type UnitColumns = (typeof UNIT_SHEET)["columns"];

/** The class of a unit that the register puts into none; tiers of class `*` hold for it. */
export const UNCLASSIFIED = "未分类";

/** Pinyin initials of a name, from whoever has a dictionary. */
export type PinyinOf = (name: string) => string;

function spellingsOf(unit: Unit): string[] {
  return [unit.id, unit.name, unit.shortName];
}

/** Reads the rows of 单位, and finds units for every other sheet. */
export class UnitIntake {
  readonly units: Unit[] = [];
  readonly #index: NameIndex<Unit>;
  readonly #held: ReadonlyMap<string, Unit>;
  readonly #log: RowLog;
  readonly #pinyinOf: PinyinOf;
  readonly #rowOf = new Map<string, number>();

  constructor(held: readonly Unit[], log: RowLog, pinyinOf: PinyinOf) {
    this.#held = new Map(held.map((unit) => [unit.id, unit]));
    this.#index = new NameIndex(held, spellingsOf);
    this.#log = log;
    this.#pinyinOf = pinyinOf;
  }

  takeRow(row: RowOf<UnitColumns>, place: PlacedRow<UnitColumns>) {
    const named = this.#index.find(row.name);
    const id = row.id ?? (named === undefined || named === "ambiguous" ? row.name : named.id);
    const first = this.#rowOf.get(id);
    if (first !== undefined) return this.#log.reject(place, "name", `与第 ${first} 行是同一个单位`);
    if (id.length > 64) return this.#log.reject(place, "name", "名称超过 64 字，请另填单位编号");
    if (row.activeFrom !== null && row.activeTo !== null && row.activeFrom > row.activeTo)
      return this.#log.reject(place, "activeTo", "停用日期早于启用日期");
    const unit = this.#toUnit(id, row, place);
    const twin = this.#index.find(unit.name);
    if (twin !== undefined && twin !== "ambiguous" && twin.id !== id && twin.name === unit.name)
      return this.#log.reject(place, "name", `与编号 ${twin.id} 的单位重名`);
    this.#rowOf.set(id, place.source.row);
    this.addUnit(unit);
  }

  /** Adds a unit that needs no reading, from a ledger in JSON. */
  addUnit(unit: Unit): void {
    this.units.push(unit);
    this.#index.add(unit, spellingsOf(unit));
  }

  /** A blank cell takes the default; a column that the file does not have leaves what is already held. */
  #toUnit(id: string, row: RowOf<UnitColumns>, place: PlacedRow<UnitColumns>): Unit {
    const held = this.#held.get(id);
    const has = (column: keyof UnitColumns) => held === undefined || place.head.index[column] !== undefined;
    const unit = {
      id,
      name: row.name,
      shortName: has("shortName") ? (row.shortName ?? row.name) : (held?.shortName ?? row.name),
      kind: row.kind,
      class: has("class") ? (row.class ?? UNCLASSIFIED) : (held?.class ?? UNCLASSIFIED),
      order: row.order ?? held?.order ?? this.units.length + 1,
      activeFrom: has("activeFrom") ? row.activeFrom : (held?.activeFrom ?? null),
      activeTo: has("activeTo") ? row.activeTo : (held?.activeTo ?? null),
    };
    const words = new Set([this.#pinyinOf(unit.name), this.#pinyinOf(unit.shortName)]);
    return { ...unit, pinyin: [...words].join(" ") };
  }

  /** The unit of a cell, or null after refusing the row. */
  find<C extends { unit: UnitColumns["name"] }>(name: string, place: PlacedRow<C>): Unit | null {
    const unit = this.lookUp(name);
    if (unit === "ambiguous") this.#log.reject(place, "unit", "有多个单位叫这个名称，请改填单位编号或全称");
    else if (unit === undefined) this.#log.reject(place, "unit", "“单位”表和系统中都没有这个单位，请核对名称或先登记");
    return unit === undefined || unit === "ambiguous" ? null : unit;
  }

  lookUp(name: string): Unit | "ambiguous" | undefined {
    return this.#index.find(name);
  }
}
