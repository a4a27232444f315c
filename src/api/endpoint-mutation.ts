import { useMutation, useQueryClient } from "@tanstack/react-query";
import { callWrite } from "./call-endpoint.ts";
import type { BodyInputOf, Endpoint, QueryInputOf, Write } from "./endpoint.ts";

/** What a write is called with: the parameters of its path, and its body. */
interface Asked<W extends Write> {
  query: QueryInputOf<W>;
  body: BodyInputOf<W>;
}

/**
 * The one way to write from a component. `stale` are the reads that a write may change: they are asked anew after a
 * refusal too, because it says that somebody else was faster.
 */
export function useEndpointMutation<W extends Write>(write: W, stale: readonly Endpoint[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ query, body }: Asked<W>) => callWrite(write, query, body),
    networkMode: "always" as const,
    onSettled: () => Promise.all(stale.map(({ path }) => client.invalidateQueries({ queryKey: [path] }))),
  });
}
