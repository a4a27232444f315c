/** Hands a file over to the browser; the answer is the sentence for the live region. */
export function saveBlob(blob: Blob, name: string): string {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; at once would cancel it in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return `已下载 ${name}`;
}
