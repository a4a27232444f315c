import type { Contract, WriteName, Writes } from "#api/contract.ts";
import type { BodyOf, QueryOf, ReplyOf } from "#api/endpoint.ts";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";
import type { Quarter } from "#domain/quarter.ts";
import type { RectificationCase } from "#domain/rectification.ts";
import type { RectificationEvent } from "#domain/rectification-event.ts";
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
  /** Quarters that were published, in order: an import does not change their figures. */
  publishedQuarters(): Promise<Quarter[]>;
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
