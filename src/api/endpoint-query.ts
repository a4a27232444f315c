import { queryOptions } from "@tanstack/react-query";
import { callEndpoint } from "./call-endpoint.ts";
import type { Endpoint, QueryInputOf } from "./endpoint.ts";

/**
 * The one way to ask the API from a component: the key is the request, so no parameter can be forgotten in it.
 * `networkMode: "always"`: the browser's idea of being offline says nothing about a server in the office.
 */
export function endpointQuery<E extends Endpoint>(endpoint: E, query: QueryInputOf<E>) {
  const asked = withoutBlanks(query);
  return queryOptions({
    queryKey: [endpoint.path, asked] as const,
    queryFn: ({ signal }) => callEndpoint(endpoint, asked, signal),
    networkMode: "always" as const,
  });
}

/** Lists are sets here: blank ones go and the rest are sorted, so that equal requests share a key. */
function withoutBlanks<Q extends object>(query: Q): Q {
  const entries = Object.entries(query)
    .filter(([, value]) => !(value === undefined || value === null || value === "" || isEmptyList(value)))
    .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]);
  return Object.fromEntries(entries) as Q;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
