import type { FindingRecheck } from "./finding-recheck.ts";
import type { RECHECK_SHEET } from "./recheck-sheet.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";

type RecheckColumns = (typeof RECHECK_SHEET)["columns"];

/** Reads 问题复查; every row must name a finding of the file or of the store. */
export class RecheckIntake {
  readonly rechecks: FindingRecheck[] = [];
  readonly #isKnown: (findingId: string) => boolean;
  readonly #log: RowLog;
  readonly #rowOf = new Map<string, number>();

  constructor(isKnown: (findingId: string) => boolean, log: RowLog) {
    this.#isKnown = isKnown;
    this.#log = log;
  }

  takeRow(row: RowOf<RecheckColumns>, place: PlacedRow<RecheckColumns>) {
    if (!this.#isKnown(row.finding))
      return this.#log.reject(place, "finding", "“扣分明细”表和系统中都没有这个编号（或该行未能导入）");
    if (row.by.length > 60) return this.#log.reject(place, "by", "超过 60 个字");
    const key = `${row.finding}|${row.recheckedOn}`;
    const first = this.#rowOf.get(key);
    if (first !== undefined) return this.#log.reject(place, null, `与第 ${first} 行重复（问题编号和复查日期都相同）`);
    this.#rowOf.set(key, place.source.row);
    const { finding: findingId, recheckedOn, result, by, note } = row;
    this.rechecks.push({ findingId, recheckedOn, result, by, note });
  }
}
