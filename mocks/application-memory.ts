import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import type { AnnualReport } from "#domain/annual-report.ts";
import { type Application, replyOf } from "#domain/application.ts";
import { addFacts, addReplyTimes, factsOf, replyTimeOf } from "#domain/application-facts.ts";
import type { ApplicationFact, ReplyTime } from "#domain/application-standing.ts";
import { toDisputeFacts, touchesQuarter } from "#domain/dispute.ts";
import type { Ledger } from "#domain/ledger.ts";
import { counterOf, reportYear, resultOf, rowsOf, toComputedReport, toCounted } from "#domain/ledger-report.ts";
import type { Quarter } from "#domain/quarter.ts";
import {
  byDisputeFactKey,
  byFactKey,
  byReplyTimeKey,
  toCellPage,
  toDisputeRows,
  toDuePage,
  todayOf,
  toFullReply,
} from "#server/application-answers.ts";
import type { Store } from "#server/store.ts";
import { NotHeld } from "#server/store-refusal.ts";

type UnitQuery = Pick<QueryOf<Contract["applicationFacts"]>, "unit" | "side" | "unitClass">;
type UnitPicker = (query: UnitQuery) => (unitId: string) => boolean;
type ApplicationReader = Pick<
  Store,
  | Extract<keyof Store, `application${string}`>
  | "disputeFacts"
  | "disputes"
  | "mockInspections"
  | "computedReport"
  | "computedReportCell"
>;

/** Everything about applications over the ledger that is held; it filters, groups and adds. */
export function applicationReader(held: () => Ledger, picker: UnitPicker): ApplicationReader {
  const picked = (query: UnitQuery) => {
    const isPicked = picker(query);
    return held().applications.filter(({ unitId }) => isPicked(unitId));
  };
  const pickedDisputes = (query: UnitQuery) => {
    const isPicked = picker(query);
    return held().disputes.filter(({ unitId }) => isPicked(unitId));
  };
  return {
    applicationOwners: async () => new Map(held().applications.map(({ id, unitId }) => [id, unitId])),
    applicationFacts: async (query, now) => {
      const facts = picked(query).flatMap((application) => heldFacts(application, todayOf(now)));
      return addFacts(facts.filter(({ quarter }) => isAsked(query.quarter, quarter))).sort(byFactKey);
    },
    applicationsDue: async (query, now) => toDuePage(picked(query).filter(isOpen), query, todayOf(now)),
    applicationReplyTimes: async (query) => {
      const times = picked(query).flatMap((application) => heldReplyTime(application) ?? []);
      return addReplyTimes(times.filter(({ quarter }) => isAsked(query.quarter, quarter))).sort(byReplyTimeKey);
    },
    application: async ({ id }, now) => {
      const found = held().applications.find((application) => application.id === id);
      if (found === undefined) throw new NotHeld("unknownCase");
      return toFullReply(found, todayOf(now));
    },
    disputeFacts: async (query, now) =>
      toDisputeFacts(pickedDisputes(query), todayOf(now))
        .filter(({ quarter }) => isAsked(query.quarter, quarter))
        .sort(byDisputeFactKey),
    disputes: async (query) => {
      const applications = new Map(held().applications.map((application) => [application.id, application]));
      const disputes = pickedDisputes(query).filter(
        (dispute) => query.quarter.length === 0 || query.quarter.some((quarter) => touchesQuarter(dispute, quarter)),
      );
      return toDisputeRows(disputes, (id) => applications.get(id));
    },
    mockInspections: async (query) => {
      const isPicked = picker(query);
      return held().mockInspections.filter(
        ({ unitId, year }) => isPicked(unitId) && (query.year.length === 0 || query.year.includes(String(year))),
      );
    },
    computedReport: async (query, now) => computeReport(held(), query, todayOf(now)),
    computedReportCell: async (query, now) => toCellPage(entriesBehind(held(), query, todayOf(now)), query),
  };
}

const closedFacts = new WeakMap<Application, ApplicationFact[]>();

/** No later day changes the facts of a closed application, so that they are made once. */
function heldFacts(application: Application, today: string): ApplicationFact[] {
  const reply = replyOf(application);
  if (reply === null || reply.on > today) return factsOf(application, today);
  const known = closedFacts.get(application) ?? factsOf(application, reply.on);
  closedFacts.set(application, known);
  return known;
}

const replyTimes = new WeakMap<Application, ReplyTime | null>();

function heldReplyTime(application: Application): ReplyTime | null {
  const reply = replyOf(application);
  if (reply === null) return null;
  const known = replyTimes.get(application);
  const time = known === undefined ? replyTimeOf(application, reply.on) : known;
  replyTimes.set(application, time);
  return time;
}

function isAsked(quarters: readonly Quarter[], quarter: Quarter): boolean {
  return quarters.length === 0 || quarters.includes(quarter);
}

function isOpen(application: Application): boolean {
  return replyOf(application) === null;
}

type BodyQuery = QueryOf<Contract["computedReport"]>;

function headingOf(
  ledger: Ledger,
  { body, year }: BodyQuery,
): Pick<AnnualReport, "bodyId" | "bodyName" | "level" | "year"> {
  const unit = ledger.units.find(({ id }) => id === body);
  if (unit !== undefined) return { bodyId: body, bodyName: unit.name, level: "unit", year: Number(year) };
  const rollUps = ledger.annualReports.filter(({ bodyId, level }) => bodyId === body && level === "rollUp");
  const latest = rollUps.at(-1);
  if (latest === undefined) throw new NotHeld("unknownBody");
  return { bodyId: body, bodyName: latest.bodyName, level: "rollUp", year: Number(year) };
}

function ownRows(ledger: Ledger, { bodyId, level }: Pick<AnnualReport, "bodyId" | "level">) {
  const isOwn = ({ unitId }: { unitId: string }) => level === "rollUp" || unitId === bodyId;
  return {
    applications: ledger.applications.filter(isOwn).flatMap((application) => toCounted(application) ?? []),
    disputes: ledger.disputes.filter(isOwn),
  };
}

function computeReport(ledger: Ledger, query: BodyQuery, today: string) {
  const heading = headingOf(ledger, query);
  const span = reportYear(heading.year, today);
  const { applications, disputes } = ownRows(ledger, heading);
  const dates = applications.map(({ receivedOn }) => receivedOn).sort();
  const counts = {
    applications: applications.flatMap((entry) => {
      const rows = rowsOf(entry, span);
      return rows.length === 0 ? [] : [{ applicantKind: entry.applicantKind, rows, applications: 1 }];
    }),
    disputes: disputes.flatMap((dispute) => {
      const result = resultOf(dispute, span);
      return result === null ? [] : [{ kind: dispute.kind, result, disputes: 1 }];
    }),
    ledgerFrom: dates[0] ?? null,
  };
  return toComputedReport(heading, counts, today);
}

function entriesBehind(ledger: Ledger, query: QueryOf<Contract["computedReportCell"]>, today: string) {
  const heading = headingOf(ledger, query);
  const counter = counterOf(query.cell, reportYear(heading.year, today));
  const { applications, disputes } = ownRows(ledger, heading);
  if (counter === null) return [];
  if (counter.kind === "dispute")
    return disputes.filter(counter.counts).map(({ id, unitId, filedOn, concludedOn }) => ({
      kind: "dispute" as const,
      id,
      unitId,
      from: filedOn,
      to: concludedOn,
    }));
  return applications.filter(counter.counts).map(({ id, unitId, receivedOn, closedOn }) => ({
    kind: "application" as const,
    id,
    unitId,
    from: receivedOn,
    to: closedOn,
  }));
}
