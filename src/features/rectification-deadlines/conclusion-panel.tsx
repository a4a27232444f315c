import { type ReactNode, use } from "react";
import { StaleScope } from "#charts/stale-scope.ts";
import { Panel } from "#ui/panel.tsx";

/** The card of the conclusion: it dims with the figures without being written again. */
export function ConclusionPanel({ children }: { children: ReactNode }) {
  return (
    <Panel bare minHeight={104} label="结论" stale={use(StaleScope)}>
      {children}
    </Panel>
  );
}
