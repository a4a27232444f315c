import { applicationContract } from "#api/application-contract.ts";
import { callEndpoint } from "#api/call-endpoint.ts";
import type { CellEntry } from "#domain/computed-report.ts";

/** The most that one reply holds. */
const PAGE = 500;

/** Every application or dispute behind a cell, page after page: a file holds all of them, not what is in sight. */
export async function readEntries(picks: { body: string; year: string; cell: string }): Promise<CellEntry[]> {
  const entries: CellEntry[] = [];
  let after: string | undefined;
  do {
    const page = await callEndpoint(applicationContract.computedReportCell, {
      ...picks,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    entries.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return entries;
}
