import { type GridWords, gridHtml, gridText } from "#charts/grid-copy.ts";
import type { MergedGrid } from "#charts/merged-grid.ts";

const COPIED = "表格已复制，粘贴到 WPS、Word 或 Excel 时保留合并单元格。";

/**
 * Puts a table on the clipboard as HTML and as text; resolves to the sentence for the live region. The copy command
 * comes first: it works on plain http too, and takes the HTML as it is, while the newer way reads it under the page's
 * Content-Security-Policy, which refuses the borders.
 */
export async function copyTable(grid: MergedGrid, words: GridWords): Promise<string> {
  const html = gridHtml(grid, words);
  const text = gridText(grid, words);
  if (copyByEvent(html, text)) return COPIED;
  try {
    await navigator.clipboard.writeText(text);
    return "表格已按纯文本复制（浏览器不允许复制格式），需要合并单元格时请用“导出”下载 XLSX。";
  } catch {
    return "浏览器不允许复制，请改用“导出”下载 XLSX。";
  }
}

/** The page says itself what is copied. */
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
