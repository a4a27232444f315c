import { z } from "zod";
import {
  type ApplicantKind,
  type Application,
  applicationEventSchema,
  type Channel,
  effectiveReceipt,
  replyOf,
  type Timeliness,
} from "#domain/application.ts";
import { replyTimeOf } from "#domain/application-facts.ts";
import type { ApplicationFact } from "#domain/application-standing.ts";
import type { Dispute, DisputeCause, DisputeKind, DisputeResult } from "#domain/dispute.ts";
import type { MockInspection } from "#domain/mock-inspection.ts";
import type { OutcomeLeaf } from "#domain/outcome-leaf.ts";
import { canonicalJson } from "./canonical-json.ts";

export interface ApplicationTables {
  application: {
    id: string;
    unit_id: string;
    applicant_kind: ApplicantKind;
    channel: Channel;
    received_on: string;
    confirmed_on: string | null;
    events: string;
    /** From here on what follows from the days above; written anew with every row. */
    effective_on: string | null;
    closed_on: string | null;
    outcome: OutcomeLeaf | null;
    reply_quarter: string | null;
    reply_days: number | null;
    extended: number;
    late: number;
  };
  /** The facts of closed applications, which no later day changes: the database only has to add them. */
  application_count: {
    application_id: string;
    quarter: string;
    outcome: OutcomeLeaf | null;
    timeliness: Timeliness;
    received: number;
    carried_over: number;
    due: number;
  };
  dispute: {
    id: string;
    application_id: string | null;
    unit_id: string;
    kind: DisputeKind;
    cause: DisputeCause;
    filed_on: string;
    result: DisputeResult | null;
    concluded_on: string | null;
  };
  mock_inspection: {
    year: number;
    round: number;
    unit_id: string;
    sent_on: string;
    covered: number;
    answered_in_time: number | null;
    form_errors: number | null;
  };
}

const eventsSchema = z.array(applicationEventSchema);

export function toApplication(row: ApplicationTables["application"]): Application {
  return {
    id: row.id,
    unitId: row.unit_id,
    applicantKind: row.applicant_kind,
    channel: row.channel,
    receivedOn: row.received_on,
    confirmedOn: row.confirmed_on,
    events: eventsSchema.parse(JSON.parse(row.events)),
  };
}

/** A closed application is judged on the day of its reply, so that its row is the same whenever it is written. */
export function toApplicationRow(application: Application): ApplicationTables["application"] {
  const reply = replyOf(application);
  const time = reply === null ? null : replyTimeOf(application, reply.on);
  return {
    id: application.id,
    unit_id: application.unitId,
    applicant_kind: application.applicantKind,
    channel: application.channel,
    received_on: application.receivedOn,
    confirmed_on: application.confirmedOn,
    events: canonicalJson(application.events),
    effective_on: effectiveReceipt(application),
    closed_on: reply?.on ?? null,
    outcome: reply?.outcome ?? null,
    reply_quarter: time?.quarter ?? null,
    reply_days: time?.workingDays ?? null,
    extended: Number(time?.extended ?? false),
    late: Number(time?.late ?? false),
  };
}

export function toCountRow(applicationId: string, fact: ApplicationFact): ApplicationTables["application_count"] {
  const { quarter, outcome, timeliness, received, carriedOver, due } = fact;
  return { application_id: applicationId, quarter, outcome, timeliness, received, carried_over: carriedOver, due };
}

export function toDispute(row: ApplicationTables["dispute"]): Dispute {
  return {
    id: row.id,
    applicationId: row.application_id,
    unitId: row.unit_id,
    kind: row.kind,
    cause: row.cause,
    filedOn: row.filed_on,
    result: row.result,
    concludedOn: row.concluded_on,
  };
}

export function toDisputeRow(dispute: Dispute): ApplicationTables["dispute"] {
  return {
    id: dispute.id,
    application_id: dispute.applicationId,
    unit_id: dispute.unitId,
    kind: dispute.kind,
    cause: dispute.cause,
    filed_on: dispute.filedOn,
    result: dispute.result,
    concluded_on: dispute.concludedOn,
  };
}

export function toMockInspection(row: ApplicationTables["mock_inspection"]): MockInspection {
  return {
    year: row.year,
    round: row.round,
    unitId: row.unit_id,
    sentOn: row.sent_on,
    covered: row.covered === 1,
    answeredInTime: row.answered_in_time === null ? null : row.answered_in_time === 1,
    formErrors: row.form_errors,
  };
}

export function toMockInspectionRow(row: MockInspection): ApplicationTables["mock_inspection"] {
  return {
    year: row.year,
    round: row.round,
    unit_id: row.unitId,
    sent_on: row.sentOn,
    covered: Number(row.covered),
    answered_in_time: row.answeredInTime === null ? null : Number(row.answeredInTime),
    form_errors: row.formErrors,
  };
}
