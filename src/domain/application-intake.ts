import { APPLICATION_EVENT_LABEL, type Application, type ApplicationEvent, applicationSchema } from "./application.ts";
import { type HistoryFault, readHistory } from "./application-history.ts";
import type { APPLICATION_SHEET } from "./application-sheet.ts";
import { shanghaiDate } from "./shanghai-time.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { UnitIntake } from "./unit-intake.ts";

type ApplicationColumns = (typeof APPLICATION_SHEET)["columns"];
type Row = RowOf<ApplicationColumns>;
type Place = PlacedRow<ApplicationColumns>;
type Column = keyof ApplicationColumns & string;
type Fault = { column: Column; reason: string };

/** Who holds an application of a number already, and the moment of reading. */
export interface ApplicationContext {
  ownerOf: (applicationId: string) => string | undefined;
  now: string;
}

/** The day of reading; a store at no particular time takes any. */
export function dayOfReading(now: string): string {
  return now >= "9999" ? "9999-12-31" : shanghaiDate(now);
}

/** Notes shown one by one; the rest is counted. */
const SHOWN_NOTES = 10;

/** Reads 依申请公开: a row whose history cannot have happened is refused with the reason. */
export class ApplicationIntake {
  readonly applications: Application[] = [];
  readonly #units: UnitIntake;
  readonly #context: ApplicationContext;
  readonly #log: RowLog;
  readonly #today: string;
  readonly #rowOf = new Map<string, number>();
  readonly #late: string[] = [];

  constructor(units: UnitIntake, context: ApplicationContext, log: RowLog) {
    this.#units = units;
    this.#context = context;
    this.#log = log;
    this.#today = dayOfReading(context.now);
  }

  has(id: string): boolean {
    return this.#rowOf.has(id) || this.#context.ownerOf(id) !== undefined;
  }

