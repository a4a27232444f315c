import type { Contract } from "#api/contract.ts";
import type { QueryOf, ReplyOf } from "#api/endpoint.ts";
import type { Ledger, LedgerChanges } from "#domain/ledger.ts";

/** What every read of the contract needs; a new endpoint fails to compile here until each store answers it. */
export type LedgerReader = { [N in keyof Contract]: (query: QueryOf<Contract[N]>) => Promise<ReplyOf<Contract[N]>> };

/** Where a ledger came from; becomes the source of each topic that it touches. */
export interface LedgerOrigin {
  name: string;
  asOf: string;
  importedAt: string;
  demo: boolean;
}

export interface Store extends LedgerReader {
  /** Writes a whole ledger in one transaction: all of it or nothing. The same ledger twice changes nothing. */
  applyLedger(ledger: Ledger, origin: LedgerOrigin): Promise<LedgerChanges>;
  /** Removes every row, in one transaction; used to replace the demonstration district by real data. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
