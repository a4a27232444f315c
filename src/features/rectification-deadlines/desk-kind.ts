import type { EventKind } from "#domain/rectification-event.ts";

/** What is recorded at the desk; dispatches and changes of severity come with the ledger. */
export const DESK_KINDS = [
  "received",
  "reportedFixed",
  "recheckPassed",
  "recheckFailed",
  "paused",
  "resumed",
] as const satisfies readonly EventKind[];
export type DeskKind = (typeof DESK_KINDS)[number];
