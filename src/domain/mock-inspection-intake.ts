import type { MockInspection } from "./mock-inspection.ts";
import type { MOCK_INSPECTION_SHEET } from "./mock-inspection-sheet.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { UnitIntake } from "./unit-intake.ts";

type MockInspectionColumns = (typeof MOCK_INSPECTION_SHEET)["columns"];
type MockInspectionRow = RowOf<MockInspectionColumns>;

/** Reads 模拟检查. */
export class MockInspectionIntake {
  readonly rows: MockInspection[] = [];
  readonly #units: UnitIntake;
  readonly #log: RowLog;
  readonly #today: string;
  readonly #rowOf = new Map<string, number>();

  constructor(units: UnitIntake, today: string, log: RowLog) {
    this.#units = units;
    this.#today = today;
    this.#log = log;
  }

  takeRow(row: MockInspectionRow, place: PlacedRow<MockInspectionColumns>) {
    const unit = this.#units.find(row.unit, place);
    if (unit === null) return;
    const key = `${row.year}|${row.round}|${unit.id}`;
    const first = this.#rowOf.get(key);
    if (first !== undefined) return this.#log.reject(place, "unit", `与第 ${first} 行是同一轮的同一单位`);
    const covered = row.covered ?? true;
    if (row.sentOn > this.#today) return this.#log.reject(place, "sentOn", `晚于导入当日 ${this.#today}`);
    if (row.sentOn.slice(0, 4) !== String(row.year)) return this.#log.reject(place, "sentOn", "发出日期不在所填年度内");
    if (!covered && row.answeredInTime !== null)
      return this.#log.reject(place, "answeredInTime", "未覆盖的单位没有答复，请留空");
    if (!covered && row.formErrors !== null)
      return this.#log.reject(place, "formErrors", "未覆盖的单位没有答复，请留空");
    this.#rowOf.set(key, place.source.row);
    const { year, round, sentOn, answeredInTime, formErrors } = row;
    this.rows.push({ year, round, unitId: unit.id, sentOn, covered, answeredInTime, formErrors });
  }
}
