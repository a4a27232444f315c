import { type QueryClient, QueryClientProvider, useQueryErrorResetBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { RetryProvider } from "#ui/panel.tsx";

interface ProvidersProps {
  queryClient: QueryClient;
  children: ReactNode;
}

export function Providers({ queryClient, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <PanelRetry>{children}</PanelRetry>
    </QueryClientProvider>
  );
}

/** 重试 in a panel lets its failed requests go out again. */
function PanelRetry({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  return <RetryProvider value={reset}>{children}</RetryProvider>;
}
