import type { Contract } from "#api/contract.ts";
import type { QueryOf, ReplyOf } from "#api/endpoint.ts";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";
import type { Source } from "#domain/source.ts";

/** What every read of the contract needs; a new endpoint fails to compile here until each store answers it. */
export type LedgerReader = { [N in keyof Contract]: (query: QueryOf<Contract[N]>) => Promise<ReplyOf<Contract[N]>> };

/** Where a ledger came from; becomes the source of each topic that it touches. */
export type LedgerOrigin = Pick<Source, "name" | "asOf" | "importedAt" | "demo">;

export interface Store extends LedgerReader {
  /**
   * Writes a whole ledger in one transaction: all of it or nothing. The same ledger twice changes nothing.
   * `replaceAll` empties the store in the same transaction: real data in place of the demonstration district.
   */
  applyLedger(ledger: Ledger, origin: LedgerOrigin, options?: { replaceAll?: boolean }): Promise<LedgerChanges>;
  /** Removes every row, in one transaction. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A cursor that no page of ours ever gave out. */
export class InvalidCursor extends Error {
  override readonly name = "InvalidCursor";
}

/** A row names a unit or scheme that neither the ledger nor the store knows. */
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
