import { Link, useLocation } from "react-router";
import styles from "./rules-page.module.css";

const PARTS = [
  { anchor: "sources", name: "数据来源" },
  { anchor: "metrics", name: "指标口径" },
  { anchor: "schemes", name: "考核方案" },
  { anchor: "scheme-changes", name: "方案变更记录" },
  { anchor: "rectification-rules", name: "错误整改时限" },
  { anchor: "application-rules", name: "依申请公开时限" },
  { anchor: "calendar", name: "工作日历" },
  { anchor: "counting", name: "取位与排位" },
  { anchor: "look-alikes", name: "容易混淆的数字" },
];

/** The parts of the page; a click leads there and stands in the address. */
export function RulesContents() {
  const { search, hash } = useLocation();
  return (
    <nav aria-label="本页目录">
      <ol className={styles["toc"]}>
        {PARTS.map(({ anchor, name }) => (
          <li key={anchor}>
            <Link
              to={{ search, hash: `#${anchor}` }}
              className={styles["tocLink"] ?? ""}
              aria-current={hash === `#${anchor}` ? "true" : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
