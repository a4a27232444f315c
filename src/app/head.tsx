import { Link, useLocation } from "react-router";
import { SOURCE_TOPIC_LABEL, type Source, type SourceTopic } from "#domain/source.ts";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icons.tsx";
import { Mark } from "#ui/mark.tsx";
import { Popover } from "#ui/popover.tsx";
import styles from "./head.module.css";
import { HeadTools } from "./head-tools.tsx";
import { describeAge, describeSource, formatShanghai, SOURCE_WORD } from "./source-age.ts";
import { nextTheme, THEME_LABEL, useTheme } from "./theme.ts";
import { useServerTime, useSources } from "./use-sources.ts";

interface HeadProps {
  title: string;
  question: string;
  topics: readonly SourceTopic[];
}

export function Head({ title, question, topics }: HeadProps) {
  return (
    <header className={styles["head"]}>
      <h1 className={styles["title"]}>{title}</h1>
      <p className={styles["question"]}>{question}</p>
      <RulesLink topic={topics[0]} />
      <SourceAges topics={topics} />
      <HeadTools title={title} />
      <ThemeButton />
    </header>
  );
}

/** How the page's numbers are counted: the part of 口径与规则 that speaks of their source. */
function RulesLink({ topic }: { topic: SourceTopic | undefined }) {
  const { pathname, search } = useLocation();
  if (topic === undefined || topic === "schemes" || pathname === RULES) return null;
  return (
    <Link to={{ pathname: RULES, search, hash: `#metrics-${topic}` }} className={styles["rules"] ?? ""}>
      口径
    </Link>
  );
}

const RULES = "/rules";

function SourceAges({ topics }: { topics: readonly SourceTopic[] }) {
  const { data, isError, refetch } = useSources();
  const now = useServerTime();
  if (data === undefined) {
    if (!isError) return <span className={styles["ages"]} />;
    return (
      <span className={styles["ages"]}>
        数据来源没有读到
        <Button look="quiet" size="small" onClick={() => void refetch()}>
          重试
        </Button>
      </span>
    );
  }
  const shown = data.filter((source) => topics.includes(source.topic));
  const words = shown.map((source) => describeSource(source, SOURCE_WORD[source.topic], now)).join(" · ");
  return (
    <span className={styles["ages"]}>
      {isError ? <span className={styles["failed"]}>更新失败，以下为上次读到的时间</span> : null}
      <Popover
        label="各数据来源"
        align="end"
        trigger={words === "" ? "数据来源" : words}
        className={styles["ageButton"] ?? ""}
      >
        <SourceList sources={data} now={now} />
      </Popover>
      {data.some((source) => source.demo) ? <Mark word="演示数据" explanation="单位与数字均为虚构，仅供试用" /> : null}
    </span>
  );
}

function SourceList({ sources, now }: { sources: readonly Source[]; now: Date }) {
  if (sources.length === 0) return <p className={styles["none"]}>还没有导入数据</p>;
  return (
    <table className={styles["sources"]}>
      <thead>
        <tr>
          <th scope="col">数据</th>
          <th scope="col">来自</th>
          <th scope="col">数据截至</th>
          <th scope="col">导入时间</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.topic}>
            <th scope="row">{SOURCE_TOPIC_LABEL[source.topic]}</th>
            <td>
              {source.name}
              {source.demo && !source.name.includes("演示") ? "（演示数据）" : ""}
            </td>
            <td>
              {formatShanghai(source.asOf)}（{describeAge(source.asOf, now)}）
            </td>
            <td>{formatShanghai(source.importedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useTheme();
  const next = nextTheme(theme);
  return (
    <button
      type="button"
      className={styles["tool"]}
      aria-label={`外观：${THEME_LABEL[theme]}，改为${THEME_LABEL[next]}`}
      title={`外观：${THEME_LABEL[theme]}`}
      onClick={() => setTheme(next)}
    >
      <Icon name={theme} />
    </button>
  );
}
