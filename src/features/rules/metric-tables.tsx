import { METRICS, type MetricEntry, metricAnchor } from "#domain/metric.ts";
import { SOURCE_TOPIC_LABEL, type SourceTopic, sourceTopicSchema } from "#domain/source.ts";
import { RuleTable } from "./rule-table.tsx";
import styles from "./rules-page.module.css";
import { SectionHead } from "./section-head.tsx";

interface MetricRow extends MetricEntry {
  id: string;
}

const ROWS: readonly MetricRow[] = Object.entries(METRICS).map(([id, entry]) => ({ id, ...entry }));

/** Every metric by the source it comes from, in the words that the pages show on hover. */
export function MetricTables() {
  return (
    <>
      <SectionHead id="metrics" title="指标口径">
        各页结论条上的数字按此口径计算；悬停数字名称看到的就是这里的定义。
      </SectionHead>
      {sourceTopicSchema.options.map((topic) => (
        <TopicTable key={topic} topic={topic} />
      ))}
    </>
  );
}

function TopicTable({ topic }: { topic: SourceTopic }) {
  const rows = ROWS.filter((row) => row.topic === topic);
  if (rows.length === 0) return null;
  const name = SOURCE_TOPIC_LABEL[topic];
  return (
    <section className={styles["part"]} aria-labelledby={`metrics-${topic}`}>
      <h3 id={`metrics-${topic}`} tabIndex={-1} className={styles["subtitle"]}>
        来自{name}
      </h3>
      <RuleTable
        caption={`来自${name}的指标`}
        rows={rows}
        rowId={(row) => metricAnchor(row.id)}
        columns={[
          { head: "指标", width: "13%", cell: (row) => row.name },
          { head: "定义", width: "43%", cell: (row) => row.definition },
          { head: "分母、计数单位", width: "26%", cell: (row) => row.denominator },
          { head: "更新", width: "18%", cell: (row) => row.rhythm },
        ]}
      />
    </section>
  );
}
