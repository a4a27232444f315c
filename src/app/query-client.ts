import { QueryClient } from "@tanstack/react-query";

const MINUTE = 60_000;

/** An imported ledger is static between imports; the sources are asked each minute and tell when it is not. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: 1,
        retryDelay: 800,
        staleTime: 30 * MINUTE,
        gcTime: 60 * MINUTE,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}
