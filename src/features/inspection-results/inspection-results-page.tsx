import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";

export function InspectionResultsPage() {
  return (
    <Page>
      <Panel minHeight={320}>
        <EmptyState sentence="本页正在建设。" />
      </Panel>
    </Page>
  );
}
