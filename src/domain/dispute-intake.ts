import type { ApplicationIntake } from "./application-intake.ts";
import type { Dispute } from "./dispute.ts";
import type { DISPUTE_SHEET } from "./dispute-sheet.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { UnitIntake } from "./unit-intake.ts";

type DisputeColumns = (typeof DISPUTE_SHEET)["columns"];
type DisputeRow = RowOf<DisputeColumns>;

/** Reads 复议诉讼; an application that is named must be known. */
export class DisputeIntake {
  readonly disputes: Dispute[] = [];
  readonly #units: UnitIntake;
  readonly #applications: ApplicationIntake;
  readonly #log: RowLog;
  readonly #today: string;
  readonly #rowOf = new Map<string, number>();

  constructor(units: UnitIntake, applications: ApplicationIntake, today: string, log: RowLog) {
    this.#units = units;
    this.#applications = applications;
    this.#today = today;
    this.#log = log;
  }

  takeRow(row: DisputeRow, place: PlacedRow<DisputeColumns>) {
    const unit = this.#units.find(row.unit, place);
    if (unit === null) return;
    const first = this.#rowOf.get(row.id);
    if (first !== undefined) return this.#log.reject(place, "id", `与第 ${first} 行案号相同`);
    const fault = this.#faultOf(row);
    if (fault !== null) return this.#log.reject(place, fault[0], fault[1]);
    this.#rowOf.set(row.id, place.source.row);
    this.disputes.push({
      id: row.id,
      applicationId: row.application,
      unitId: unit.id,
      kind: row.kind,
      cause: row.cause ?? "other",
      filedOn: row.filedOn,
      result: row.result === "pending" ? null : row.result,
      concludedOn: row.concludedOn,
    });
  }

  #faultOf(row: DisputeRow): [keyof DisputeColumns & string, string] | null {
    const { application, filedOn, concludedOn } = row;
    const result = row.result === "pending" ? null : row.result;
    if (application !== null && !this.#applications.has(application))
      return ["application", "“依申请公开”表和系统中都没有这个编号（或该行未能导入）；台账没有的请留空"];
    if (filedOn > this.#today) return ["filedOn", `晚于导入当日 ${this.#today}`];
    if ((concludedOn ?? "") > this.#today) return ["concludedOn", `晚于导入当日 ${this.#today}`];
    if (concludedOn !== null && concludedOn < filedOn) return ["concludedOn", "审结日期早于立案日期"];
    if (result !== null && concludedOn === null) return ["concludedOn", "有结果的须填审结日期"];
    return result === null && concludedOn !== null ? ["result", "填了审结日期须同时填结果"] : null;
  }
}
