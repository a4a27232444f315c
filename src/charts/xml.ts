import { stripControls } from "./text-measure.ts";

/** Text for an XML document: control characters are illegal there, the five signs are escaped. */
export function escapeXml(text: string): string {
  return stripControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
