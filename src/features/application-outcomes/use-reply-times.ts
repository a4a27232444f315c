import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { applicationContract } from "#api/application-contract.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import type { ReplyTime } from "#domain/application-standing.ts";
import { pickedUnits } from "#filters/describe-filters.ts";
import type { ViewProps } from "./use-ledger-view.ts";

const toLists = (replies: readonly { data: ReplyTime[] }[]): ReplyTime[][] => replies.map(({ data }) => data);

/** Replies of the chosen quarters and units, one request a quarter for the whole district. */
export function useReplyTimes({ register, filters }: ViewProps): readonly ReplyTime[] {
  const lists = useSuspenseQueries({
    queries: filters.quarters.map((quarter) =>
      endpointQuery(applicationContract.applicationReplyTimes, { quarter: [quarter] }),
    ),
    combine: toLists,
  });
  return useMemo(() => {
    const ids = new Set(pickedUnits(filters, register.units).map((unit) => unit.id));
    return lists.flat().filter(({ unitId }) => ids.has(unitId));
  }, [lists, filters, register.units]);
}
