import type { applicationContract } from "#api/application-contract.ts";
import type { ReplyOf } from "#api/endpoint.ts";

/** An open application as the list gives it: number, unit, days and clock; nothing of the applicant but the kind. */
export type OpenApplication = ReplyOf<typeof applicationContract.applicationsDue>["rows"][number];
