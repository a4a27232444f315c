import { useState } from "react";
import { Button } from "#ui/button.tsx";
import type { TableContent, TableFormat } from "./export-table.ts";
import { useStale } from "./stale-scope.ts";
import styles from "./table-export.module.css";

interface TableExportProps {
  /** Names what leaves: 问题清单. */
  title: string;
  /** Asked when somebody wants the file, because a list on the page is one page of many. */
  collect: () => Promise<TableContent>;
  /** The rows shown are not yet those asked for. */
  stale: boolean;
}

const FORMATS: readonly TableFormat[] = ["csv", "xlsx"];

/** A list leaves whole, as CSV or XLSX. The code that makes files is fetched when it is first needed. */
export function TableExport({ title, collect, stale }: TableExportProps) {
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);
  const isStale = useStale(stale);
  async function start(format: TableFormat, button: HTMLElement) {
    // A page says busy before its figures are dimmed.
    if (isStale || button.closest("[aria-busy=true]")) return setMessage("数据更新中，暂不能导出。");
    setBusy(true);
    setMessage("正在生成…");
    try {
      const [{ exportTable }, content] = await Promise.all([import("./export-table.ts"), collect()]);
      setMessage(exportTable(content, format));
    } catch (error) {
      setMessage(`导出失败：${error instanceof Error ? error.message : "原因不明"}。请重试。`);
    }
    return setBusy(false);
  }
  return (
    <span className={styles["box"]}>
      <span role="status" className={styles["message"]}>
        {message}
      </span>
      {FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          disabled={busy}
          aria-label={`${title}：下载数据 ${format.toUpperCase()}`}
          onClick={({ currentTarget }) => void start(format, currentTarget)}
        >
          下载 {format.toUpperCase()}
        </Button>
      ))}
    </span>
  );
}
