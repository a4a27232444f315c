import type { Contract, WriteName, Writes } from "#api/contract.ts";
import type { BodyOf, QueryOf, ReplyOf } from "#api/endpoint.ts";
import type { FindingRefusalCode } from "#domain/finding-log.ts";
import type { DraftRefusalCode } from "#domain/judge-draft.ts";
import type { NoteRefusalCode } from "#domain/judge-note.ts";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";
import type { RectificationCase } from "#domain/rectification.ts";
import type { RectificationEvent } from "#domain/rectification-event.ts";
import type { RefusalCode } from "#domain/rectification-progress.ts";
import type { Source } from "#domain/source.ts";

/** Reads that judge open cases, and so depend on the moment of asking. */
type TimedRead =
  | "rectificationFacts"
  | "applicationFacts"
  | "applicationsDue"
  | "application"
  | "disputeFacts"
  | "computedReport"
  | "computedReportCell";
type Answer<N extends keyof Contract> = N extends TimedRead
  ? (query: QueryOf<Contract[N]>, now: string) => Promise<ReplyOf<Contract[N]>>
  : (query: QueryOf<Contract[N]>) => Promise<ReplyOf<Contract[N]>>;

/** What every read of the contract needs; a new endpoint fails to compile here until each store answers it. */
export type LedgerReader = { [N in keyof Contract]: Answer<N> };

/** What a write did: `repeated` when the same had been recorded before and nothing was added. */
export interface Written<R> {
  repeated: boolean;
  reply: R;
}

/** Each write in one transaction. The clock is read inside it, because another one may have to end first. */
export type LedgerRecorder = {
  [N in WriteName]: (
    query: QueryOf<Writes[N]>,
    body: BodyOf<Writes[N]>,
    clock: () => Date,
  ) => Promise<Written<ReplyOf<Writes[N]>>>;
};

/** A case with its log, in the order of recording. */
export interface CaseRecord {
  row: RectificationCase;
  events: RectificationEvent[];
}

/** Where a ledger came from; becomes the source of each topic that it touches. */
export type LedgerOrigin = Pick<Source, "name" | "asOf" | "importedAt" | "demo">;

export interface Store extends LedgerReader, LedgerRecorder {
  /** The register as the ledger has it now, whatever was published: what an import builds on. */
  heldRegister(): Promise<Pick<Ledger, "units" | "schemes" | "inspections">>;
  /** Ids of every finding: what an import may refer to. */
  findingIds(): Promise<string[]>;
  /** Unit of every application by its number: what an import must know before it adds to them. */
  applicationOwners(): Promise<Map<string, string>>;
  /** Every case with its log: what an import must know before it adds to them. */
  caseRecords(): Promise<CaseRecord[]>;
  /**
   * Writes a whole ledger in one transaction: all of it or nothing. The same ledger twice changes nothing.
   * `replaceAll` empties the store in the same transaction: real data in place of the demonstration district.
   */
  applyLedger(ledger: Ledger, origin: LedgerOrigin, options?: { replaceAll?: boolean }): Promise<LedgerChanges>;
  /**
   * Puts a ledger's rules, cases and logs in the place of all that are held, in one transaction. For a demonstration
   * that is made anew: real logs are only ever added to.
   */
  replaceRectifications(ledger: Ledger, origin: LedgerOrigin): Promise<LedgerChanges>;
  /** Removes every row, in one transaction. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A cursor that no page of ours ever gave out. */
export class InvalidCursor extends Error {
  override readonly name = "InvalidCursor";
}

/** Nothing is held under this id. */
export class UnknownCase extends Error {
  override readonly name = "UnknownCase";
}

/** There is no inspection of this quarter. */
export class UnknownQuarter extends Error {
  override readonly name = "UnknownQuarter";
}

/** The quarter cannot be published as asked; `message` says why, in Chinese. */
export class PublicationRefused extends Error {
  override readonly name = "PublicationRefused";
  readonly code: "changedMeanwhile" | "nothingToCorrect" | "reasonMissing" | "nothingInspected" | "keyTaken";

  constructor(code: PublicationRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** No annual report is held of this body and year. */
export class UnknownReport extends Error {
  override readonly name = "UnknownReport";
}

/** The remark cannot be added as it stands; `message` says why, in Chinese. */
export class NoteRefused extends Error {
  override readonly name = "NoteRefused";
  readonly code: NoteRefusalCode;

  constructor(code: NoteRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The draft version cannot be kept as it stands; `message` says why, in Chinese. */
export class DraftRefused extends Error {
  override readonly name = "DraftRefused";
  readonly code: DraftRefusalCode;

  constructor(code: DraftRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Neither a unit nor a body with an imported roll-up: the ledger cannot compute its report. */
export class UnknownBody extends Error {
  override readonly name = "UnknownBody";
}

/** The log of the case cannot take this entry as it stands; `message` says why, in Chinese. */
export class EventRefused extends Error {
  override readonly name = "EventRefused";
  readonly code: RefusalCode | "calendarNotMaintained";

  constructor(code: EventRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** No ledger line is held under this id. */
export class UnknownFinding extends Error {
  override readonly name = "UnknownFinding";
}

/** The log of the finding cannot take this entry as it stands; `message` says why, in Chinese. */
export class FindingEventRefused extends Error {
  override readonly name = "FindingEventRefused";
  readonly code: FindingRefusalCode;

  constructor(code: FindingRefusalCode, message: string) {
    super(message);
    this.code = code;
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
