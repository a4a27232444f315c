import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { serverNow } from "#api/call-endpoint.ts";
import { endpointQuery } from "#api/endpoint-query.ts";
import { sourceContract } from "#api/source-contract.ts";
import { sourceFingerprint } from "./source-age.ts";

const MINUTE = 60_000;

/** Asked each minute while the page is open. After an import everything else is asked again. */
export function useSources() {
  const queryClient = useQueryClient();
  const query = useQuery({ ...endpointQuery(sourceContract.sources, {}), refetchInterval: MINUTE, staleTime: MINUTE });
  const known = useRef<string | null>(null);
  const fingerprint = query.data === undefined ? null : sourceFingerprint(query.data);
  useEffect(() => {
    if (fingerprint === null) return;
    const isNews = known.current !== null && known.current !== fingerprint;
    known.current = fingerprint;
    if (!isNews) return;
    void queryClient.invalidateQueries({ predicate: (other) => other.queryKey[0] !== sourceContract.sources.path });
  }, [fingerprint, queryClient]);
  return query;
}

/** The server's time, renewed each half minute and when the page comes back into sight: ages never stand still. */
export function useServerTime(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const renew = () => setNow(serverNow());
    const timer = window.setInterval(renew, MINUTE / 2);
    document.addEventListener("visibilitychange", renew);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
    };
  }, []);
  return now;
}
