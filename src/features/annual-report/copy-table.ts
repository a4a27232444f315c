import { type GridWords, gridHtml, gridText } from "#charts/grid-copy.ts";
import type { MergedGrid } from "#charts/merged-grid.ts";

/** Puts a table on the clipboard as HTML and as text; resolves to the sentence for the live region. */
export async function copyTable(grid: MergedGrid, words: GridWords): Promise<string> {
  const html = gridHtml(grid, words);
  const text = gridText(grid, words);
  try {
    const blobs = {
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" }),
    };
    await navigator.clipboard.write([new ClipboardItem(blobs)]);
    return "表格已复制，粘贴到 WPS、Word 或 Excel 时保留合并单元格。";
  } catch {
    return copyByEvent(html, text)
      ? "表格已复制（本页不是加密连接，改用选区复制），粘贴时保留合并单元格。"
      : "浏览器不允许复制，请改用“导出”下载 XLSX。";
  }
}

/** The older way, for plain-http addresses: the copy command lets the page say what is copied. */
function copyByEvent(html: string, text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.cssText = "position:fixed;top:0;left:-9999px";
  document.body.append(field);
  const before = document.activeElement;
  field.select();
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", fill, { once: true });
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fill);
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
