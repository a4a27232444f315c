import { nameKey } from "./cell-text.ts";
import { ERROR_TYPE_LABEL, type ErrorType, type RectificationCase } from "./rectification.ts";
import type { Actor, EventDraft, RectificationEvent } from "./rectification-event.ts";
import { type RectificationContext, RectificationLogs } from "./rectification-logs.ts";
import { REFUSAL_TEXT, type RefusalCode } from "./rectification-progress.ts";
import type { RECTIFICATION_SHEETS } from "./rectification-sheets.ts";
import { hashOf } from "./row-hash.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";
import type { UnitIntake } from "./unit-intake.ts";
import { VENDOR_ERROR_TYPES } from "./vendor-error-types.ts";

type CaseColumns = (typeof RECTIFICATION_SHEETS.case)["columns"];
type CasePlace = PlacedRow<CaseColumns>;
type EventColumns = (typeof RECTIFICATION_SHEETS.event)["columns"];
type EventPlace = PlacedRow<EventColumns>;
type EventRow = RowOf<EventColumns>;

type Detail<D> = D extends EventDraft ? Omit<D, "id" | "by" | "note"> : never;
type Fault<C> = { column: keyof C & string; reason: string };

const ERROR_TYPES = new Map<string, ErrorType>([
  ...(Object.keys(ERROR_TYPE_LABEL) as ErrorType[]).map((type): [string, ErrorType] => [
    nameKey(ERROR_TYPE_LABEL[type]),
    type,
  ]),
  ...Object.entries(VENDOR_ERROR_TYPES),
]);

/** "-交办" must still fit into an entry's key. */
const LONGEST_ID = 60;
const DISPATCHER: Actor = { role: "office", organisation: "区政府办公室" };

/** Reads 错敏信息 and 整改记录. Entries are only ever added: one that the log could not have taken is refused. */
export class RectificationIntake {
  readonly cases: RectificationCase[] = [];
  readonly events: { caseId: string; event: RectificationEvent }[] = [];
  readonly #units: UnitIntake;
  readonly #log: RowLog;
  readonly #logs: RectificationLogs;
  readonly #rowOf = new Map<string, number>();
  readonly #unknownTypes = new Set<string>();
  readonly #pending = new Map<string, { row: EventRow; place: EventPlace; draft: EventDraft }[]>();

  constructor(units: UnitIntake, context: RectificationContext, log: RowLog) {
    this.#units = units;
    this.#log = log;
    this.#logs = new RectificationLogs(context);
  }

