import type { FindingRefusalCode } from "#domain/finding-log.ts";
import type { DraftRefusalCode } from "#domain/judge-draft.ts";
import type { NoteRefusalCode } from "#domain/judge-note.ts";
import type { Ledger } from "#domain/ledger.ts";
import type { RefusalCode } from "#domain/rectification-progress.ts";

/** Why the store does not do as asked: a code, the field at fault where it is one, and `message` for the desk. */
export abstract class StoreRefusal extends Error {
  abstract readonly kind: "invalid" | "notHeld" | "conflict";
  readonly code: string;
  readonly field: string | null;

  constructor(code: string, message: string, field: string | null) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** A cursor that no page of ours ever gave out. */
export class InvalidCursor extends StoreRefusal {
  override readonly name = "InvalidCursor";
  readonly kind = "invalid";

  constructor() {
    super("invalidCursor", "翻页位置无效，请从第一页重新开始", "after");
  }
}

const NOT_HELD = {
  unknownCase: { field: "id", message: "没有这个编号的件" },
  unknownFinding: { field: "id", message: "没有这个编号的扣分" },
  unknownDraft: { field: "id", message: "没有这个编号的草稿" },
  unknownQuarter: { field: "quarter", message: "这个季度没有检查" },
  unknownReport: { field: "body", message: "没有这个机关、年度的年度报告" },
  /** Neither a unit nor a body with an imported roll-up. */
  unknownBody: { field: "body", message: "单位名册中没有这个机关，也没有它的汇总年报，台账算不出" },
};

/** Nothing is held of what the request is about. */
export class NotHeld extends StoreRefusal {
  override readonly name = "NotHeld";
  readonly kind = "notHeld";

  constructor(code: keyof typeof NOT_HELD) {
    const { message, field } = NOT_HELD[code];
    super(code, message, field);
  }
}

type ConflictCode =
  | RefusalCode
  | "calendarNotMaintained"
  | FindingRefusalCode
  | NoteRefusalCode
  | DraftRefusalCode
  | "changedMeanwhile"
  | "nothingToCorrect"
  | "reasonMissing"
  | "nothingInspected"
  | "keyTaken";

/** What is to be written does not fit what stands by now; `message` says why, in Chinese. */
export class Conflict extends StoreRefusal {
  override readonly name = "Conflict";
  readonly kind = "conflict";

  constructor(code: ConflictCode, message: string, field: string | null = null) {
    super(code, message, field);
  }
}

/** A ledger says something else of an entry that is held already; entries are added and never changed. */
export class ChangedEvent extends Error {
  override readonly name = "ChangedEvent";

  constructor(ownerId: string, eventId: string) {
    super(`办理记录 ${ownerId} ${eventId} 与已登记的内容不同；登记过的不能更改`);
  }
}

/** A row names a unit, scheme or case that neither the ledger nor the store knows. */
export class UnknownReference extends Error {
  override readonly name = "UnknownReference";
  readonly part: keyof Ledger;
  readonly reference: string;

  constructor(part: keyof Ledger, reference: string) {
    super(`${part} refers to ${reference}, which is not known`);
    this.part = part;
    this.reference = reference;
  }
}
