import { serverNow } from "#api/call-endpoint.ts";
import { serverMoment } from "#domain/rectification-clock.ts";
import type { CaseDetail } from "./use-rectification-view.ts";

/**
 * The server's moment at which the next entry of a case could be made: never before the latest one, whose fraction of
 * a second the measured clock may lack.
 */
export function momentAfter({ events }: Pick<CaseDetail, "events">): string {
  const moments = [serverMoment(serverNow().getTime(), 0), ...events.map((event) => event.at)];
  return moments.reduce((latest, moment) => (Date.parse(moment) > Date.parse(latest) ? moment : latest));
}
