import type { EventKind } from "#domain/rectification-event.ts";

/** What is recorded at the desk, in the order of a case's way. */
export const DESK_KINDS = [
  "dispatched",
  "received",
  "reportedFixed",
  "recheckPassed",
  "recheckFailed",
  "paused",
  "resumed",
  "severityChanged",
] as const satisfies readonly EventKind[];
export type DeskKind = (typeof DESK_KINDS)[number];
