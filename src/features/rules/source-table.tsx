import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { useServerMinute } from "#api/live-clock.ts";
import { sourceContract } from "#api/source-contract.ts";
import { formatShanghai } from "#domain/shanghai-time.ts";
import { SOURCE_TOPIC_LABEL } from "#domain/source.ts";
import { isStale, type SourceAge, sourceAges } from "#domain/stale-source.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { RuleTable } from "./rule-table.tsx";
import { SectionHead } from "./section-head.tsx";

const NO_TURNS: readonly number[] = [];

/** How old each source is against its rhythm: where the line 数据来源过期 of 总览 leads. */
export function SourceTable() {
  const sources = useSuspenseQuery(endpointQuery(sourceContract.sources, {})).data;
  const now = useServerMinute(NO_TURNS);
  return (
    <>
      <SectionHead id="sources" title="数据来源">
        各页数字出自下列来源，截至时间随图表和文件印出；超过应更新的天数即为过期，列入总览“眼下要办”。已发布季度的图表仍印发布时的截至时间。
      </SectionHead>
      {sources.length === 0 ? (
        <EmptyState sentence="还没有导入任何数据。" advice="请先导入台账。" />
      ) : (
        <RuleTable
          caption="数据来源"
          rows={sourceAges(sources, now)}
          rowId={({ source }) => `source-${source.topic}`}
          columns={[
            { head: "来源", width: "14%", cell: ({ source }) => SOURCE_TOPIC_LABEL[source.topic] },
            { head: "数据截至", width: "16%", cell: ({ source }) => formatShanghai(source.asOf) },
            { head: "距今", width: "8%", align: "right", cell: ({ days }) => `${days} 天` },
            { head: "应更新", width: "12%", cell: describeRhythm },
            { head: "状态", width: "12%", cell: describeState },
            { head: "文件或系统", width: "16%", cell: ({ source }) => source.name },
            { head: "导入时间", width: "14%", cell: ({ source }) => formatShanghai(source.importedAt) },
            { head: "行数", align: "right", cell: ({ source }) => source.rows.toLocaleString("zh-CN") },
          ]}
        />
      )}
    </>
  );
}

function describeRhythm({ freshDays }: SourceAge): string {
  return freshDays === null ? "有变动时" : `${freshDays} 天内`;
}

function describeState(age: SourceAge): string {
  if (age.freshDays === null) return "——";
  return isStale(age) ? `过期 ${age.days - age.freshDays} 天` : "未过期";
}