  takeCase(row: RowOf<CaseColumns>, place: CasePlace) {
    const unit = this.#units.find(row.unit, place);
    if (unit === null) return;
    const { dispatchedAt, limit, wrongText, excerpt, url, foundAt } = row;
    const id = row.id ?? `e-${hashOf([unit.id, wrongText, excerpt, url, foundAt])}`;
    const fault = this.#faultOfCase(id, row);
    if (fault !== null) return this.#log.reject(place, fault.column, fault.reason);
    if (!this.#isFirst(id, place, "单位、错敏字、片段、网址、发现时间")) return;
    const entry: RectificationCase = {
      id,
      unitId: unit.id,
      severity: row.severity,
      errorType: this.#errorTypeOf(row.errorType),
      source: row.source ?? "thirdParty",
      wrongText,
      suggestedText: row.suggestedText,
      excerpt,
      url,
      foundAt,
    };
    if (dispatchedAt !== null) {
      const draft: EventDraft = { id: `${id}-交办`, by: DISPATCHER, note: "", kind: "dispatched", limit };
      const addition = this.#logs.record(entry, draft, dispatchedAt);
      if (!addition.added) return this.#log.reject(place, "dispatchedAt", addition.reason);
      this.events.push({ caseId: id, event: addition.event });
    }
    this.#logs.put(entry);
    this.cases.push(entry);
  }

  takeEvent(row: EventRow, place: EventPlace) {
    if (this.#logs.find(row.case) === undefined)
      return this.#log.reject(place, "case", "“错敏信息”表和系统中都没有这个编号（或该行未能导入）");
    if (row.organisation.length > 60) return this.#log.reject(place, "organisation", "超过 60 个字");
    const detail = toDetail(row);
    if ("column" in detail) return this.#log.reject(place, detail.column, detail.reason);
    const id = row.id ?? `r-${hashOf([row.case, row.at, row.kind, row.role, row.organisation])}`;
    if (!this.#isFirst(`${row.case}|${id}`, place, "问题编号、时间、事项、登记方")) return;
    const by = { role: row.role, organisation: row.organisation };
    const draft: EventDraft = { id, by, note: row.note ?? "", ...detail };
    const entries = this.#pending.get(row.case) ?? [];
    this.#pending.set(row.case, entries);
    entries.push({ row, place, draft });
  }

  /** Adds the entries of each case in the order in which they happened, whatever the order of the rows. */
  finish(): void {
    for (const [caseId, entries] of this.#pending) {
      entries.sort((a, b) => Date.parse(a.row.at) - Date.parse(b.row.at) || a.place.source.row - b.place.source.row);
      for (const { row, place, draft } of entries) {
        const held = this.#logs.find(caseId);
        if (held === undefined) continue;
        const addition = this.#logs.record(held.row, draft, row.at);
        if (addition.added) this.events.push({ caseId, event: addition.event });
        else this.#log.reject(place, columnOf(addition.code), addition.reason);
      }
    }
    if (this.#unknownTypes.size > 0)
      this.#log.notes.push(`错敏信息：不认识的错误类型记为“其他错误”：${[...this.#unknownTypes].join("、")}`);
  }

  #faultOfCase(id: string, row: RowOf<CaseColumns>): Fault<CaseColumns> | null {
    if (id.length > LONGEST_ID) return { column: "id", reason: `编号超过 ${LONGEST_ID} 个字` };
    if (row.limit !== null && row.dispatchedAt === null)
      return { column: "limit", reason: "填了时限须同时填交办时间；未交办的件没有时限" };
    const reason = this.#logs.faultOfSeverity({ id, severity: row.severity });
    return reason === null ? null : { column: "severity", reason };
  }

  #errorTypeOf(word: string | null): ErrorType {
    if (word === null) return "other";
    const type = ERROR_TYPES.get(nameKey(word));
    if (type === undefined) this.#unknownTypes.add(word);
    return type ?? "other";
  }

  #isFirst<C extends CaseColumns | EventColumns>(key: string, place: PlacedRow<C>, parts: string): boolean {
    const first = this.#rowOf.get(key);
    if (first === undefined) this.#rowOf.set(key, place.source.row);
    else this.#log.reject(place, null, `与第 ${first} 行重复（编号相同，或没有编号而${parts}都相同）`);
    return first === undefined;
  }
}

/** What an entry of this kind needs, and nothing that belongs to another kind. */
function toDetail(row: EventRow): Detail<EventDraft> | Fault<EventColumns> {
  const { kind, reason, approver, severity, evidenceUrl } = row;
  const filled: [keyof EventColumns & string, unknown, EventRow["kind"]][] = [
    ["reason", reason, "paused"],
    ["approver", approver, "paused"],
    ["severity", severity, "severityChanged"],
    ["evidenceUrl", evidenceUrl, "reportedFixed"],
  ];
  const stray = filled.find(([, value, owner]) => value !== null && owner !== kind);
  if (stray !== undefined) return { column: stray[0], reason: "这一列不用于该事项，请留空" };
  if (kind === "paused") {
    if (reason === null) return { column: "reason", reason: "暂停计时须填暂停原因" };
    const by = toApprover(approver);
    return by === null ? { column: "approver", reason: REFUSAL_TEXT.wrongApprover } : { kind, reason, approver: by };
  }
  if (kind === "severityChanged")
    return severity === null ? { column: "severity", reason: "调整级别须填调整后级别" } : { kind, severity };
  if (kind === "reportedFixed") return { kind, evidenceUrl };
  return kind === "dispatched" ? { kind, limit: null } : { kind };
}

/** Only the government's own office may stop a clock, the city's or the district's. */
function toApprover(organisation: string | null): Actor | null {
  if (organisation === null || organisation.length > 60 || !/政府|府办/.test(organisation)) return null;
  return { role: /市/.test(organisation) && !/[区县旗]/.test(organisation) ? "municipal" : "office", organisation };
}

function columnOf(code: RefusalCode | null): keyof EventColumns & string {
  if (code === "wrongRole") return "role";
  if (code === "wrongApprover") return "approver";
  return code === "inFuture" || code === "outOfOrder" ? "at" : "kind";
}
