import { useLocation } from "react-router";
import { Button } from "#ui/button.tsx";
import { Page } from "#ui/page.tsx";
import { Panel } from "#ui/panel.tsx";
import { ApplicationRules } from "./application-rules.tsx";
import { CalendarYears } from "./calendar-years.tsx";
import { CountingRules } from "./counting-rules.tsx";
import { LookAlikeTable } from "./look-alike-table.tsx";
import { MetricTables } from "./metric-tables.tsx";
import { RectificationRuleTable } from "./rectification-rule-table.tsx";
import { RulesContents } from "./rules-contents.tsx";
import styles from "./rules-page.module.css";
import { SchemeSection } from "./scheme-section.tsx";
import { SourceTable } from "./source-table.tsx";
import { useHashTarget } from "./use-hash-target.ts";

/** 口径与规则: how everything is counted, under which version. Every part has an address of its own. */
export function RulesPage() {
  const { hash, key } = useLocation();
  useHashTarget(hash, key);
  return (
    <Page>
      <div className={styles["contents"]}>
        <RulesContents />
        <Button size="small" onClick={() => window.print()}>
          打印本页
        </Button>
      </div>
      <div className={styles["rules"]}>
        <Panel minHeight={260} label="数据来源">
          <SourceTable />
        </Panel>
        <Panel minHeight={600} label="指标口径">
          <MetricTables />
        </Panel>
        <Panel minHeight={640} label="考核方案">
          <SchemeSection />
        </Panel>
        <Panel minHeight={240} label="错误整改时限">
          <RectificationRuleTable />
        </Panel>
        <Panel minHeight={420} label="依申请公开时限">
          <ApplicationRules />
        </Panel>
        <Panel minHeight={200} label="工作日历">
          <CalendarYears />
        </Panel>
        <Panel minHeight={420} label="取位与排位">
          <CountingRules />
        </Panel>
        <Panel minHeight={520} label="容易混淆的数字">
          <LookAlikeTable />
        </Panel>
      </div>
    </Page>
  );
}