  takeRow(row: Row, place: Place) {
    const unit = this.#units.find(row.unit, place);
    if (unit === null) return;
    const first = this.#rowOf.get(row.id);
    if (first !== undefined) return this.#log.reject(place, "id", `与第 ${first} 行编号相同，编号须全区唯一`);
    const owner = this.#context.ownerOf(row.id);
    if (owner !== undefined && owner !== unit.id)
      return this.#log.reject(place, "id", "这个编号已用于另一单位的申请，编号须全区唯一，可在前面加单位简称");
    const fault = faultOfDays(row, this.#today);
    if (fault !== null) return this.#log.reject(place, fault.column, fault.reason);
    const events = toEvents(row);
    if ("column" in events) return this.#log.reject(place, events.column, events.reason);
    const { id, applicantKind, channel, receivedOn, confirmedOn } = row;
    const application = { id, unitId: unit.id, applicantKind, channel, receivedOn, confirmedOn, events };
    const parsed = applicationSchema.safeParse(application);
    if (!parsed.success) return this.#log.reject(place, null, "内容超过允许的长度");
    const { faults, withoutEffect } = readHistory(parsed.data, "9999-12-31");
    const [impossible] = faults;
    if (impossible !== undefined) return this.#log.reject(place, columnOf(impossible), impossible.reason);
    this.#rowOf.set(id, place.source.row);
    for (const { event, reason } of withoutEffect)
      this.#late.push(`${place.sheet} 第 ${place.source.row} 行 ${APPLICATION_EVENT_LABEL[event.kind]}：${reason}`);
    this.applications.push(parsed.data);
  }

  /** Tells what happened too late to have its effect: the rows are taken, their clocks are not moved. */
  finish(): void {
    this.#log.notes.push(...this.#late.slice(0, SHOWN_NOTES));
    const more = this.#late.length - SHOWN_NOTES;
    if (more > 0) this.#log.notes.push(`依申请公开：另有 ${more} 处逾期的补正或延期告知，不影响期限`);
  }
}

const PAST_DAYS = [
  "receivedOn",
  "confirmedOn",
  "correctionOn",
  "correctedOn",
  "extendedOn",
  "agreedOn",
  "feeOn",
  "paidOn",
  "repliedOn",
] as const satisfies readonly Column[];

function faultOfDays(row: Row, today: string): Fault | null {
  const ahead = PAST_DAYS.find((column) => (row[column] ?? "") > today);
  if (ahead !== undefined) return { column: ahead, reason: `晚于导入当日 ${today}，尚未发生的不登记` };
  for (const column of ["thirdParty", "otherOrgan"] as const)
    if ((row[column] ?? []).some(({ from, to }) => from > today || (to ?? "") > today))
      return { column, reason: `晚于导入当日 ${today}，尚未发生的不登记` };
  if (row.confirmedOn !== null && row.confirmedOn < row.receivedOn)
    return { column: "confirmedOn", reason: "确认日期早于收到日期" };
  return null;
}

/** What must be filled in together. */
const COMPANIONS: readonly (readonly [column: Column, needs: Column, reason: string])[] = [
  ["correctionDeadline", "correctionOn", "填了补正期限须同时填补正告知日"],
  ["correctedOn", "correctionOn", "填了补正收到日须同时填补正告知日（第三十条）"],
  ["extendedDays", "extendedOn", "填了延期工作日数须同时填延期告知日"],
  ["approver", "extendedOn", "填了延期批准职务须同时填延期告知日"],
  ["extendedOn", "approver", "延期须经政府信息公开工作机构负责人同意，请填延期批准职务（第三十三条）"],
  ["agreedOn", "agreedDueOn", "另定期限须填约定答复日（第三十五条）"],
  ["agreedOn", "agreedReason", "另定期限须填理由（第三十五条）"],
  ["agreedDueOn", "agreedOn", "填了约定答复日须同时填合理期限告知日"],
  ["agreedReason", "agreedOn", "填了另定期限理由须同时填合理期限告知日"],
  ["paidOn", "feeOn", "填了缴费日须同时填收费通知日"],
  ["repliedOn", "outcome", "填了答复日期须同时填办理结果"],
  ["outcome", "repliedOn", "填了办理结果须同时填答复日期"],
];

function toEvents(row: Row): ApplicationEvent[] | Fault {
  const alone = COMPANIONS.find(([column, needs]) => row[column] !== null && row[needs] === null);
  if (alone !== undefined) return { column: alone[0], reason: alone[2] };
  const consultations = (["thirdParty", "otherOrgan"] as const).flatMap((column) =>
    (row[column] ?? []).map(
      ({ from, to }): ApplicationEvent => ({ kind: "consultation", on: from, with: column, answeredOn: to }),
    ),
  );
  return [...stepsOf(row), ...consultations];
}

function stepsOf(row: Row): ApplicationEvent[] {
  const events: ApplicationEvent[] = [];
  const { correctionOn, correctedOn, extendedOn, approver, agreedOn, agreedDueOn, agreedReason } = row;
  if (correctionOn !== null)
    events.push({ kind: "correctionRequested", on: correctionOn, deadline: row.correctionDeadline });
  if (correctedOn !== null) events.push({ kind: "corrected", on: correctedOn });
  if (extendedOn !== null && approver !== null)
    events.push({ kind: "extended", on: extendedOn, days: row.extendedDays ?? 20, approver });
  if (agreedOn !== null && agreedDueOn !== null && agreedReason !== null)
    events.push({ kind: "agreed", on: agreedOn, dueOn: agreedDueOn, reason: agreedReason });
  if (row.feeOn !== null) events.push({ kind: "feeNotified", on: row.feeOn });
  if (row.paidOn !== null) events.push({ kind: "feePaid", on: row.paidOn });
  if (row.repliedOn !== null && row.outcome !== null)
    events.push({ kind: "replied", on: row.repliedOn, outcome: row.outcome });
  return events;
}

const COLUMN_OF = {
  correctionRequested: "correctionOn",
  corrected: "correctedOn",
  consultation: "thirdParty",
  extended: "extendedOn",
  agreed: "agreedOn",
  feeNotified: "feeOn",
  feePaid: "paidOn",
  replied: "repliedOn",
} as const satisfies Record<ApplicationEvent["kind"], Column>;

function columnOf({ event, reason }: HistoryFault): Column {
  if (event.kind === "consultation") return event.with;
  return event.kind === "replied" && reason.includes("办结") ? "outcome" : COLUMN_OF[event.kind];
}
