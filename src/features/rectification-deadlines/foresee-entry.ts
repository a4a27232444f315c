import { type ErrorSeverity, type RectificationRules, rulesAt } from "#domain/rectification.ts";
import { EVENT_ROLES } from "#domain/rectification-event.ts";
import {
  type Forecast,
  foreseeDispatch,
  foreseeFailedRecheck,
  foreseeSeverity,
} from "#domain/rectification-forecast.ts";
import { WORKING_DAY_CALENDAR } from "#domain/working-day-calendar.ts";
import type { DeskKind } from "./desk-kind.ts";
import { type LimitDraft, toLimit } from "./limit-draft.ts";
import type { CaseDetail } from "./use-rectification-view.ts";

/** The severity that a change would give: there are two. */
export function otherSeverity({ progress }: Pick<CaseDetail, "progress">): ErrorSeverity {
  return progress.severity === "serious" ? "general" : "serious";
}

interface Moment {
  now: string;
  versions: readonly RectificationRules[];
  limit: LimitDraft;
}

/** What an entry will do, told before it is recorded; null where it moves no due moment. */
export function foreseeEntry(detail: CaseDetail, kind: DeskKind, { now, versions, limit }: Moment): Forecast | null {
  const context = { now, rules: rulesAt(versions, now), calendar: WORKING_DAY_CALENDAR };
  if (kind === "recheckFailed") return foreseeFailedRecheck(detail, now, WORKING_DAY_CALENDAR);
  if (kind === "severityChanged") return foreseeSeverity(detail, otherSeverity(detail), context);
  const chosen = kind === "dispatched" ? toLimit(limit) : undefined;
  if (chosen === undefined) return null;
  const [role] = EVENT_ROLES.dispatched;
  const by = { role, organisation: "-" };
  return foreseeDispatch(detail, { kind: "dispatched", id: "forecast", by, note: "", limit: chosen }, context);
}
